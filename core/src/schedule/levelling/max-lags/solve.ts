import { exactSearch } from './exact.ts';
import type { LagNetwork } from './network.ts';
import { orderPairs } from './order-pairs.ts';
import { type MaxLagProblem, makespanOf } from './problem.ts';
import type { createSearch } from './search.ts';

/** What is known when the search ends. A proof holds whatever the limit was. */
export type MaxLagAnswer =
  /** No schedule ends sooner. */
  | (Found & { readonly outcome: 'optimal' })
  /** A schedule, of which it is not known whether one ends sooner. */
  | (Found & { readonly outcome: 'feasible' })
  /** Proved: no schedule keeps all links and capacities. `because` says which tasks show it. */
  | {
      readonly outcome: 'infeasible';
      readonly because: Impossibility;
      readonly steps: number;
    }
  /** The limit came before a schedule or a proof. */
  | { readonly outcome: 'unknown'; readonly lowerBound: number; readonly steps: number };

export type Found = {
  readonly starts: readonly number[];
  readonly makespan: number;
  /** No schedule ends before this. */
  readonly lowerBound: number;
  readonly steps: number;
};

/** Why no schedule exists. */
export type Impossibility =
  /** The links of these tasks ask in a circle for more time than they allow. */
  | { readonly kind: 'lags'; readonly tasks: readonly number[] }
  /** These tasks cannot run together, and their links allow neither order. */
  | { readonly kind: 'pair'; readonly tasks: readonly number[] }
  /** This task asks more of a resource than there is. */
  | { readonly kind: 'demand'; readonly tasks: readonly number[] }
  /** No order of the tasks fits, as the complete search has shown. */
  | { readonly kind: 'search'; readonly tasks: readonly number[] };

export type MaxLagOptions = {
  /** Decisions and conflicts at most; default: no limit. */
  readonly maximumSteps?: number;
  /** Whole number; the same seed, problem and limit give the same answer. */
  readonly seed?: number;
  readonly shouldStop?: () => boolean;
  readonly onImprovement?: (starts: readonly number[], makespan: number) => void;
};

/**
 * Schedules tasks with minimum and maximum lags on shared capacity so that the last ends soonest.
 * Exact when the limit allows: lazy clause generation, that is search that learns from each
 * conflict, over start times, orders of pairs and resource profiles (Schutt, Feydt, Stuckey,
 * Wallace, 2013). Every answer can be checked by `maxLagViolations`.
 * Example: two tasks of 2 on one machine, the second at most 2 after the first: ends at 4.
 */
export function solveMaxLags(problem: MaxLagProblem, options: MaxLagOptions = {}): MaxLagAnswer {
  const tooGreedy = problem.durations.findIndex((duration, task) =>
    problem.capacities.some(
      (capacity, resource) => duration > 0 && (problem.demands[task]?.[resource] ?? 0) > capacity,
    ),
  );
  if (tooGreedy >= 0) return infeasible({ kind: 'demand', tasks: [tooGreedy] });
  const pairs = orderPairs(problem);
  const { network, impossible } = pairs;
  if (!network.ok) return infeasible({ kind: 'lags', tasks: network.cycle });
  if (impossible !== null) return infeasible({ kind: 'pair', tasks: impossible });
  const start = { problem, pairs: { ...pairs, network }, options };
  const climb = climbBound(start, lowerBound(problem, network));
  if (climb.best !== null) return answer(problem, climb);
  const horizon = Math.max(climb.bound, latestEnd(problem));
  const maximumSteps = options.maximumSteps ?? Number.POSITIVE_INFINITY;
  const end = run(start, { horizon, bound: climb.bound, maximumSteps: maximumSteps - climb.steps });
  return answer(problem, { ...end, steps: end.steps + climb.steps });
}

/** What every search of one call shares. */
type Start = {
  readonly problem: MaxLagProblem;
  readonly pairs: Parameters<typeof createSearch>[1];
  readonly options: MaxLagOptions;
};

/** Where a search ended; `isOpen` when it has neither the best schedule nor a proof of none. */
type End = {
  readonly best: readonly number[] | null;
  readonly bound: number;
  readonly steps: number;
  readonly isOpen: boolean;
};

function infeasible(because: Impossibility, steps = 0): MaxLagAnswer {
  return { outcome: 'infeasible', because, steps };
}

/** The longest path, and for each resource its work spread over its capacity. */
function lowerBound(problem: MaxLagProblem, network: Extract<LagNetwork, { ok: true }>): number {
  const path = network.earliest.map((earliest, task) => earliest + (network.tails[task] ?? 0));
  const energy = problem.capacities.map((capacity, resource) => {
    const work = problem.durations.reduce(
      (sum, duration, task) => sum + duration * (problem.demands[task]?.[resource] ?? 0),
      0,
    );
    return capacity === 0 ? 0 : Math.ceil(work / capacity);
  });
  return Math.max(0, ...path, ...energy);
}

/** If any schedule exists, one ends by then: every task waits for its longest link (Bartusch et al., 1988). */
function latestEnd(problem: MaxLagProblem): number {
  const longest = [...problem.durations];
  for (const { predecessor, lag } of problem.lags) {
    longest[predecessor] = Math.max(longest[predecessor] ?? 0, lag);
  }
  return longest.reduce((sum, length) => sum + length, 0);
}

/**
 * Raises the lower bound while a short search proves that no schedule ends by it (destructive
 * improvement, Klein & Scholl, 1999). Often it ends with a schedule, which then is the best.
 */
function climbBound(start: Start, from: number): End {
  const { maximumSteps = Number.POSITIVE_INFINITY } = start.options;
  const last = latestEnd(start.problem);
  let bound = from;
  let steps = 0;
  const most = Math.min(maximumSteps / 10, 20_000);
  while (bound < last && steps < most) {
    const part = run(start, { horizon: bound, bound, maximumSteps: Math.min(1000, most - steps) });
    steps += part.steps;
    if (part.best !== null) return { best: part.best, bound, steps, isOpen: false };
    if (part.isOpen) break;
    bound += 1;
  }
  return { best: null, bound, steps, isOpen: true };
}

function run(
  { problem, pairs, options }: Start,
  limits: { readonly horizon: number; readonly bound: number; readonly maximumSteps: number },
): End {
  const { shouldStop = () => false } = options;
  const { horizon, bound, maximumSteps } = limits;
  const search = exactSearch({ problem, pairs }, { horizon, seed: options.seed ?? 1 });
  let best: readonly number[] | null = null;
  let isOpen = true;
  while (isOpen && search.steps() < maximumSteps && !shouldStop()) {
    const outcome = search.advance(Math.min(64, maximumSteps - search.steps()));
    isOpen = outcome !== 'none';
    if (outcome !== 'found') continue;
    const { starts, makespan } = search.found();
    best = starts;
    options.onImprovement?.(starts, makespan);
    isOpen = makespan > bound && search.endBy(makespan - 1);
  }
  return { best, bound, steps: search.steps(), isOpen };
}

function answer(problem: MaxLagProblem, end: End): MaxLagAnswer {
  const { best, bound, steps, isOpen } = end;
  if (best === null) {
    const tasks = problem.durations.map((_, task) => task);
    return isOpen
      ? { outcome: 'unknown', lowerBound: bound, steps }
      : infeasible({ kind: 'search', tasks }, steps);
  }
  const makespan = makespanOf(problem, best);
  return isOpen
    ? { outcome: 'feasible', starts: best, makespan, lowerBound: bound, steps }
    : { outcome: 'optimal', starts: best, makespan, lowerBound: makespan, steps };
}
