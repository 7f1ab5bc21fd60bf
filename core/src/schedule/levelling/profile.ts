import { mostOf, type Needs, packedCapacity } from './packing.ts';
import type { LevellingProblem } from './problem.ts';

type Base = {
  readonly problem: LevellingProblem;
  /** Pins in time as it runs, −1 for none; `starts` are the same in this direction. */
  readonly pinned: Int32Array;
  readonly starts: Int32Array;
  readonly horizon: number;
  readonly needs: Needs;
  readonly pauses: readonly (Uint8Array | null)[];
  readonly length: number;
  readonly isMirrored: boolean;
};

/** Finish of work of `duration` slots begun in `start`. */
export function finishFrom(
  start: number,
  duration: number,
  rests: Uint8Array | null | undefined,
): number {
  if (!rests) return start + duration;
  let slot = start;
  for (let worked = 0; worked < duration; slot += 1) if (rests[slot] !== 1) worked += 1;
  return slot;
}

/** Free units by word and slot before any pass, what is pinned already taken. */
export function profileOf(base: Base): Int32Array {
  const profile = freeProfile(base);
  const rows = new Map(base.problem.resources.map((resource, row) => [resource.id, row]));
  base.problem.activities.forEach((activity, index) => {
    if ((base.pinned[index] ?? -1) < 0) return;
    for (const demand of activity.demands)
      takeOut(base, profile, index, { row: rows.get(demand.resource) ?? 0, amount: demand.amount });
  });
  return profile;
}

/** Pins may ask for more than there is: nothing is left then, never less. */
function takeOut(
  base: Base,
  profile: Int32Array,
  index: number,
  demand: { readonly row: number; readonly amount: number },
): void {
  const { needs, length } = base;
  const start = base.starts[index] ?? 0;
  const rests = base.pauses[index];
  const finish = finishFrom(start, base.problem.activities[index]?.duration ?? 0, rests);
  const shift = needs.shiftOf[demand.row] ?? 0;
  const field = fieldOf(needs, demand.row);
  for (let slot = Math.max(0, start); slot < finish; slot += 1) {
    if (rests?.[slot] === 1) continue;
    const place = (needs.wordOf[demand.row] ?? 0) * length + slot;
    const free = ((profile[place] ?? 0) >>> shift) & field;
    profile[place] = (profile[place] ?? 0) - Math.min(free, demand.amount) * 2 ** shift;
  }
}

/** The bits of a resource's field below its guard. */
function fieldOf(needs: Needs, row: number): number {
  const guard = (needs.guard[needs.wordOf[row] ?? 0] ?? 0) >>> (needs.shiftOf[row] ?? 0);
  return (guard & -guard) - 1;
}

function freeProfile(base: Base): Int32Array {
  const { resources } = base.problem;
  const { length, horizon } = base;
  const profile = new Int32Array(base.needs.words * length);
  const froms = resources.flatMap((resource) => (resource.changes ?? []).map(({ from }) => from));
  const cuts = [...new Set([0, ...froms])].sort((a, b) => a - b);
  for (let word = 0; word < base.needs.words; word += 1) {
    const most = packedCapacity(base.needs, word, resources.map(mostOf));
    profile.fill(most, word * length, (word + 1) * length);
    cuts.forEach((from, index) => {
      const to = Math.min(cuts[index + 1] ?? horizon, horizon);
      const capacities = resources.map((resource) => capacityAt(resource, from));
      const packed = packedCapacity(base.needs, word, capacities);
      const [low, high] = base.isMirrored ? [horizon - to, horizon - from] : [from, to];
      profile.fill(packed, word * length + low, word * length + high);
    });
  }
  return profile;
}

function capacityAt(resource: LevellingProblem['resources'][number], slot: number): number {
  let capacity = resource.capacity;
  for (const change of resource.changes ?? []) if (change.from <= slot) capacity = change.capacity;
  return capacity;
}
