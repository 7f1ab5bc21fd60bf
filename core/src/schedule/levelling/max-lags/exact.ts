import { backTo, decide, lowOf, raise } from './bounds.ts';
import type { LagNetwork } from './network.ts';
import type { OrderedPairs } from './order-pairs.ts';
import { type MaxLagProblem, makespanOf } from './problem.ts';
import {
  activeChoice,
  createSearch,
  earliestChoice,
  learn,
  lookAtAll,
  propagate,
} from './search.ts';

/** A complete search that can be put aside and taken up again; it forgets nothing it has learned. */
export type ExactSearch = {
  /**
   * Goes on for at most so many decisions and conflicts: `found` when it comes upon a schedule,
   * `none` when it is proved that no schedule ends in time, else `open`.
   */
  readonly advance: (steps: number) => 'found' | 'none' | 'open';
  /** Decisions and conflicts so far. */
  readonly steps: () => number;
  /** Begins and length of the schedule found last. */
  readonly found: () => { readonly starts: readonly number[]; readonly makespan: number };
  /** From now on only schedules that end by then are sought. False: there are none. */
  readonly endBy: (makespan: number) => boolean;
  /** Starts near which better ones are sought first; those found last are by themselves. */
  readonly near: (starts: ArrayLike<number>) => void;
};

/** The links with what follows from them, of a problem without contradictions in its links. */
export type ExactStart = {
  readonly problem: MaxLagProblem;
  readonly pairs: OrderedPairs & { readonly network: Extract<LagNetwork, { ok: true }> };
};

/** Sets up the search for schedules that end by `horizon`, which the links alone must allow. */
export function exactSearch(
  { problem, pairs }: ExactStart,
  options: { readonly horizon: number; readonly seed: number },
): ExactSearch {
  const search = createSearch(problem, pairs, options);
  const { bounds, taskCount, guide } = search;
  const rounds = restarts();
  let isOpen = lookAtAll(search);
  let steps = 0;
  let starts: readonly number[] = [];

  /** One conflict or decision; true when every task has its start. */
  function step(): boolean {
    steps += 1;
    if (!propagate(search)) {
      isOpen = learn(search);
      rounds.conflict(() => backTo(bounds, 0));
      return false;
    }
    const choice = rounds.isActive() ? activeChoice(search) : earliestChoice(search);
    if (choice === null) return true;
    decide(bounds, choice[0], choice[1]);
    return false;
  }

  return {
    steps: () => steps,
    found: () => ({ starts, makespan: makespanOf(problem, starts) }),
    advance(more) {
      for (const end = steps + more; isOpen && steps < end; ) {
        if (!step()) continue;
        starts = problem.durations.map((_, task) => lowOf(bounds, task));
        guide.forEach((_, variable) => {
          guide[variable] = lowOf(bounds, variable);
        });
        backTo(bounds, 0);
        return 'found';
      }
      return isOpen ? 'open' : 'none';
    },
    endBy(makespan) {
      backTo(bounds, 0);
      isOpen &&= raise(bounds, 2 * taskCount + 1, -makespan, { kind: 'decision' });
      return isOpen;
    },
    near(wanted) {
      for (let task = 0; task < taskCount; task += 1) guide[task] = wanted[task] ?? 0;
    },
  };
}

/**
 * When to begin anew, and by which rule to choose: first the earliest task, then in turns, mostly
 * by activity. Lengths grow by a fifth each time.
 */
function restarts() {
  let length = 50;
  let since = 0;
  let round = 0;
  return {
    isActive: () => round % 4 !== 0,
    conflict: (restart: () => void): void => {
      since += 1;
      if (since < length) return;
      since = 0;
      round += 1;
      length = Math.min(length * 1.2, 2000);
      restart();
    },
  };
}
