import type { Compiled } from './compile.ts';
import { effortFinish } from './effort.ts';
import type { LevellingActivity } from './problem.ts';
import { finishFrom } from './profile.ts';

/** No plan can be better than these. */
export type Bounds = {
  readonly makespan: number;
  readonly lateness: number;
  /** With the due dates that pins imply. */
  readonly fullLateness: number;
};

/**
 * Lower bounds: the critical path with releases, pins and pauses, and the resource energy: from each
 * slot on, the work that cannot start before it needs its people (J. Stinson, E. Davis,
 * B. Khumawala, AIIE Transactions 10, 1978, in the form with heads).
 */
export function boundsOf(compiled: Compiled): Bounds {
  const heads = headsOf(compiled);
  const forward = compiled.directions[0];
  let makespan = 0;
  for (let index = 0; index < compiled.size; index += 1)
    makespan = Math.max(makespan, (heads[index] ?? 0) + (forward.tail[index] ?? 0));
  let lateness = 0;
  let fullLateness = 0;
  for (const due of compiled.dues) {
    const finish = finishAt(compiled, due.activity, heads[due.activity] ?? 0);
    const late = Math.max(0, finish - due.slot) * due.weight;
    fullLateness += late;
    if (!due.isImplied) lateness += late;
  }
  return { makespan: Math.max(makespan, energyBound(compiled, heads)), lateness, fullLateness };
}

/** End of an activity that starts in a slot with all its people to itself. */
function finishAt(
  { efforts, duration, directions }: Compiled,
  index: number,
  start: number,
): number {
  const effort = efforts[index];
  if (effort) return effortFinish(effort, start);
  return finishFrom(start, duration[index] ?? 0, directions[0].pauses[index]);
}

/** Earliest starts by arcs, releases and pins alone. */
export function headsOf(compiled: Compiled): Int32Array {
  const { duration, directions } = compiled;
  const { topological, at, from, fromFinish, toFinish, lag, release, pinned, pauses } =
    directions[0];
  const heads = new Int32Array(compiled.size);
  /** What one arc asks of the start. With pauses a link to the finish is understated: still a bound. */
  const asked = (row: number, index: number): number => {
    const source = from[row] ?? 0;
    const start = heads[source] ?? 0;
    const base = fromFinish[row] === 1 ? finishAt(compiled, source, start) : start;
    const isUneven = Boolean(pauses[index] || compiled.efforts[index]);
    const own = toFinish[row] === 1 && !isUneven ? (duration[index] ?? 0) : 0;
    const isVoid = toFinish[row] === 1 && isUneven;
    return isVoid ? 0 : base + (lag[row] ?? 0) - own;
  };
  for (const index of topological) {
    let slot = release[index] ?? 0;
    for (let row = at[index] ?? 0; row < (at[index + 1] ?? 0); row += 1)
      slot = Math.max(slot, asked(row, index));
    const pin = pinned[index] ?? -1;
    heads[index] = pin >= 0 ? pin : slot;
  }
  return heads;
}

function energyBound(compiled: Compiled, heads: Int32Array): number {
  let bound = 0;
  compiled.problem.resources.forEach((resource) => {
    const rows = compiled.problem.activities
      .map((activity, index) => ({
        head: heads[index] ?? 0,
        // After the last of this work at least the shortest way to the end is left.
        rest: (compiled.directions[0].tail[index] ?? 0) - (compiled.duration[index] ?? 0),
        energy: activity.pinned === undefined ? energyOf(activity, resource.id) : 0,
      }))
      .filter((row) => row.energy > 0)
      .sort((a, b) => b.head - a.head);
    let energy = 0;
    let rest = Number.POSITIVE_INFINITY;
    for (const row of rows) {
      energy += row.energy;
      rest = Math.min(rest, row.rest);
      bound = Math.max(bound, filledBy(resource, row.head, energy) + rest);
    }
  });
  return bound;
}

/** Unit-slots that an activity takes of a resource, wherever it lies. */
export function energyOf(
  { duration, demands, parts = [] }: LevellingActivity,
  resource: string,
): number {
  const asked = demands.find((demand) => demand.resource === resource)?.amount ?? 0;
  const own = parts.filter(({ takes }) =>
    takes.some((take) => take.resource === resource && !take.from && take.until === undefined),
  );
  return duration * asked + own.reduce((sum, { units }) => sum + units, 0);
}

/** The first slot by which a resource, from `from` on, can have given so many unit-slots. */
function filledBy(
  resource: Compiled['problem']['resources'][number],
  from: number,
  energy: number,
): number {
  const changes = [...(resource.changes ?? []), { from: Number.POSITIVE_INFINITY, capacity: 0 }];
  let capacity = resource.capacity;
  let slot = from;
  let left = energy;
  for (const change of changes) {
    if (change.from > slot) {
      const room = (change.from - slot) * capacity;
      if (capacity > 0 && room >= left) return slot + Math.ceil(left / capacity);
      left -= capacity > 0 ? room : 0;
      slot = change.from;
    }
    capacity = change.capacity;
  }
  return from;
}
