import type { Column, SortOrder } from './column.ts';

type SortKey = string | number | null;

/**
 * The rows in order: by the first order, then the next, then as they came (stable). Text goes by the
 * rules of the locale with numbers by size (`Deal 9` before `Deal 10`); rows without a value come
 * last in either direction. O(n log n); text is compared once per distinct value.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  sort: {
    readonly orders: readonly SortOrder[];
    readonly columns: readonly Column<Row>[];
    readonly locale: string;
  },
): readonly Row[] {
  const { orders, columns, locale } = sort;
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const sorts = orders.flatMap((order) => {
    const column = columns.find((candidate) => candidate.id === order.id);
    if (!column) return [];
    return [{ ranks: ranksOf(rows, column, collator), sign: order.descending ? -1 : 1 }];
  });
  if (sorts.length === 0) return rows;
  const indexes = Array.from(rows.keys());
  indexes.sort((a, b) => {
    for (const { ranks, sign } of sorts) {
      const difference = compareRanks(ranks[a] ?? null, ranks[b] ?? null, sign);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  return indexes.flatMap((index) => {
    const row = rows[index];
    return row === undefined ? [] : [row];
  });
}

/** Each row's place among the distinct values of the column; null without a value. */
function ranksOf<Row>(
  rows: readonly Row[],
  column: Column<Row>,
  collator: Intl.Collator,
): readonly (number | null)[] {
  const keys = rows.map((row) => keyOf(column, row));
  const texts = [...new Set(keys.filter((key) => typeof key === 'string'))];
  texts.sort((a, b) => collator.compare(a, b));
  const places = new Map<string, number>();
  let place = -1;
  texts.forEach((text, index) => {
    const before = texts[index - 1];
    if (before === undefined || collator.compare(before, text) !== 0) place += 1;
    places.set(text, place);
  });
  return keys.map((key) => (typeof key === 'string' ? (places.get(key) ?? null) : key));
}

function keyOf<Row>(column: Column<Row>, row: Row): SortKey {
  const value = (column.sortValue ?? column.value)(row);
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' && Number.isNaN(value) ? null : value;
}

function compareRanks(a: number | null, b: number | null, sign: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return (a - b) * sign;
}
