import type { ImportColumn } from '@evenkeel/contract/imports';
import { amountScales } from '@evenkeel/core/imports/amount';
import { dateOrders } from '@evenkeel/core/imports/date-order';
import type { ImportField } from '@evenkeel/core/imports/kinds';
import { decimalMarks } from '@evenkeel/core/imports/number-format';
import { NativeSelect } from '@mantine/core';
import { joinClasses } from '../../../ui/join-classes.ts';
import {
  amountWords,
  currencyWarning,
  dateExample,
  dateWords,
  markWords,
  orderWords,
  scaleWhy,
  scaleWords,
} from '../model.ts';
import styles from './files.module.css';

/** A change to how a column goes in. */
export type ColumnChange = Partial<
  Pick<ImportColumn, 'field' | 'dateOrder' | 'decimalMark' | 'scale'>
>;

type ColumnFormatsProps = {
  readonly column: ImportColumn;
  readonly field: ImportField | undefined;
  readonly currency: string;
  readonly onChange: (change: ColumnChange) => void;
};

/** How the cells of a column are read: order of dates, decimal mark, unit of amounts. */
export function ColumnFormats(props: ColumnFormatsProps) {
  const { field, column } = props;
  if (field?.type === 'date') return <DateFormat {...props} />;
  const isNumber = field?.type === 'money' || field?.type === 'whole-number';
  if (!isNumber) return null;
  return (
    <div className={styles['formats']}>
      {column.decimals.state === 'ambiguous' ? <DecimalFormat {...props} /> : null}
      {field?.type === 'money' ? <AmountFormat {...props} /> : null}
    </div>
  );
}

function DateFormat({ column, onChange }: ColumnFormatsProps) {
  const isOpen = column.dateOrder === null;
  const orders = column.dates.state === 'ambiguous' ? column.dates.orders : dateOrders;
  const options = orders.map((order) => {
    const example = dateExample(column, order);
    return {
      value: order,
      label: example ? `${orderWords[order]}: ${example}` : orderWords[order],
    };
  });
  return (
    <div className={styles['format-row']}>
      <NativeSelect
        size="xs"
        aria-label={`Order of the dates of ${column.header}`}
        error={isOpen}
        value={column.dateOrder ?? ''}
        data={isOpen ? [{ value: '', label: 'Choose …', disabled: true }, ...options] : options}
        onChange={(event) => {
          const order = dateOrders.find((known) => known === event.currentTarget.value);
          if (order) onChange({ dateOrder: order });
        }}
      />
      <span className={joinClasses(styles['format-words'], isOpen && styles['wrong'])}>
        {dateWords(column)}
      </span>
    </div>
  );
}

function DecimalFormat({ column, onChange }: ColumnFormatsProps) {
  const isOpen = column.decimalMark === null;
  const example = column.decimals.state === 'ambiguous' ? column.decimals.example : '';
  const options = decimalMarks.map((mark) => ({ value: mark, label: markWords[mark] }));
  return (
    <div className={styles['format-row']}>
      <NativeSelect
        size="xs"
        aria-label={`Decimal mark of ${column.header}`}
        error={isOpen}
        value={column.decimalMark ?? ''}
        data={isOpen ? [{ value: '', label: 'Choose …', disabled: true }, ...options] : options}
        onChange={(event) => {
          const mark = decimalMarks.find((known) => known === event.currentTarget.value);
          if (mark) onChange({ decimalMark: mark });
        }}
      />
      <span className={joinClasses(styles['format-words'], isOpen && styles['wrong'])}>
        “{example}” can be read in two ways{isOpen ? '. Which?' : '.'}
      </span>
    </div>
  );
}

function AmountFormat({ column, currency, onChange }: ColumnFormatsProps) {
  const warning = currencyWarning(column, currency);
  return (
    <div className={styles['format-row']}>
      <NativeSelect
        size="xs"
        aria-label={`Unit of ${column.header}`}
        value={String(column.scale)}
        data={amountScales.map((scale) => ({ value: String(scale), label: scaleWords[scale] }))}
        onChange={(event) => {
          const scale = amountScales.find((known) => String(known) === event.currentTarget.value);
          if (scale) onChange({ scale });
        }}
      />
      <span className={styles['format-words']}>
        {[scaleWhy(column), amountWords(column, currency)].filter(Boolean).join(' ')}
        {warning ? (
          <span className={joinClasses(styles['warning'], styles['doubtful'])}>{warning}</span>
        ) : null}
      </span>
    </div>
  );
}
