import type { TaskColumnView } from '@evenkeel/contract/task-imports';
import { Button, NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatCount } from '../../../ui/format/number.ts';
import { useCustomFields } from '../../custom-fields/api.ts';
import { columnPlaces } from '../model.ts';
import { ColumnFormat } from './column-format.tsx';
import styles from './task-imports.module.css';

type ColumnsTableProps = {
  readonly columns: readonly TaskColumnView[];
  readonly onChange: (columns: TaskColumnView[]) => void;
};

/** More columns that go nowhere are folded away: Jira writes dozens. */
const mostLeftOut = 8;

/** Where each column of a table goes, the firm's own fields too, and how its cells are read. */
export function ColumnsTable({ columns, onChange }: ColumnsTableProps) {
  const own = useCustomFields('task');
  const places = useMemo(() => columnPlaces(own), [own]);
  // As it was when the page was opened: a column does not vanish because it is left out now.
  const [folded, setFolded] = useState(() => leftOutOf(columns));
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
          {columns.map((column, at) =>
            folded.has(at) ? null : (
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
                    data={places}
                    onChange={(event) =>
                      change(at, {
                        field: event.currentTarget.value || null,
                        dateOrder: null,
                        unit: null,
                        decimalMark: null,
                      })
                    }
                  />
                </td>
                <td>
                  <ColumnFormat column={column} own={own} onChange={(part) => change(at, part)} />
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {folded.size === 0 ? null : (
        <p className={styles['folded']}>
          {formatCount(folded.size, { one: 'column is', many: 'columns are' })} left out.{' '}
          <Button variant="default" size="xs" onClick={() => setFolded(new Set())}>
            Show them
          </Button>
        </p>
      )}
    </div>
  );
}

/** Places of the columns that go nowhere, when they are many. */
function leftOutOf(columns: readonly TaskColumnView[]): ReadonlySet<number> {
  const places = columns.flatMap(({ field }, at) => (field === null ? [at] : []));
  return new Set(places.length > mostLeftOut ? places : []);
}
