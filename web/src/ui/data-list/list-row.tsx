import { memo, type ReactNode } from 'react';
import { nothing } from '../format/number.ts';
import { joinClasses } from '../join-classes.ts';
import styles from './data-list.module.css';
import type { ShownColumn } from './use-list-table.ts';

type ListRowProps<Row> = {
  readonly row: Row;
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly ShownColumn<Row>[];
  readonly href: string | undefined;
  readonly name: string;
  readonly selectable: boolean;
  readonly selected: boolean;
  readonly active: boolean;
};

function PlainListRow<Row>(props: ListRowProps<Row>) {
  const { row, id, index, top, columns, selectable, selected, active } = props;
  return (
    // The grid holds the focus and names its active row (aria-activedescendant), so that 10,000 rows
    // need no tab stop each.
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      data-index={index}
      data-active={active || undefined}
      className={styles['row']}
      style={{ transform: `translateY(${top}px)` }}
    >
      {selectable ? <SelectCell name={props.name} selected={selected} /> : null}
      {columns.map(({ column }, place) => (
        <div
          key={column.id}
          role="gridcell"
          tabIndex={-1}
          className={joinClasses(
            styles['cell'],
            column.align === 'end' && styles['end'],
            place === 0 && styles['first'],
          )}
        >
          {place === 0 && props.href ? (
            <a href={props.href} tabIndex={-1} className={styles['link']}>
              {cellContent(column, row)}
            </a>
          ) : (
            cellContent(column, row)
          )}
        </div>
      ))}
    </div>
  );
}

/** One row; drawn again only when something of it changes. */
export const ListRow = memo(PlainListRow) as typeof PlainListRow; // memo forgets type parameters

/** A native box: a Mantine one per row costs a quarter more of every scroll step. */
function SelectCell({ name, selected }: { readonly name: string; readonly selected: boolean }) {
  return (
    <div role="gridcell" tabIndex={-1} className={joinClasses(styles['cell'], styles['select'])}>
      <input
        type="checkbox"
        tabIndex={-1}
        className={styles['box']}
        aria-label={`Select ${name}`}
        checked={selected}
        readOnly
      />
    </div>
  );
}

function cellContent<Row>(column: ShownColumn<Row>['column'], row: Row): ReactNode {
  if (column.cell) return column.cell(row);
  const value = column.value(row);
  if (value === null || value === undefined || value === '')
    return <span className={styles['none']}>{nothing}</span>;
  const text = typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value;
  return <span className={styles['text']}>{text}</span>;
}
