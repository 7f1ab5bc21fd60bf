import type { TaskColumnView } from '@evenkeel/contract/task-imports';
import { dateOrders, parseDate } from '@evenkeel/core/imports/date-order';
import {
  effortUnits,
  isTaskField,
  taskFieldKeys,
  taskFields,
} from '@evenkeel/core/imports/task-columns';
import { NativeSelect } from '@mantine/core';
import { formatDate } from '../../../ui/format/date.ts';
import { unitWords } from '../model.ts';
import styles from './task-imports.module.css';

type ColumnsTableProps = {
  readonly columns: readonly TaskColumnView[];
  readonly onChange: (columns: TaskColumnView[]) => void;
};

/** Where each column of a table goes, and how its cells are read. */
export function ColumnsTable({ columns, onChange }: ColumnsTableProps) {
  const change = (at: number, part: Partial<TaskColumnView>) =>
    onChange(columns.map((column, index) => (index === at ? { ...column, ...part } : column)));
  return (
    <div className={styles['scroll']}>
      <table className={styles['columns']}>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">First values</th>
            <th scope="col">Goes to</th>
            <th scope="col">Read as</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, at) => (
            <tr
              // biome-ignore lint/suspicious/noArrayIndexKey: headers may repeat, their places do not move
              key={at}
              data-out={column.field === null || undefined}
            >
              <th scope="row">{column.header}</th>
              <td>
                <span className={styles['samples']} title={column.samples.join(', ')}>
                  {column.samples.join(', ') || 'No values'}
                </span>
              </td>
              <td>
                <NativeSelect
                  size="xs"
                  aria-label={`Where ${column.header} goes`}
                  value={column.field ?? ''}
                  data={[
                    ...taskFieldKeys.map((key) => ({ value: key, label: taskFields[key].label })),
                    { value: '', label: 'Leave out' },
                  ]}
                  onChange={(event) =>
                    change(at, {
                      field: event.currentTarget.value || null,
                      dateOrder: null,
                      unit: null,
                    })
                  }
                />
              </td>
              <td>
                <ColumnFormat column={column} onChange={(part) => change(at, part)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const orderWords = {
  'year-month-day': 'Year first',
  'day-month-year': 'Day first',
  'month-day-year': 'Month first',
} as const;

function ColumnFormat({
  column,
  onChange,
}: {
  readonly column: TaskColumnView;
  readonly onChange: (part: Partial<TaskColumnView>) => void;
}) {
  const { field, dateOrder, unit, dates, header } = column;
  if (unit !== null)
    return (
      <NativeSelect
        size="xs"
        aria-label={`Unit of ${header}`}
        value={unit}
        data={effortUnits.map((own) => ({ value: own, label: unitWords[own] }))}
        onChange={(event) => {
          const wanted = effortUnits.find((own) => own === event.currentTarget.value);
          if (wanted) onChange({ unit: wanted });
        }}
      />
    );
  if (!isTaskField(field) || taskFields[field].type !== 'date') return null;
  // A year in front, or months by name: there is nothing to choose.
  if (dates.state === 'certain' && dates.evidence === null) return null;
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
    <NativeSelect
      size="xs"
      aria-label={`Order of the dates of ${header}`}
      error={dateOrder === null}
      value={dateOrder ?? ''}
      data={
        dateOrder === null
          ? [{ value: '', label: 'Choose …', disabled: true }, ...options]
          : options
      }
      onChange={(event) => {
        const wanted = dateOrders.find((own) => own === event.currentTarget.value);
        if (wanted) onChange({ dateOrder: wanted });
      }}
    />
  );
}
