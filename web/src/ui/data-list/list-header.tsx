import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './data-list.module.css';
import type { ListTable, ShownColumn } from './use-list-table.ts';

type ListHeaderProps<Row> = {
  readonly table: ListTable;
  readonly columns: readonly ShownColumn<Row>[];
  readonly selectable: boolean;
  readonly selectedCount: number;
  readonly rowCount: number;
  readonly onSelectAll: (on: boolean) => void;
};

/** Column titles: click sorts, Shift-click sorts further, the edge resizes (Alt-arrows by keyboard). */
export function ListHeader<Row>(props: ListHeaderProps<Row>) {
  const { table, columns, selectable, selectedCount, rowCount, onSelectAll } = props;
  return (
    <div role="row" aria-rowindex={1} className={joinClasses(styles['header'])}>
      {selectable ? (
        <div role="columnheader" className={joinClasses(styles['cell'], styles['select'])}>
          <input
            type="checkbox"
            className={styles['box']}
            aria-label="Select all rows"
            checked={rowCount > 0 && selectedCount >= rowCount}
            ref={(box) => {
              if (box) box.indeterminate = selectedCount > 0 && selectedCount < rowCount;
            }}
            onChange={(event) => onSelectAll(event.currentTarget.checked)}
          />
        </div>
      ) : null}
      {columns.map((shown, place) => (
        <HeaderCell key={shown.column.id} table={table} shown={shown} first={place === 0} />
      ))}
    </div>
  );
}

type HeaderCellProps<Row> = {
  readonly table: ListTable;
  readonly shown: ShownColumn<Row>;
  readonly first: boolean;
};

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;

function HeaderCell<Row>({ table, shown, first }: HeaderCellProps<Row>) {
  const { column, width } = shown;
  const leaf = table.getColumn(column.id);
  const header = table.getFlatHeaders().find((candidate) => candidate.id === column.id);
  const sorted = leaf?.getIsSorted() ?? false;
  const place = leaf && table.state.sorting.length > 1 && sorted ? leaf.getSortIndex() + 1 : 0;
  const resize = (by: number) =>
    table.setColumnSizing((sizes) => ({ ...sizes, [column.id]: Math.max(56, width + by) }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || !['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
    event.preventDefault();
    resize(event.key === 'ArrowLeft' ? -16 : 16);
  };
  return (
    <div
      role="columnheader"
      aria-sort={sorted ? ariaSort[sorted] : undefined}
      className={joinClasses(
        styles['cell'],
        styles['head'],
        column.align === 'end' && styles['end'],
        first && styles['first'],
      )}
    >
      {leaf?.getCanSort() ? (
        <button
          type="button"
          className={styles['sort']}
          title={`Sort by ${column.label.toLowerCase()}; Shift adds to the order`}
          onClick={leaf.getToggleSortingHandler()}
          onKeyDown={onKeyDown}
        >
          <span className={styles['head-label']}>{column.label}</span>
          {sorted === 'asc' ? <IconArrowUp size={13} aria-hidden={true} /> : null}
          {sorted === 'desc' ? <IconArrowDown size={13} aria-hidden={true} /> : null}
          {place > 0 ? <span className={styles['order']}>{place}</span> : null}
        </button>
      ) : (
        <span className={styles['head-label']}>{column.label}</span>
      )}
      {header ? (
        // A pointer's way only: Alt-arrows on the title do the same.
        <span
          aria-hidden
          className={styles['resizer']}
          onPointerDown={(event) => event.stopPropagation()}
          onMouseDown={header.getResizeHandler()}
          onTouchStart={header.getResizeHandler()}
          onDoubleClick={() => leaf?.resetSize()}
        />
      ) : null}
    </div>
  );
}
