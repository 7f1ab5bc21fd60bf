import { joinClasses } from '../join-classes.ts';
import styles from './data-list.module.css';
import type { ShownColumn } from './use-list-table.ts';

type ListTotalsProps<Row> = {
  readonly rows: readonly Row[];
  readonly columns: readonly ShownColumn<Row>[];
  readonly selectable: boolean;
};

/** Sums under the columns that have one, always in view. */
export function ListTotals<Row>({ rows, columns, selectable }: ListTotalsProps<Row>) {
  if (rows.length === 0 || !columns.some(({ column }) => column.total)) return null;
  return (
    <div role="row" aria-rowindex={rows.length + 2} className={styles['totals']}>
      {selectable ? <TotalsCell /> : null}
      {columns.map(({ column }, place) => (
        <TotalsCell key={column.id} end={column.align === 'end'} first={place === 0}>
          {column.total?.(rows) ?? (place === 0 ? 'Total' : null)}
        </TotalsCell>
      ))}
    </div>
  );
}

type TotalsCellProps = {
  readonly end?: boolean;
  readonly first?: boolean;
  readonly children?: React.ReactNode;
};

function TotalsCell({ end = false, first = false, children }: TotalsCellProps) {
  return (
    <div
      role="gridcell"
      className={joinClasses(styles['cell'], end && styles['end'], first && styles['first'])}
    >
      {children}
    </div>
  );
}
