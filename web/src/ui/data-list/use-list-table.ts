import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Column } from './column.ts';
import type { ListState } from './list-state.ts';

const features = tableFeatures({
  columnSizingFeature,
  columnResizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
});

// The rows stay plain objects, sorted and filtered by our own pure functions and drawn straight from
// the column: a row model of 10,000 wrapped rows would be made anew at every key of the search.
const noRows: object[] = [];

type ListTableInput<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly state: ListState;
  readonly onStateChange: (state: ListState) => void;
};

/** TanStack Table keeps the columns: which are shown, how wide, sorted by what. */
export function useListTable<Row>({ columns, state, onStateChange }: ListTableInput<Row>) {
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: () => null,
        size: column.width ?? 140,
        minSize: 56,
        maxSize: 800,
        enableSorting: column.sortable ?? true,
        sortDescFirst: column.align === 'end',
      })),
    [columns],
  );
  const columnVisibility = useMemo(() => visibilityOf(columns, state), [columns, state]);
  const sorting = useMemo(
    () => state.sort.map((order) => ({ id: order.id, desc: order.descending })),
    [state.sort],
  );
  return useTable({
    features,
    columns: definitions,
    data: noRows,
    manualSorting: true,
    columnResizeMode: 'onChange',
    state: { columnVisibility, sorting },
    onSortingChange: (change) => {
      const next = typeof change === 'function' ? change(sorting) : change;
      const sort = next.map((order) => ({ id: order.id, descending: order.desc }));
      onStateChange({ ...state, sort });
    },
  });
}

export type ListTable = ReturnType<typeof useListTable>;

/** The columns shown, in their order, with their present widths. */
export function shownColumns<Row>(
  table: ListTable,
  columns: readonly Column<Row>[],
): readonly ShownColumn<Row>[] {
  return table.getVisibleLeafColumns().flatMap((leaf) => {
    const column = columns.find((candidate) => candidate.id === leaf.id);
    if (!column) return [];
    const width = leaf.getSize();
    const resized = width !== (column.width ?? 140);
    return [{ column, width, grows: (column.grow ?? false) && !resized }];
  });
}

export type ShownColumn<Row> = {
  readonly column: Column<Row>;
  readonly width: number;
  readonly grows: boolean;
};

/** Whether each column is shown: as somebody chose, else as the column says. */
export function visibilityOf<Row>(
  columns: readonly Column<Row>[],
  state: ListState,
): Record<string, boolean> {
  return Object.fromEntries(
    columns.map((column) => [column.id, state.columns[column.id] ?? !column.hidden]),
  );
}
