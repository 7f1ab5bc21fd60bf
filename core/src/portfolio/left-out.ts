import type { Choice, Demand, PortfolioProblem } from './model.ts';
import { demandRows, type ProgramRow } from './program.ts';

/** A demand that taking a candidate would break, and by how much in the demand's own unit. */
export type Obstacle = {
  readonly demand: Demand;
  /** Minutes, minor units or points that are missing; candidates where it is about candidates. */
  readonly short: number;
};

/**
 * Why a candidate is not in a choice. `fits`: nothing is in its way, it only adds nothing to what is
 * maximised. Else, at the start where fewest demands are in its way, those demands, the greatest
 * shortage first. Other work could make room: `consequence` says at what cost.
 */
export type LeftOut = { readonly id: string } & (
  | { readonly reason: 'fits' }
  | { readonly reason: 'blocked'; readonly start: number; readonly by: readonly Obstacle[] }
);

/** A row of a demand with the sum that the choice makes in it, and its coefficients by column. */
type Line = {
  readonly row: ProgramRow;
  readonly used: number;
  readonly coefficientOf: ReadonlyMap<number, number>;
};

/** Why each candidate that is not chosen is left out, in the order of the problem. */
export function leftOut(problem: PortfolioProblem, chosen: readonly Choice[]): LeftOut[] {
  const startOf = new Map(chosen.map(({ id, start }) => [id, start]));
  const { columns, rows } = demandRows(problem);
  const lines = rows.map((row) => lineOf(row, columns, startOf));
  return problem.candidates
    .filter(({ id }) => !startOf.has(id))
    .map(({ id }) => {
      const own = [...columns.entries()].filter(([, choice]) => choice.id === id);
      const ways = own.map(([column, { start }]) => ({ start, by: obstacles(lines, column) }));
      const [best] = ways.sort((a, b) => a.by.length - b.by.length || a.start - b.start);
      return best === undefined || best.by.length === 0
        ? { id, reason: 'fits' }
        : { id, reason: 'blocked', ...best };
    });
}

function lineOf(
  row: ProgramRow,
  columns: readonly Choice[],
  startOf: ReadonlyMap<string, number>,
): Line {
  const coefficientOf = new Map(
    row.columns.map((column, at) => [column, row.coefficients[at] ?? 0] as const),
  );
  let used = 0;
  for (const [column, coefficient] of coefficientOf) {
    const choice = columns[column];
    if (choice && startOf.get(choice.id) === choice.start) used += coefficient;
  }
  return { row, used, coefficientOf };
}

/** Rows that the column would take beyond their upper, or further beyond it. */
function obstacles(lines: readonly Line[], column: number): Obstacle[] {
  const found = new Map<Demand, number>();
  for (const { row, used, coefficientOf } of lines) {
    const coefficient = coefficientOf.get(column) ?? 0;
    const short = used + coefficient - row.upper;
    if (coefficient > 0 && short > 0 && row.demand)
      found.set(row.demand, Math.max(short, found.get(row.demand) ?? 0));
  }
  return [...found].map(([demand, short]) => ({ demand, short })).sort((a, b) => b.short - a.short);
}
