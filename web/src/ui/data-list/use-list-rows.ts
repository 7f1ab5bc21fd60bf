import { useDeferredValue, useMemo } from 'react';
import type { FilterDefinition } from '../filter-bar/filter.ts';
import { filterRows } from '../filter-bar/filter-rows.ts';
import { readerLocale } from '../format/locale.ts';
import type { Column } from './column.ts';
import type { ListState } from './list-state.ts';
import { searchRows, searchTexts } from './search-rows.ts';
import { sortRows } from './sort-rows.ts';

type ListRowsInput<Row> = {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly filters: readonly FilterDefinition<Row>[];
  readonly state: ListState;
};

/** The rows as the state asks for them: sorted once, then filtered and searched as somebody types. */
export function useListRows<Row>(input: ListRowsInput<Row>): readonly Row[] {
  const { rows, columns, filters, state } = input;
  const query = useDeferredValue(state.search);
  const sorted = useMemo(
    () => sortRows(rows, { orders: state.sort, columns, locale: readerLocale() }),
    [rows, state.sort, columns],
  );
  const searching = query.trim() !== '';
  const texts = useMemo(
    () => (searching ? searchTexts(sorted, columns) : []),
    [searching, sorted, columns],
  );
  const found = useMemo(() => searchRows(sorted, texts, query), [sorted, texts, query]);
  return useMemo(() => filterRows(found, state.filters, filters), [found, state.filters, filters]);
}
