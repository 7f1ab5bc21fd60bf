import { check, type PortfolioTotals } from './check.ts';
import type { MilpControls, MilpOutcome, MilpProgress, MilpRow, MilpSolver } from './milp.ts';
import type { Choice, PortfolioProblem } from './model.ts';
import { greatestDivisor, type Program, programOf } from './program.ts';
import { wholeBound } from './whole-bound.ts';

/** How an exact search is to work. */
export type SearchOptions = {
  readonly solver: MilpSolver;
  /** Stop once it is proven that no choice is better by more than this share of the value; 0: exact. */
  readonly relativeGap?: number;
  /** Wall-clock seconds of each exact search; without it the search ends with the proof. */
  readonly seconds?: number;
  /** Same seed, problem and no limit of time: same choice. */
  readonly seed?: number;
  readonly shouldStop?: () => boolean;
  /** Told as the search goes on; `value` and `bound` are of the yardstick that is maximised. */
  readonly onProgress?: (progress: MilpProgress) => void;
};

/** What a search came to; `optimal`: within the gap asked for. */
export type SearchResult = PortfolioSolution | NoSolution;

/** `infeasible`: no choice keeps all demands. `unknown`: stopped before one was found. */
export type NoSolution = { readonly status: 'infeasible' | 'unknown' };

/** A choice that the checker has passed, with what is proven of it. */
export type PortfolioSolution = PortfolioTotals & {
  readonly status: 'optimal' | 'feasible';
  readonly chosen: readonly Choice[];
  /** The yardstick that is maximised: margin in minor units or contribution in points. */
  readonly value: number;
  /** Proven: no allowed choice has a greater value. */
  readonly bound: number;
  /** (bound − value) / |value|, 0 when they are equal. */
  readonly gap: number;
  readonly nodes: number;
};

/** A choice found in another way, with the bound that is known; `null` when it breaks a rule. */
export function solutionOf(
  problem: PortfolioProblem,
  chosen: readonly Choice[],
  known: { readonly bound: number; readonly relativeGap: number },
): PortfolioSolution | null {
  const { violations, totals } = check(problem, chosen);
  if (violations.length > 0) return null;
  const { maximise } = problem.objective;
  const value = maximise === 'margin' ? totals.marginMinor : totals.contribution;
  const unproven = { chosen, ...totals, value, bound: value, gap: 0, nodes: 0 };
  return proven({ ...unproven, status: 'feasible' }, known.bound, known.relativeGap);
}

/** The solution with this bound instead of its own. */
export function proven(
  solution: PortfolioSolution,
  bound: number,
  relativeGap: number,
): PortfolioSolution {
  const atLeast = Math.max(solution.value, bound);
  const gap = gapOf(solution.value, atLeast);
  const status = gap <= relativeGap ? 'optimal' : solution.status;
  return { ...solution, bound: atLeast, gap, status };
}

function gapOf(value: number, bound: number): number {
  return bound === value ? 0 : (bound - value) / Math.max(1, Math.abs(value));
}

/** Whether a search came to a choice. */
export function hasChoice(result: SearchResult): result is PortfolioSolution {
  return result.status === 'optimal' || result.status === 'feasible';
}

/** The best choice of a problem, by its whole program; see `search`. */
export function searched(
  problem: PortfolioProblem,
  start: readonly Choice[] | null,
  options: SearchOptions,
): SearchResult {
  return search({ problem, program: programOf(problem), start }, options);
}

/** A program to be solved for a problem, from a choice that keeps every rule, if there is one. */
export type Search = {
  readonly problem: PortfolioProblem;
  readonly program: Program;
  readonly start: readonly Choice[] | null;
};

/**
 * The best choice for a program of the problem's demands. The choice is checked in whole numbers; the
 * bound holds within the solver's tolerance. Throws when a choice that keeps every row of the program
 * breaks a rule of the problem, which would be a fault of the program.
 */
