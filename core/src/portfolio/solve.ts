import type { Issue } from '../issue.ts';
import {
  hasChoice,
  type PortfolioSolution,
  proven,
  type SearchOptions,
  type SearchResult,
  search,
  solutionOf,
} from './exact.ts';
import { findStart } from './heuristic/start.ts';
import type { Choice, PortfolioProblem } from './model.ts';
import { type Program, programOf } from './program.ts';
import { validate } from './validate.ts';

/** How a portfolio is to be solved. */
export type SolveOptions = SearchOptions & {
  /** A choice to start from, such as the one before the problem was changed. */
  readonly start?: readonly Choice[];
  /** Milliseconds of any clock. With it `seconds` holds for the whole call, without it for each part. */
  readonly now?: () => number;
  /** Children of the genetic search that looks for a start; by default few, by the problem's size. */
  readonly steps?: number;
};

/**
 * `optimal`: no allowed choice is worth more than `bound`, and the choice is within the gap asked for.
 * `feasible`: stopped before; the gap is what is left to prove. `infeasible`: no choice keeps all
 * demands (`findConflict` names a smallest set of them). `unknown`: stopped before one was found.
 */
export type PortfolioResult =
  | SearchResult
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] };

/** Of the seconds given, the share in which a start is looked for; the rest is for the proof. */
const startShare = 0.6;

/**
 * The best choice of candidates and start months, with the proof: a start by the relaxation and a
 * genetic search, then the exact search from there. The choice and its amounts are exact (checked in
 * whole numbers); the bound holds within the solver's tolerance of 1e-6.
 */
export function solvePortfolio(problem: PortfolioProblem, options: SolveOptions): PortfolioResult {
  const issues = validate(problem);
  if (issues.length > 0) return { status: 'invalid', issues };
  const program = programOf(problem);
  const elapsed = stopwatch(options.now);
  const seconds = options.seconds ?? Infinity;
  const stopAt = seconds * startShare;
  const shouldStop = options.shouldStop ?? (() => false);
  const relativeGap = options.relativeGap ?? 0;
  const start = findStart(program, {
    solver: options.solver,
    steps: options.steps ?? defaultSteps(program),
    seed: options.seed ?? 1,
    relativeGap,
    shouldStop: () => shouldStop() || elapsed() > stopAt,
    onImproved: (value, bound) => options.onProgress?.({ value, bound, nodes: 0 }),
  });
  if (start.status === 'infeasible') return { status: 'infeasible' };
  const first = better(problem, [start.chosen, options.start ?? null], {
    bound: start.bound,
    relativeGap,
  });
  if (first?.status === 'optimal') return first;
  const found = search(
    { problem, program, start: first?.chosen ?? null },
    {
      ...options,
      // The solver's own clock only where no other is given.
      seconds: options.now ? Infinity : seconds,
      shouldStop: () => shouldStop() || elapsed() > seconds,
    },
  );
  return together(found, first, relativeGap);
}

/** Seconds since now; always 0 without a clock. */
function stopwatch(now: (() => number) | undefined): () => number {
  if (!now) return () => 0;
  const begin = now();
  return () => (now() - begin) / 1000;
}

/** Small programs are solved faster than a start is found. */
function defaultSteps({ columns }: Program): number {
  return columns.length < 40 ? 0 : Math.max(200, Math.round(200_000 / columns.length));
}

/** The choice of the greatest value that the checker passes. */
function better(
  problem: PortfolioProblem,
  choices: readonly (readonly Choice[] | null)[],
  known: { readonly bound: number; readonly relativeGap: number },
): PortfolioSolution | null {
  let best: PortfolioSolution | null = null;
  for (const chosen of choices) {
    const solution = chosen && solutionOf(problem, chosen, known);
    if (solution && (best === null || solution.value > best.value)) best = solution;
  }
  return best;
}

/** What the exact search found, or the start where it was stopped before; with the lower bound of both. */
function together(
  found: SearchResult,
  first: PortfolioSolution | null,
  relativeGap: number,
): SearchResult {
  if (first === null) return found;
  if (!hasChoice(found)) return found.status === 'unknown' ? first : found;
  const best = found.value >= first.value ? found : first;
  return proven(best, Math.min(found.bound, first.bound), relativeGap);
}
