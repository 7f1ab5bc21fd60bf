import type { MaxLagProblem } from './problem.ts';

/** What the links alone say, without the capacities. */
export type LagNetwork =
  | { readonly ok: false; readonly cycle: readonly number[] }
  | {
      readonly ok: true;
      /** distance[a × size + b]: b starts at least so long after a; `unlinked` when nothing says. */
      readonly distance: Int32Array;
      readonly size: number;
      /** Earliest start of each task. */
      readonly earliest: readonly number[];
      /** From the start of a task to the end of all, at least. */
      readonly tails: readonly number[];
    };

/** No chain of links leads from one to the other. */
export const unlinked = -1_000_000_000;

/**
 * Longest paths between all tasks (Floyd and Warshall, n³). A cycle of positive length can never be
 * kept, whatever the capacity: it is returned as the tasks along it.
 */
export function lagNetwork(problem: MaxLagProblem): LagNetwork {
  const size = problem.durations.length;
  const distance = new Int32Array(size * size).fill(unlinked);
  const via = new Int32Array(size * size).fill(-1);
  for (let task = 0; task < size; task += 1) distance[task * size + task] = 0;
  for (const { predecessor, successor, lag } of problem.lags) {
    const at = predecessor * size + successor;
    distance[at] = Math.max(distance[at] ?? unlinked, lag);
  }
  for (let middle = 0; middle < size; middle += 1) {
    closeOver(distance, via, size, middle);
    for (let task = 0; task < size; task += 1) {
      if ((distance[task * size + task] ?? 0) > 0) {
        return { ok: false, cycle: cycleThrough(via, size, task) };
      }
    }
  }
  return { ok: true, distance, size, ...ends(problem, distance, size) };
}

function closeOver(distance: Int32Array, via: Int32Array, size: number, middle: number): void {
  for (let from = 0; from < size; from += 1) {
    const first = distance[from * size + middle] ?? unlinked;
    if (first === unlinked) continue;
    for (let to = 0; to < size; to += 1) {
      const second = distance[middle * size + to] ?? unlinked;
      const at = from * size + to;
      if (second !== unlinked && first + second > (distance[at] ?? unlinked)) {
        distance[at] = first + second;
        via[at] = middle;
      }
    }
  }
}

/** The tasks on the longest path from a task back to itself, that task first. */
function cycleThrough(via: Int32Array, size: number, task: number): readonly number[] {
  const path: number[] = [];
  const walk = (from: number, to: number, depth: number): void => {
    const middle = via[from * size + to] ?? -1;
    if (middle < 0 || depth > size) {
      path.push(from);
      return;
    }
    walk(from, middle, depth + 1);
    walk(middle, to, depth + 1);
  };
  walk(task, task, 0);
  return [...new Set(path)];
}

function ends(problem: MaxLagProblem, distance: Int32Array, size: number) {
  const tasks = problem.durations.map((_, task) => task);
  const earliest = tasks.map((task) =>
    tasks.reduce((latest, from) => Math.max(latest, distance[from * size + task] ?? 0), 0),
  );
  const tails = tasks.map((task) =>
    tasks.reduce((longest, to) => {
      const path = distance[task * size + to] ?? unlinked;
      return path === unlinked ? longest : Math.max(longest, path + (problem.durations[to] ?? 0));
    }, 0),
  );
  return { earliest, tails };
}
