// Orders of activities. Indices are within bounds by construction; each `as number` only says so.
import type { Compiled } from './compile.ts';
import type { Direction } from './direction.ts';
import type { Times } from './generate.ts';

/**
 * Turns a plan of one direction into the order for the other: last finish first, ties by the other
 * direction's topological order. Counting sort, n + makespan steps.
 */
export function orderSorter(compiled: Compiled, target: Direction) {
  const { size } = compiled;
  const { topological } = target;
  const counts = new Int32Array(target.length + 2);
  const mend = orderMender(compiled, target);
  return (times: Times, makespan: number, order: Int32Array): void => {
    const { finish } = times;
    const span = compiled.isPlain ? makespan : makespan - leastOf(finish, makespan);
    counts.fill(0, 0, span + 1);
    for (let index = 0; index < size; index += 1) {
      const key = makespan - (finish[index] as number);
      counts[key] = (counts[key] as number) + 1;
    }
    // The sum stays in a register: reading back what was just stored would stall each step.
    let sum = 0;
    for (let key = 0; key <= span; key += 1) {
      const count = counts[key] as number;
      counts[key] = sum;
      sum += count;
    }
    for (let place = 0; place < size; place += 1) {
      const index = topological[place] as number;
      const key = makespan - (finish[index] as number);
      const next = counts[key] as number;
      order[next] = index;
      counts[key] = next + 1;
    }
    mend?.(order);
  };
}

function leastOf(finish: Int32Array, most: number): number {
  let least = most;
  for (let index = 0; index < finish.length; index += 1)
    if ((finish[index] as number) < least) least = finish[index] as number;
  return least;
}

/**
 * Finish order keeps finish-to-start arcs by itself; with leads, start-to-start and the like an
 * activity may finish before one that must come first. Then predecessors are moved ahead.
 */
function orderMender(compiled: Compiled, target: Direction): ((order: Int32Array) => void) | null {
  const isSafe = compiled.arcs.every((arc) => {
    if (arc.fromFinish && !arc.toFinish) return arc.lag >= 0;
    return false;
  });
  if (isSafe && compiled.pinned.every((pin) => pin < 0)) return null;
  const { size } = compiled;
  const placed = new Uint8Array(size);
  const copy = new Int32Array(size);
  const stack = new Int32Array(size);
  let count = 0;
  const settle = (index: number): void => {
    let top = 0;
    stack[0] = index;
    while (top >= 0) {
      const next = stack[top] as number;
      const wanted = openBefore(target, placed, next);
      top += wanted < 0 ? -1 : 1;
      if (wanted >= 0) {
        stack[top] = wanted;
        continue;
      }
      placed[next] = 1;
      copy[count] = next;
      count += 1;
    }
  };
  return (order) => {
    placed.fill(0);
    count = 0;
    for (let place = 0; place < size; place += 1)
      if (placed[order[place] as number] === 0) settle(order[place] as number);
    order.set(copy);
  };
}

function openBefore(target: Direction, placed: Uint8Array, index: number): number {
  for (let row = target.at[index] as number; row < (target.at[index + 1] as number); row += 1) {
    const source = target.from[row] as number;
    if (placed[source] === 0) return source;
  }
  return -1;
}

/**
 * Latest finish of each activity if nothing had to wait for people: by the critical path, or by its
 * due date and those behind it where they come sooner. The priority rule of the first plans
 * (latest finish time, E. Davis and J. Patterson, Management Science 21, 1975). Priorities pull an
 * activity ahead by `pull` slots each.
 */
export function latestFinishes(compiled: Compiled, pull: number): Float64Array {
  const { size, duration, dues, directions } = compiled;
  const forward = directions[0];
  let longest = 0;
  for (let index = 0; index < size; index += 1)
    longest = Math.max(longest, forward.tail[index] as number);
  const latest = new Float64Array(size);
  for (let index = 0; index < size; index += 1)
    latest[index] = longest - (forward.tail[index] as number) + (duration[index] as number);
  for (const due of dues) latest[due.activity] = Math.min(latest[due.activity] as number, due.slot);
  const backward = directions[1];
  for (const index of backward.topological) {
    for (
      let row = backward.at[index] as number;
      row < (backward.at[index + 1] as number);
      row += 1
    ) {
      const later = backward.from[row] as number;
      const ends = latest[later] as number;
      latest[index] = Math.min(latest[index] as number, ends - (duration[later] as number));
    }
  }
  compiled.problem.activities.forEach((activity, index) => {
    latest[index] = (latest[index] as number) - pull * (activity.priority ?? 0);
  });
  return latest;
}
