import { calendarDate } from '@evenkeel/core/calendar-date';
import { describe, expect, test } from 'vitest';
import type { FilterDefinition } from '../filter-bar/filter.ts';
import { filterRows } from '../filter-bar/filter-rows.ts';
import type { Column } from './column.ts';
import { toCsv } from './csv.ts';
import { isListState, plainListState } from './list-state.ts';
import { searchRows, searchTexts } from './search-rows.ts';
import { sortRows } from './sort-rows.ts';

type Deal = {
  readonly id: number;
  readonly name: string | null;
  readonly stage: string;
  readonly value: number | null;
  readonly close: ReturnType<typeof calendarDate> | null;
};

const deals: readonly Deal[] = [
  { id: 1, name: 'Ärzte 10', stage: 'won', value: 300, close: calendarDate('2026-11-03') },
  { id: 2, name: 'ärzte 9', stage: 'open', value: null, close: null },
  { id: 3, name: 'Zebra', stage: 'open', value: 300, close: calendarDate('2026-11-01') },
  { id: 4, name: null, stage: 'lost', value: -5, close: calendarDate('2026-12-01') },
];

const columns: readonly Column<Deal>[] = [
  { id: 'name', label: 'Deal, name', value: (deal) => deal.name },
  { id: 'stage', label: 'Stage', value: (deal) => deal.stage },
  { id: 'value', label: 'Value', value: (deal) => deal.value },
];

const definitions: readonly FilterDefinition<Deal>[] = [
  { id: 'stage', label: 'Stage', kind: 'choice', choices: [], value: (deal) => deal.stage },
  { id: 'name', label: 'Name', kind: 'text', value: (deal) => deal.name },
  { id: 'value', label: 'Value', kind: 'number', value: (deal) => deal.value },
  { id: 'close', label: 'Close', kind: 'date', value: (deal) => deal.close },
];

const ids = (rows: readonly Deal[]) => rows.map((row) => row.id);
const sorted = (...orders: { id: string; descending: boolean }[]) =>
  ids(sortRows(deals, { orders, columns, locale: 'de' }));

describe('sorting', () => {
  test('text follows the locale and counts numbers, rows without a value come last', () => {
    expect(sorted({ id: 'name', descending: false })).toEqual([2, 1, 3, 4]);
    expect(sorted({ id: 'name', descending: true })).toEqual([3, 1, 2, 4]);
    expect(sorted({ id: 'value', descending: true })).toEqual([1, 3, 4, 2]);
  });

  test('equal rows keep the order they came in', () => {
    expect(sorted({ id: 'value', descending: false })).toEqual([4, 1, 3, 2]);
    expect(sorted({ id: 'stage', descending: false }).slice(1, 3)).toEqual([2, 3]);
  });

  test('a second order decides between equals', () => {
    const orders = [
      { id: 'value', descending: false },
      { id: 'name', descending: true },
    ];
    expect(sorted(...orders)).toEqual([4, 3, 1, 2]);
  });

  test('the given rows stay as they were, and an unknown column changes nothing', () => {
    expect(sorted({ id: 'gone', descending: false })).toEqual([1, 2, 3, 4]);
    expect(ids(deals)).toEqual([1, 2, 3, 4]);
  });

  test('10,000 rows are in order, each once', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      ...deals[0],
      id: index,
      name: `Deal ${(index * 7919) % 5000}`,
      stage: 'open',
      value: null,
      close: null,
    }));
    const order = [{ id: 'name', descending: false }];
    const rows = sortRows(many, { orders: order, columns, locale: 'en' });
    const numbers = rows.map((row) => Number((row.name ?? '').slice(5)));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(ids(rows)).size).toBe(10_000);
  });
});

describe('filtering', () => {
  test('all filters must pass, both ends of a range count', () => {
    const filters = [
      { id: 'stage', kind: 'choice', anyOf: ['open', 'won'] },
      { id: 'value', kind: 'number', from: 300, to: 300 },
    ] as const;
    expect(ids(filterRows(deals, filters, definitions))).toEqual([1, 3]);
    const dates = [{ id: 'close', kind: 'date', to: calendarDate('2026-11-03') }] as const;
    expect(ids(filterRows(deals, dates, definitions))).toEqual([1, 3]);
  });

  test('an empty filter and one of an unknown column leave nothing out', () => {
    const filters = [
      { id: 'stage', kind: 'choice', anyOf: [] },
      { id: 'name', kind: 'text', contains: ' ' },
      { id: 'gone', kind: 'text', contains: 'x' },
    ] as const;
    expect(filterRows(deals, filters, definitions)).toBe(deals);
  });

  test('text is found without accents and capitals', () => {
    const filters = [{ id: 'name', kind: 'text', contains: 'ARZTE' }] as const;
    expect(ids(filterRows(deals, filters, definitions))).toEqual([1, 2]);
  });
});

test('every word of a search must stand somewhere in the row', () => {
  const texts = searchTexts(deals, columns);
  expect(ids(searchRows(deals, texts, 'arzte open'))).toEqual([2]);
  expect(ids(searchRows(deals, texts, ''))).toEqual([1, 2, 3, 4]);
  expect(ids(searchRows(deals, texts, 'nobody'))).toEqual([]);
});

test('an export quotes what needs it and disarms formulae', () => {
  const rows = [{ ...deals[2], id: 9, name: '=SUM("A1",2)', stage: 'a', value: -5, close: null }];
  expect(toCsv(rows, columns)).toBe(
    '\ufeff"Deal, name",Stage,Value\r\n"\'=SUM(""A1"",2)",a,-5\r\n',
  );
});

test('only a whole list state is taken from an address', () => {
  expect(isListState(plainListState)).toBe(true);
  expect(isListState({ ...plainListState, filters: [{ id: 'a', kind: 'text' }] })).toBe(false);
  expect(isListState({ ...plainListState, density: 'tiny' })).toBe(false);
  expect(isListState('x')).toBe(false);
});
