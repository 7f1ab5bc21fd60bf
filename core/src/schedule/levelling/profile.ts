import { type Effort, effortFinish, takenIn } from './effort.ts';
import { mostOf, type Needs, packedCapacity } from './packing.ts';
import type { LevellingProblem } from './problem.ts';

type Base = {
  readonly problem: LevellingProblem;
  /** Pins in time as it runs, −1 for none; `starts` are the same in this direction. */
  readonly pinned: Int32Array;
  readonly starts: Int32Array;
  readonly efforts: readonly (Effort | null)[];
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
    takeOutEffort(base, profile, index, rows);
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

/** The same for work that follows its people's hours: it lies in the slots of time as it runs. */
function takeOutEffort(
  base: Base,
  profile: Int32Array,
  index: number,
  rows: ReadonlyMap<string, number>,
): void {
  const effort = base.efforts[index];
  if (!effort) return;
  const { needs, length, horizon, isMirrored } = base;
  const start = base.pinned[index] ?? 0;
  const finish = effortFinish(effort, start);
  for (const take of effort.takes) {
    const row = rows.get(take.resource) ?? 0;
    const shift = needs.shiftOf[row] ?? 0;
    const field = fieldOf(needs, row);
    for (let slot = start; slot < finish; slot += 1) {
      const place = (needs.wordOf[row] ?? 0) * length + (isMirrored ? horizon - 1 - slot : slot);
      const free = ((profile[place] ?? 0) >>> shift) & field;
      const taken = Math.min(free, takenIn(effort, take, { slot, start, finish }));
      profile[place] = (profile[place] ?? 0) - taken * 2 ** shift;
    }
  }
}

/** The bits of a resource's field below its guard. */
export function fieldOf(needs: Needs, row: number): number {
  const guard = (needs.guard[needs.wordOf[row] ?? 0] ?? 0) >>> (needs.shiftOf[row] ?? 0);
  return (guard & -guard) - 1;
}

function freeProfile(base: Base): Int32Array {
  const { resources } = base.problem;
  const { length, horizon, needs, isMirrored } = base;
  const profile = new Int32Array(needs.words * length);
  for (let word = 0; word < needs.words; word += 1)
    profile.fill(
      packedCapacity(needs, word, resources.map(mostOf)),
      word * length,
      (word + 1) * length,
    );
  resources.forEach((resource, row) => {
    const offset = (needs.wordOf[row] ?? 0) * length;
    const unit = 2 ** (needs.shiftOf[row] ?? 0);
    const most = mostOf(resource);
    const steps = [{ from: 0, capacity: resource.capacity }, ...(resource.changes ?? [])];
    steps.forEach(({ from, capacity }, step) => {
      const to = Math.min(steps[step + 1]?.from ?? horizon, horizon);
      for (let slot = from; slot < to && capacity < most; slot += 1) {
        const place = offset + (isMirrored ? horizon - 1 - slot : slot);
        profile[place] = (profile[place] ?? 0) - (most - capacity) * unit;
      }
    });
  });
  return profile;
}
