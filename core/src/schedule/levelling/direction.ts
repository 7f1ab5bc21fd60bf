import type { Arc } from './compile.ts';
import { topologicalOrder } from './cycle.ts';
import { type Effort, effortFinish } from './effort.ts';
import type { Needs } from './packing.ts';
import type { LevellingProblem } from './problem.ts';
import { finishFrom, profileOf } from './profile.ts';

/** What a pass reads: the problem with time as it runs, or mirrored so that the end comes first. */
export type Direction = {
  readonly isMirrored: boolean;
  /** Arcs into activity j: rows `at[j]` up to `at[j + 1]` of the next four; none into a pinned one. */
  readonly at: Int32Array;
  readonly from: Int32Array;
  readonly fromFinish: Uint8Array;
  readonly toFinish: Uint8Array;
  readonly lag: Int32Array;
  /** Every arc leads forward in it. */
  readonly topological: Int32Array;
  /** Slots from an activity's start to the last finish at the least, its own duration included. */
  readonly tail: Int32Array;
  /** No start before this slot. */
  readonly release: Int32Array;
  /** Start of pinned activities, −1 for the others. */
  readonly pinned: Int32Array;
  /** Free units by word and slot: word w begins at w × `length`. */
  readonly profile: Int32Array;
  readonly length: number;
  /** Resting slots of each activity's calendar (1 = rests); null for those that never rest. */
  readonly pauses: readonly (Uint8Array | null)[];
};

type Base = {
  readonly problem: LevellingProblem;
  readonly arcs: readonly Arc[];
  readonly duration: Int32Array;
  readonly efforts: readonly (Effort | null)[];
  readonly pinned: Int32Array;
  readonly horizon: number;
  readonly needs: Needs;
};

/**
 * One direction of the problem. Behind the horizon lies as much again with full capacity and no
 * pause: mirrored, a pass may run past slot 0, and the forward pass after it sets it right.
 */
export function compileDirection(base: Base, isMirrored: boolean): Direction {
  const size = base.duration.length;
  const all = isMirrored ? base.arcs.map(mirrored) : base.arcs;
  // One order for both directions, turned round: ties then fall the same way in every pass.
  const forward = topologicalOrder(size, base.arcs);
  const topological = isMirrored ? forward.reverse() : forward;
  const length = base.horizon * 2;
  const pauses = pausesOf(base, isMirrored, length);
  const kept = all.filter((arc) => (base.pinned[arc.to] ?? -1) < 0);
  const pinned = isMirrored ? mirroredPins(base, length) : base.pinned;
  const release = Int32Array.from(base.problem.activities, (activity) =>
    isMirrored ? 0 : (activity.release ?? 0),
  );
  return {
    isMirrored,
    ...rowsOf(size, kept),
    topological,
    tail: tailsOf(base.duration, kept, topological),
    release,
    pinned,
    profile: profileOf({ ...base, pauses, length, isMirrored, starts: pinned }),
    length,
    pauses,
  };
}

function mirroredPins(base: Base, length: number): Int32Array {
  const pauses = pausesOf(base, false, length);
  return base.pinned.map((pin, index) => {
    if (pin < 0) return pin;
    const effort = base.efforts[index];
    const work = base.duration[index] ?? 0;
    return (
      base.horizon - (effort ? effortFinish(effort, pin) : finishFrom(pin, work, pauses[index]))
    );
  });
}

function mirrored(arc: Arc): Arc {
  return {
    from: arc.to,
    to: arc.from,
    fromFinish: !arc.toFinish,
    toFinish: !arc.fromFinish,
    lag: arc.lag,
  };
}

function rowsOf(size: number, arcs: readonly Arc[]) {
  const sorted = [...arcs].sort((a, b) => a.to - b.to || a.from - b.from);
  const at = new Int32Array(size + 1);
  for (const arc of sorted) at[arc.to + 1] = (at[arc.to + 1] ?? 0) + 1;
  for (let index = 0; index < size; index += 1)
    at[index + 1] = (at[index + 1] ?? 0) + (at[index] ?? 0);
  return {
    at,
    from: Int32Array.from(sorted, (arc) => arc.from),
    fromFinish: Uint8Array.from(sorted, (arc) => (arc.fromFinish ? 1 : 0)),
    toFinish: Uint8Array.from(sorted, (arc) => (arc.toFinish ? 1 : 0)),
    lag: Int32Array.from(sorted, (arc) => arc.lag),
  };
}

/** The longest way from each start to the end; pauses only make it longer. */
function tailsOf(duration: Int32Array, arcs: readonly Arc[], topological: Int32Array): Int32Array {
  const tail = duration.slice();
  const after: Arc[][] = Array.from({ length: duration.length }, () => []);
  for (const arc of arcs) after[arc.from]?.push(arc);
  for (let place = topological.length - 1; place >= 0; place -= 1) {
    const index = topological[place] ?? 0;
    for (const arc of after[index] ?? [])
      tail[index] = Math.max(tail[index] ?? 0, gapOf(arc, duration) + (tail[arc.to] ?? 0));
  }
  return tail;
}

/** Slots from start to start that an arc asks for. */
function gapOf(arc: Arc, duration: Int32Array): number {
  const before = arc.fromFinish ? (duration[arc.from] ?? 0) : 0;
  return arc.lag + before - (arc.toFinish ? (duration[arc.to] ?? 0) : 0);
}

function pausesOf(base: Base, isMirrored: boolean, length: number): (Uint8Array | null)[] {
  const { calendars = [], activities } = base.problem;
  const rests = new Map(
    calendars
      .filter((calendar) => calendar.pauses.length > 0)
      .map((calendar) => [calendar.id, restsOf(calendar.pauses, base.horizon, isMirrored, length)]),
  );
  return activities.map(({ calendar }) =>
    calendar === undefined ? null : (rests.get(calendar) ?? null),
  );
}

function restsOf(
  pauses: readonly { readonly from: number; readonly to: number }[],
  horizon: number,
  isMirrored: boolean,
  length: number,
): Uint8Array {
  const rests = new Uint8Array(length);
  for (const { from, to } of pauses)
    if (isMirrored) rests.fill(1, Math.max(0, horizon - to), Math.max(0, horizon - from));
    else rests.fill(1, from, to);
  return rests;
}
