import { findConflict } from '../portfolio/conflict.ts';
import type { PortfolioSolution, SearchOptions } from '../portfolio/exact.ts';
import type { MilpSolver } from '../portfolio/milp.ts';
import { acceptOverload } from '../portfolio/overload.ts';
import { type PortfolioResult, solvePortfolio } from '../portfolio/solve.ts';
import { type Explaining, explain } from './explain.ts';
import { placements } from './placements.ts';
import { type ChoiceInput, portfolioProblem, rawProblem } from './problem.ts';
import type { ChoiceProgress, ChoiceResult } from './result.ts';

/** How a choice is computed. */
export type ComputeOptions = {
  readonly solver: MilpSolver;
  readonly seed: number;
  /** Wall-clock seconds for choosing. */
  readonly seconds: number;
  readonly shouldStop: () => boolean;
  /** Whether the time for explaining is over: what is not explained by then is left out. */
  readonly isLate: () => boolean;
  readonly onProgress: (progress: ChoiceProgress) => void;
};

/** Counted up when the same input, seed and limit would give another result than before. */
export const engineVersion = 1;

/** What came of computing a choice. */
export type Computed =
  | { readonly ok: true; readonly result: ChoiceResult }
  | { readonly ok: false; readonly failure: string };

/** Chooses, and says everything that is shown of the choice. */
export function computeChoice(input: ChoiceInput, options: ComputeOptions): Computed {
  const problem = portfolioProblem(input);
  const search = searchOptions(options);
  const solved = solvePortfolio(problem, { ...search, onProgress: (at) => tell(options, at) });
  if (solved.status === 'invalid')
    return { ok: false, failure: solved.issues.map(({ message }) => message).join(' ') };
  const explaining = { input, problem, options, search: explanationOptions(options) };
  const result = isSolution(solved)
    ? resultOf(solved, refined(solved, explaining), explaining)
    : nothingOf(solved.status, explaining);
  return { ok: true, result };
}

function searchOptions({ solver, seed, seconds, shouldStop }: ComputeOptions): SearchOptions {
  return { solver, seed, seconds, shouldStop, relativeGap: 0 };
}

/** An explanation asks many small questions: each is given up once the time is over. */
function explanationOptions(options: ComputeOptions): SearchOptions {
  return {
    ...searchOptions(options),
    shouldStop: () => options.shouldStop() || options.isLate(),
  };
}

function tell(
  { onProgress }: ComputeOptions,
  { value, bound }: { readonly value: number; readonly bound: number },
): void {
  const isKnown = Number.isFinite(value) && Number.isFinite(bound);
  const gap = isKnown
    ? Math.round(((bound - value) / Math.max(1, Math.abs(value))) * 10_000)
    : null;
  onProgress({ step: 'choosing', gapBasisPoints: gap, done: 0, of: 1 });
}

type Solved = Exclude<PortfolioResult, { readonly status: 'invalid' }>;

function isSolution(solved: Solved): solved is PortfolioSolution {
  return solved.status === 'optimal' || solved.status === 'feasible';
}

/**
 * Of all choices that bring as much of the yardstick that is maximised, one with the most of the other:
 * the second never costs any of the first.
 */
function refined(solved: PortfolioSolution, { problem, search }: Explaining): PortfolioSolution {
  const { maximise } = problem.objective;
  const objective =
    maximise === 'margin'
      ? ({ maximise: 'contribution', leastMarginMinor: solved.marginMinor } as const)
      : ({ maximise: 'margin', leastContribution: solved.contribution } as const);
  const second = solvePortfolio({ ...problem, objective }, search);
  return second.status === 'optimal' || second.status === 'feasible' ? second : solved;
}

/** What is proven is proven of the first search; the choice shown is that of the second. */
function resultOf(
  solved: PortfolioSolution,
  shown: PortfolioSolution,
  explaining: Explaining,
): ChoiceResult {
  const { status, value, bound, gap } = solved;
  const base = { ...shown, status, value, bound, gap };
  return {
    ...head(explaining),
    ...explain(base, explaining),
    status,
    marginMinor: shown.marginMinor,
    contribution: shown.contribution,
    bound,
    gap,
    chosen: placements(shown.chosen, explaining.input.facts),
    conflict: [],
  };
}

function nothingOf(status: 'infeasible' | 'unknown', explaining: Explaining): ChoiceResult {
  explaining.options.onProgress({ step: 'explaining', gapBasisPoints: null, done: 0, of: 1 });
  const conflict =
    status === 'infeasible'
      ? findConflict(explaining.problem, explaining.search)
      : ({ status: 'unknown' } as const);
  return {
    ...head(explaining),
    status,
    marginMinor: 0,
    contribution: 0,
    bound: 0,
    gap: 0,
    chosen: [],
    leftOut: [],
    binding: null,
    worths: [],
    monthPrices: [],
    frontier: [],
    conflict: conflict.status === 'conflict' ? conflict.demands : [],
    isPartial: conflict.status === 'unknown',
  };
}

function head({ input }: Explaining): Pick<ChoiceResult, 'maximised' | 'overloads'> {
  const { overloads } = acceptOverload(rawProblem(input));
  return { maximised: input.aims.maximise, overloads };
}
