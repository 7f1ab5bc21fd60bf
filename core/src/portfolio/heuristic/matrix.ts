import type { RelaxedOutcome } from '../milp.ts';
import type { Program } from '../program.ts';

/**
 * A program packed for searching: the entries of column `j` are at `starts[j]` to `starts[j + 1]`, and
 * the columns of candidate `c` are `firstColumn[c]` to `firstColumn[c + 1]`. Rows that say that a
 * candidate starts once are left out, since a state holds one column for each candidate.
 */
export type Matrix = {
  readonly columns: number;
  readonly candidates: number;
  readonly candidateOf: Int32Array;
  readonly firstColumn: Int32Array;
  readonly value: Float64Array;
  readonly starts: Int32Array;
  readonly row: Int32Array;
  readonly coefficient: Float64Array;
  readonly upper: Float64Array;
  /** 1 where a column has a negative coefficient: taking it out can break a row. */
  readonly supports: Uint8Array;
  /** All columns, the most valuable first. */
  readonly byValue: Int32Array;
  /** All columns, the one with the most value for its share of scarce rows first. */
  readonly byWorth: Int32Array;
  /** How much of each column the relaxation takes, 0 to 1. */
  readonly relaxed: Float64Array;
};

/** Packs a program, with the order of worth that the relaxation's prices give. */
export function matrixOf(
  program: Program,
  relaxation: Extract<RelaxedOutcome, { status: 'optimal' }>,
): Matrix {
  const rows = [...program.rows.entries()].filter(([, row]) => row.demand !== null);
  const columns = program.columns.length;
  const entries: (readonly [number, number])[][] = Array.from({ length: columns }, () => []);
  for (const [at, [, row]] of rows.entries())
    for (const [place, column] of row.columns.entries())
      entries[column]?.push([at, row.coefficients[place] ?? 0]);
  const prices = rows.map(([row]) => relaxation.rowPrices[row] ?? 0);
  const flat = entries.flat();
  const value = Float64Array.from(program.values);
  const worth = entries.map((own, column) => worthOf(own, value[column] ?? 0, prices));
  return {
    columns,
    ...candidatesOf(program),
    value,
    starts: startsOf(entries.map((own) => own.length)),
    row: Int32Array.from(flat, ([row]) => row),
    coefficient: Float64Array.from(flat, ([, coefficient]) => coefficient),
    upper: Float64Array.from(rows, ([, { upper }]) => upper),
    supports: Uint8Array.from(entries, (own) => (own.some(([, amount]) => amount < 0) ? 1 : 0)),
    byValue: descending(value),
    byWorth: descending(worth),
    relaxed: Float64Array.from(relaxation.point),
  };
}

/**
 * Value, and the price of what a column gives to rows, per price of what it takes from them.
 * Source: H. Pirkul (1987), pseudo-utility of the multidimensional knapsack by the relaxation's prices.
 */
function worthOf(
  entries: readonly (readonly [number, number])[],
  value: number,
  prices: readonly number[],
): number {
  let [gives, takes] = [value, 1e-9];
  for (const [row, coefficient] of entries) {
    const priced = (prices[row] ?? 0) * coefficient;
    if (priced < 0) gives -= priced;
    else takes += priced;
  }
  return gives / takes;
}

function candidatesOf({ columns }: Program) {
  const candidateOf = new Int32Array(columns.length);
  const firstColumn: number[] = [];
  for (const [column, { id }] of columns.entries()) {
    if (columns[column - 1]?.id !== id) firstColumn.push(column);
    candidateOf[column] = firstColumn.length - 1;
  }
  const candidates = firstColumn.length;
  return {
    candidates,
    candidateOf,
    firstColumn: Int32Array.from([...firstColumn, columns.length]),
  };
}

function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (const [at, length] of lengths.entries()) starts[at + 1] = (starts[at] ?? 0) + length;
  return starts;
}

function descending(key: ArrayLike<number>): Int32Array {
  const order = Array.from({ length: key.length }, (_, at) => at);
  return Int32Array.from(order.sort((a, b) => (key[b] ?? 0) - (key[a] ?? 0) || a - b));
}
