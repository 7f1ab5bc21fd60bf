import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type MouseEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useOpen } from '../navigation/use-open.ts';
import type { Column } from './column.ts';
import styles from './data-list.module.css';
import { ListHeader } from './list-header.tsx';
import { ListRow } from './list-row.tsx';
import type { Density } from './list-state.ts';
import { ListTotals } from './list-totals.tsx';
import { listKeyHandler } from './use-list-keys.ts';
import { type ListTable, type ShownColumn, shownColumns } from './use-list-table.ts';
import type { Selection } from './use-selection.ts';

type ListGridProps<Row> = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly table: ListTable;
  readonly density: Density;
  readonly rowKey: (row: Row) => string;
  readonly rowName: (row: Row) => string;
  readonly rowHref: ((row: Row) => string) | undefined;
  readonly onOpenRow: ((row: Row) => void) | undefined;
  readonly selection: Selection | undefined;
  /** Changes when another order or filter shows other rows: the list then starts at its top. */
  readonly view: string;
};

const headerHeight = 33;
const heights: Record<Density, number> = { compact: 28, normal: 34, comfortable: 40 };
const touchHeights: Record<Density, number> = { compact: 44, normal: 44, comfortable: 48 };

/** The grid itself: sticky titles, only the rows in view drawn, one tab stop. */
export function ListGrid<Row>(props: ListGridProps<Row>) {
  const { rows, table, selection, rowKey } = props;
  // In state, not in a ref: the virtualizer must look again once the element is there.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [active, setActive] = useState(-1);
  const idBase = useId();
  const open = useOpen();
  const coarse = useMediaQuery('(pointer: coarse)', false, { getInitialValueInEffect: false });
  const rowHeight = (coarse ? touchHeights : heights)[props.density];
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another density, other sizes
  useLayoutEffect(() => virtualizer.measure(), [rowHeight]);
  const seen = useRef(props.view);
  useEffect(() => {
    if (seen.current === props.view) return;
    seen.current = props.view;
    setActive(-1);
    scroller?.scrollTo({ top: 0 });
  }, [props.view, scroller]);
  const { columnVisibility, columnSizing } = table.state;
  // The same array while nothing changed, so that a scroll step draws only the rows that are new.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the two states are what the table answers by
  const columns = useMemo(
    () => shownColumns(table, props.columns),
    [props.columns, columnVisibility, columnSizing],
  );
  const openRow = (index: number, options: { newTab: boolean }) => {
    const row = rows[index];
    if (row === undefined) return;
    if (props.onOpenRow && !options.newTab) props.onOpenRow(row);
    else if (props.rowHref) open(props.rowHref(row), options);
  };
  const onKeyDown = listKeyHandler({
    count: rows.length,
    active,
    pageRows: Math.max(1, Math.floor((scroller?.clientHeight ?? 400) / rowHeight) - 2),
    selection,
    onMove: (index) => {
      setActive(index);
      virtualizer.scrollToIndex(index, { align: 'auto' });
    },
    onOpen: openRow,
  });
  const onClick = (event: MouseEvent) => {
    const index = clickedIndex(event);
    if (index === undefined) return;
    setActive(index);
    if (clickedBox(event)) selection?.toggle(index, { range: event.shiftKey });
    else if (mayOpen(event)) {
      event.preventDefault();
      openRow(index, { newTab: event.ctrlKey || event.metaKey });
    }
  };
  return (
    <div
      ref={setScroller}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + (selection ? 1 : 0)}
      aria-multiselectable={selection ? true : undefined}
      aria-activedescendant={active >= 0 ? `${idBase}-${active}` : undefined}
      className={styles['grid']}
      data-selecting={(selection && selection.keys.size > 0) || undefined}
      data-openable={props.rowHref || props.onOpenRow ? true : undefined}
      style={gridStyle(columns, selection !== undefined, rowHeight)}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={(event) => {
        if (event.target === event.currentTarget && active < 0 && rows.length > 0) setActive(0);
      }}
    >
      <ListHeader
        table={table}
        columns={columns}
        selectable={selection !== undefined}
        selectedCount={selection?.keys.size ?? 0}
        rowCount={rows.length}
        onSelectAll={(on) => selection?.setAll(on)}
      />
      <div
        role="rowgroup"
        className={styles['body']}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const key = rowKey(row);
          return (
            <ListRow
              key={key}
              id={`${idBase}-${item.index}`}
              row={row}
              index={item.index}
              top={item.start - headerHeight}
              columns={columns}
              href={props.rowHref?.(row)}
              name={props.rowName(row)}
              selectable={selection !== undefined}
              selected={selection?.keys.has(key) ?? false}
              active={item.index === active}
            />
          );
        })}
      </div>
      <ListTotals rows={rows} columns={columns} selectable={selection !== undefined} />
    </div>
  );
}

function gridStyle<Row>(
  columns: readonly ShownColumn<Row>[],
  selectable: boolean,
  rowHeight: number,
): CSSProperties {
  const tracks = columns.map(({ width, grows }) =>
    grows ? `minmax(${width}px, ${width}fr)` : `${width}px`,
  );
  const total = columns.reduce((sum, { width }) => sum + width, selectable ? 36 : 0);
  if (!columns.some(({ grows }) => grows)) tracks.push('1fr');
  const custom = {
    '--list-columns': [selectable ? '36px' : '', ...tracks].join(' '),
    '--list-width': `${total}px`,
    '--list-row': `${rowHeight}px`,
  };
  // React passes custom properties on; its type does not know them.
  return custom as CSSProperties;
}

function clickedIndex(event: MouseEvent): number | undefined {
  const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
  return row instanceof HTMLElement ? Number(row.dataset['index']) : undefined;
}

function clickedBox(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest(`.${styles['select']}`) !== null;
}

/** A click on a control of a cell, or one that ends a text selection, does not open the row. */
function mayOpen(event: MouseEvent): boolean {
  if (!(event.target instanceof Element)) return false;
  if (event.target.closest(`button, input, a:not(.${styles['link']})`)) return false;
  return document.getSelection()?.type !== 'Range';
}
