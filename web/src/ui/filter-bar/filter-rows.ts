import { foldText } from '../fold-text.ts';
import type { Filter, FilterDefinition } from './filter.ts';

/** The rows that pass every filter, in their order. A filter without a choice passes all. */
export function filterRows<Row>(
  rows: readonly Row[],
  filters: readonly Filter[],
  definitions: readonly FilterDefinition<Row>[],
): readonly Row[] {
  const tests = filters
    .map((filter) => {
      const definition = definitions.find((candidate) => candidate.id === filter.id);
      return definition ? testOf(filter, definition) : undefined;
    })
    .filter((test) => test !== undefined);
  if (tests.length === 0) return rows;
  return rows.filter((row) => tests.every((test) => test(row)));
}

type RowTest<Row> = (row: Row) => boolean;

function testOf<Row>(filter: Filter, definition: FilterDefinition<Row>): RowTest<Row> | undefined {
  if (filter.kind === 'choice' && definition.kind === 'choice')
    return choiceTest(filter.anyOf, definition.value);
  if (filter.kind === 'text' && definition.kind === 'text') {
    const wanted = foldText(filter.contains.trim());
    return wanted ? (row) => foldText(definition.value(row) ?? '').includes(wanted) : undefined;
  }
  if (filter.kind === 'number' && definition.kind === 'number')
    return rangeTest(filter, definition.value);
  if (filter.kind === 'date' && definition.kind === 'date')
    return rangeTest(filter, definition.value);
  return undefined;
}

function choiceTest<Row>(
  anyOf: readonly string[],
  readValue: (row: Row) => string | readonly string[] | null | undefined,
): RowTest<Row> | undefined {
  if (anyOf.length === 0) return undefined;
  const wanted = new Set(anyOf);
  return (row) => {
    const value = readValue(row);
    if (value === null || value === undefined) return false;
    return typeof value === 'string' ? wanted.has(value) : value.some((item) => wanted.has(item));
  };
}

/** Both ends included; a row without a value lies in no range. */
function rangeTest<Row, Value extends string | number>(
  range: { readonly from?: Value; readonly to?: Value },
  readValue: (row: Row) => Value | null | undefined,
): RowTest<Row> | undefined {
  const { from, to } = range;
  if (from === undefined && to === undefined) return undefined;
  return (row) => {
    const value = readValue(row);
    if (value === null || value === undefined) return false;
    return (from === undefined || value >= from) && (to === undefined || value <= to);
  };
}
