import type { Issue } from '../issue.ts';
import { check, type PortfolioTotals } from './check.ts';
import type { MilpOutcome, MilpProgress, MilpRow, MilpSolver } from './milp.ts';
import type { Choice, PortfolioProblem } from './model.ts';
import { greatestDivisor, type Program, programOf } from './program.ts';
import { validate } from './validate.ts';

/** How a portfolio is to be solved. */
export type SolveOptions = {
  readonly solver: MilpSolver;
  /** Stop once it is proven that no choice is better by more than this share of the value; 0: exact. */
  readonly relativeGap?: number;
  /** Wall-clock seconds of the exact search; without it the search ends with the proof. */
  readonly seconds?: number;
  /** Same seed, problem and no limit of time: same choice. */
  readonly seed?: number;
  readonly shouldStop?: () => boolean;
  /** Told as the search goes on; `value` and `bound` are of the yardstick that is maximised. */
  readonly onProgress?: (progress: MilpProgress) => void;
};

/**
 * `optimal`: no allowed choice is worth more than `bound`, and the choice is within the gap asked for.
 * `feasible`: stopped before; the gap is what is left to prove. `infeasible`: no choice keeps all
 * demands (`findConflict` names a smallest set of them). `unknown`: stopped before one was found.
 */
export type PortfolioResult =
  | PortfolioSolution
  | { readonly status: 'infeasible' | 'unknown' }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] };

/** A choice that the checker has passed. */
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

/**
 * The best choice of candidates and start months, with the proof. The choice and its amounts are exact
 * (checked in whole numbers); the bound holds within the solver's tolerance of 1e-6.
 */
export function solvePortfolio(problem: PortfolioProblem, options: SolveOptions): PortfolioResult {
  const issues = validate(problem);
  if (issues.length > 0) return { status: 'invalid', issues };
  const program = programOf(problem);
  const scale = program.values.reduce(greatestDivisor, 0) || 1;
  return exact(problem, program, scale, options);
}

/**
 * A solver that works in floating point may pass a point that misses a row by its tolerance. The
 * checker sees that; the point is then ruled out by a row of its own, which is exact, and solved again.
 */
function exact(
  problem: PortfolioProblem,
  program: Program,
  scale: number,
  options: SolveOptions,
): PortfolioResult {
  const excluded: MilpRow[] = [];
  for (;;) {
    const outcome = milp(program, excluded, scale, options);
    if (outcome.status === 'infeasible' || outcome.status === 'unknown')
      return { status: outcome.status };
    const chosen = program.columns.filter((_, column) => (outcome.point[column] ?? 0) > 0.5);
    const { violations, totals } = check(problem, chosen);
    const { maximise } = problem.objective;
    if (violations.length === 0)
      return {
        chosen,
        ...totals,
        ...proof(
          program,
          outcome,
          scale,
          maximise === 'margin' ? totals.marginMinor : totals.contribution,
        ),
      };
    excluded.push(exclusion(outcome.point));
  }
}

function milp(
  program: Program,
  excluded: readonly MilpRow[],
  scale: number,
  options: SolveOptions,
): MilpOutcome {
  const { onProgress } = options;
  return options.solver.solve(
    {
      values: program.values.map((value) => value / scale),
      rows: [...program.rows, ...excluded],
    },
    {
      start: null,
      relativeGap: options.relativeGap ?? 0,
      absoluteGap: 0.999,
      seconds: options.seconds ?? Infinity,
      seed: options.seed ?? 1,
      shouldStop: options.shouldStop ?? (() => false),
      onProgress: ({ value, bound, nodes }) =>
        onProgress?.({ value: value * scale, bound: bound * scale, nodes }),
    },
  );
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

/** How good a value is proven to be. Without any bound: all that could be taken, taken. */
function proof(
  program: Program,
  outcome: Extract<MilpOutcome, { status: 'optimal' | 'feasible' }>,
  scale: number,
  value: number,
): Pick<PortfolioSolution, 'status' | 'value' | 'bound' | 'gap' | 'nodes'> {
  const bound = Math.max(value, Math.min(wholeBound(outcome.bound) * scale, allOf(program)));
  const gap = (bound - value) / Math.max(1, Math.abs(value));
  const status = bound === value ? 'optimal' : outcome.status;
  return { status, value, bound, gap, nodes: outcome.nodes };
}

function allOf({ columns, values }: Program): number {
  const greatest = new Map<string, number>();
  for (const [column, { id }] of columns.entries())
    greatest.set(id, Math.max(greatest.get(id) ?? 0, values[column] ?? 0));
  return [...greatest.values()].reduce((sum, value) => sum + value, 0);
}

/** Values are whole, so the bound can be rounded down, but for what floating point may have lost. */
function wholeBound(bound: number): number {
  return Math.floor(bound + 1e-6 * Math.max(1, Math.abs(bound) * 1e-3));
}
