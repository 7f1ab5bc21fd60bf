import type { CustomFieldView } from '@evenkeel/contract/custom-fields';
import type { TaskColumnView } from '@evenkeel/contract/task-imports';
import { dateOrders, parseDate } from '@evenkeel/core/imports/date-order';
import { decimalMarks } from '@evenkeel/core/imports/number-format';
import { cellTypeOf, effortUnits } from '@evenkeel/core/imports/task-columns';
import { NativeSelect } from '@mantine/core';
import { formatDate } from '../../../ui/format/date.ts';
import { unitWords } from '../model.ts';

type ColumnFormatProps = {
  readonly column: TaskColumnView;
  readonly own: readonly CustomFieldView[];
  readonly onChange: (part: Partial<TaskColumnView>) => void;
};

/** How the cells of a column are read: unit of effort, order of dates, decimal mark. */
export function ColumnFormat({ column, own, onChange }: ColumnFormatProps) {
  const type = cellTypeOf(column.field, own);
  if (column.unit !== null) return <UnitFormat column={column} onChange={onChange} />;
  // A year in front, or months by name: there is nothing to choose.
  const { dates, decimals } = column;
  const isSettled =
    dates.state === 'certain' && (dates.evidence === null || dates.order === 'year-month-day');
  if (type === 'date' && !isSettled) return <DateFormat column={column} onChange={onChange} />;
  if (type === 'decimal' && decimals.state === 'ambiguous')
    return <DecimalFormat column={column} onChange={onChange} />;
  return null;
}

type FormatProps = Omit<ColumnFormatProps, 'own'>;

function UnitFormat({ column, onChange }: FormatProps) {
  return (
    <NativeSelect
      size="xs"
      aria-label={`Unit of ${column.header}`}
      value={column.unit ?? ''}
      data={effortUnits.map((own) => ({ value: own, label: unitWords[own] }))}
      onChange={(event) => {
        const wanted = effortUnits.find((own) => own === event.currentTarget.value);
        if (wanted) onChange({ unit: wanted });
      }}
    />
  );
}

const markWords = { point: 'Point before decimals', comma: 'Comma before decimals' } as const;

function DecimalFormat({ column, onChange }: FormatProps) {
  return (
    <ChosenFormat
      label={`Decimal mark of ${column.header}`}
      value={column.decimalMark}
      options={decimalMarks.map((mark) => ({ value: mark, label: markWords[mark] }))}
      onChange={(decimalMark) => onChange({ decimalMark })}
    />
  );
}

const orderWords = {
  'year-month-day': 'Year first',
  'day-month-year': 'Day first',
  'month-day-year': 'Month first',
} as const;

function DateFormat({ column, onChange }: FormatProps) {
  const { dates } = column;
  const example = dates.state === 'ambiguous' ? dates.example : null;
  const orders = dates.state === 'ambiguous' ? dates.orders : dateOrders;
  const options = orders.map((order) => {
    const day = example === null ? null : parseDate(example, order);
    return {
      value: order,
      label: day ? `${orderWords[order]}: ${formatDate(day)}` : orderWords[order],
    };
  });
  return (
    <ChosenFormat
      label={`Order of the dates of ${column.header}`}
      value={column.dateOrder}
      options={options}
      onChange={(dateOrder) => onChange({ dateOrder })}
    />
  );
}

type ChosenFormatProps<Value extends string> = {
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
};

/** A format that somebody has to choose as long as it is null. */
function ChosenFormat<Value extends string>(props: ChosenFormatProps<Value>) {
  const { label, value, options, onChange } = props;
  const open = { value: '', label: 'Choose …', disabled: true };
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      error={value === null}
      value={value ?? ''}
      data={value === null ? [open, ...options] : [...options]}
      onChange={(event) => {
        const wanted = options.find((own) => own.value === event.currentTarget.value);
        if (wanted) onChange(wanted.value);
      }}
    />
  );
}
