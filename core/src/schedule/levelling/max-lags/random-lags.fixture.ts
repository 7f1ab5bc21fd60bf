import { type Random, randomInteger } from '../../../random.ts';
import type { MaxLag, MaxLagProblem } from './problem.ts';

/** A made-up problem: some links forward, some maximum lags back; about half have a schedule. */
export function randomLags(random: Random, size: number, resources: number): MaxLagProblem {
  const tasks = Array.from({ length: size }, (_, task) => task);
  const durations = tasks.map(() => randomInteger(random, 0, 4));
  const demands = tasks.map(() =>
    Array.from({ length: resources }, () => randomInteger(random, 0, 3)),
  );
  const capacities = Array.from({ length: resources }, () => randomInteger(random, 3, 5));
  const lags: MaxLag[] = [];
  for (let successor = 1; successor < size; successor += 1) {
    const predecessor = randomInteger(random, Math.max(0, successor - 3), successor - 1);
    lags.push({ predecessor, successor, lag: randomInteger(random, -1, 5) });
    if (random() < 0.4) {
      const most = randomInteger(random, 0, 7);
      lags.push({ predecessor: successor, successor: predecessor, lag: -most });
    }
  }
  return { durations, demands, capacities, lags };
}

/**
 * The least makespan by trying every start up to `horizon`, or null: the judge of small problems.
 */
export function leastMakespan(problem: MaxLagProblem, horizon: number): number | null {
  const starts: number[] = [];
  let best: number | null = null;
  const place = (task: number): void => {
    const duration = problem.durations[task];
    if (duration === undefined) {
      const end = starts.reduce((late, at, index) => Math.max(late, at + lengthOf(index)), 0);
      best = best === null ? end : Math.min(best, end);
      return;
    }
    for (let start = 0; start + duration <= (best ?? horizon + 1) - 1; start += 1) {
      starts[task] = start;
      if (fits(problem, starts, task)) place(task + 1);
    }
    starts.length = task;
  };
  const lengthOf = (task: number): number => problem.durations[task] ?? 0;
  place(0);
  return best;
}

function fits(problem: MaxLagProblem, starts: readonly number[], last: number): boolean {
  const keepsLags = problem.lags.every(({ predecessor, successor, lag }) => {
    if (predecessor > last || successor > last) return true;
    return (starts[successor] ?? 0) - (starts[predecessor] ?? 0) >= lag;
  });
  return keepsLags && starts.every((at) => keepsCapacity(problem, starts, at));
}

function keepsCapacity(problem: MaxLagProblem, starts: readonly number[], at: number): boolean {
  return problem.capacities.every((capacity, resource) => {
    const demand = starts.reduce((sum, start, task) => {
      const runs = start <= at && at < start + (problem.durations[task] ?? 0);
      return runs ? sum + (problem.demands[task]?.[resource] ?? 0) : sum;
    }, 0);
    return demand <= capacity;
  });
}