export function search(input: Search, options: SearchOptions): SearchResult {
  const { problem, program } = input;
  const scale = program.values.reduce(greatestDivisor, 0) || 1;
  const outcome = solvedRows(scaled(program, scale), {
    start: input.start && pointOf(program, input.start),
    relativeGap: options.relativeGap ?? 0,
    absoluteGap: 0.999,
    seconds: options.seconds ?? Infinity,
    seed: options.seed ?? 1,
    shouldStop: options.shouldStop ?? (() => false),
    onProgress: ({ value, bound, nodes }) =>
      options.onProgress?.({ value: value * scale, bound: bound * scale, nodes }),
    solver: options.solver,
  });
  if (!('point' in outcome)) return { status: outcome.status };
  const chosen = program.columns.filter((_, column) => (outcome.point[column] ?? 0) > 0.5);
  const { violations, totals } = check(problem, chosen);
  if (violations[0]) throw new Error(`the program missed a rule: ${violations[0].message}`);
  const { maximise } = problem.objective;
  const value = maximise === 'margin' ? totals.marginMinor : totals.contribution;
  return { chosen, ...totals, value, ...proof(program, outcome, scale, value) };
}

/**
 * Solves until a point keeps every row in whole numbers. A solver in floating point may pass one that
 * misses a row by its tolerance: that point is ruled out by a row of its own, and the rest is solved.
 */
export function solvedRows(
  program: Program,
  { solver, ...controls }: MilpControls & { readonly solver: MilpSolver },
): MilpOutcome {
  const rows: MilpRow[] = [...program.rows];
  for (;;) {
    const outcome = solver.solve({ values: program.values, rows }, controls);
    if (!('point' in outcome)) return outcome;
    if (program.rows.every((row) => isKept(row, outcome.point))) return outcome;
    rows.push(exclusion(outcome.point));
  }
}

/** Whether rounded columns keep a row; sums are of whole numbers below 9.007e15, thus exact. */
function isKept({ columns, coefficients, upper }: MilpRow, point: ArrayLike<number>): boolean {
  let sum = 0;
  for (const [at, column] of columns.entries())
    if ((point[column] ?? 0) > 0.5) sum += coefficients[at] ?? 0;
  return sum <= upper;
}

/** That at least one column is other than in `point`. */
function exclusion(point: ArrayLike<number>): MilpRow {
  const isOne = Array.from(point, (value) => value > 0.5);
  return {
    columns: isOne.map((_, column) => column),
    coefficients: isOne.map((one) => (one ? 1 : -1)),
    upper: isOne.filter(Boolean).length - 1,
  };
}

function scaled(program: Program, scale: number): Program {
  if (scale === 1) return program;
  return { ...program, values: program.values.map((value) => value / scale) };
}

function pointOf({ columns }: Program, chosen: readonly Choice[]): number[] {
  const startOf = new Map(chosen.map(({ id, start }) => [id, start]));
  return columns.map(({ id, start }) => (startOf.get(id) === start ? 1 : 0));
}

/** How good a value is proven to be. Without any bound: all that could be taken, taken. */
function proof(
  program: Program,
  outcome: Extract<MilpOutcome, { status: 'optimal' | 'feasible' }>,
  scale: number,
  value: number,
): Pick<PortfolioSolution, 'status' | 'bound' | 'gap' | 'nodes'> {
  const bound = Math.max(value, Math.min(wholeBound(outcome.bound) * scale, allOf(program)));
  const gap = gapOf(value, bound);
  const status = bound === value ? 'optimal' : outcome.status;
  return { status, bound, gap, nodes: outcome.nodes };
}

function allOf({ columns, values }: Program): number {
  const greatest = new Map<string, number>();
  for (const [column, { id }] of columns.entries())
    greatest.set(id, Math.max(greatest.get(id) ?? 0, values[column] ?? 0));
  return [...greatest.values()].reduce((sum, value) => sum + value, 0);
}
