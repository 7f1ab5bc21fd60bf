// Serial schedule generation (J. Kelley, 1963; R. Kolisch, EJOR 90, 1996): the hot loops.
// Indices are within bounds by construction; each `as number` only says so to the compiler.
import type { Compiled } from './compile.ts';
import type { Direction } from './direction.ts';
import { emptyRoom, findStart, finishOf, giveBack, type Room, take } from './fit.ts';
import { plainNeeds } from './parallel.ts';

/** Start and finish of each activity, in the slots of one direction. */
export type Times = { readonly start: Int32Array; readonly finish: Int32Array };

/**
 * Puts the activities one by one, in an order that keeps every arc, at the first slots that have room.
 * Returns the last finish; or, as soon as that must pass `limit`, minus the number of activities looked
 * at so far (the times are then void).
 * `earliest` holds activities back beyond their release.
 */
export type Generate = (
  order: Int32Array,
  times: Times,
  limit: number,
  earliest: Int32Array | null,
) => number;

/** The pass for one direction; the fast one where the problem allows it. */
export function generator(compiled: Compiled, direction: Direction): Generate {
  return compiled.isPlain ? plainPass(compiled, direction) : generalPass(compiled, direction);
}

/**
 * One word of capacity, constant over time, links finish to start. The window of an activity is
 * tested from its end: a slot without room moves the start behind it, and no slot is tested twice
 * (the skip of R. Boyer and J. Moore, CACM 20, 1977). About n × (links + duration) steps.
 */
function plainPass(compiled: Compiled, direction: Direction): Generate {
  const { size, duration } = compiled;
  const { at, from, tail } = direction;
  const { guard, full, amounts } = plainNeeds(compiled, direction);
  const free = new Int32Array(direction.length);
  let used = direction.length;
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the innermost loop of every search; a call would cost a third of it
  return (order, times, limit) => {
    const { start, finish } = times;
    free.fill(full, 0, used);
    used = 0;
    for (let place = 0; place < size; place += 1) {
      const index = order[place] as number;
      const length = duration[index] as number;
      const amount = amounts[index] as number;
      let slot = 0;
      for (let row = at[index] as number, end = at[index + 1] as number; row < end; row += 1) {
        const ready = finish[from[row] as number] as number;
        if (ready > slot) slot = ready;
      }
      let low = slot;
      let probe = slot + length - 1;
      for (;;) {
        while (probe >= low && (((free[probe] as number) - amount) & guard) === guard) probe -= 1;
        if (probe < low) break;
        low = slot + length;
        slot = probe + 1;
        probe = slot + length - 1;
        if (low < slot) low = slot;
      }
      if (slot + (tail[index] as number) > limit) return -1 - place;
      const done = slot + length;
      for (let taken = slot; taken < done; taken += 1)
        free[taken] = (free[taken] as number) - amount;
      start[index] = slot;
      finish[index] = done;
      if (done > used) used = done;
    }
    return used;
  };
}

/** Any number of words, changing capacity, all kinds of links, releases, pins and pauses. */
function generalPass(compiled: Compiled, direction: Direction): Generate {
  const { size } = compiled;
  const { pinned, tail } = direction;
  const room = emptyRoom(compiled, direction);
  const earliestStart = startBound(compiled, direction);
  const placePinned = pinnedPlacer(room, pinned);
  room.free.set(direction.profile);
  return (order, times, limit, earliest) => {
    const { start, finish } = times;
    giveBack(room, direction.profile);
    let last = placePinned(times);
    for (let place = 0; place < size; place += 1) {
      const index = order[place] as number;
      if ((pinned[index] as number) >= 0) continue;
      const least = earliest ? (earliest[index] as number) : 0;
      const ready = earliestStart(index, least, times);
      const slot = findStart(room, index, ready, earliestStart.finish);
      if (slot + (tail[index] as number) > limit) return -1 - place;
      const done = finishOf(room, index, slot);
      take(room, index, slot, done);
      start[index] = slot;
      finish[index] = done;
      if (done > last) last = done;
    }
    return last;
  };
}

/** Fills in where the pinned lie, whose share is already out of the profile; gives their last finish. */
function pinnedPlacer(room: Room, pinned: Int32Array): (times: Times) => number {
  const indexes = [...pinned.keys()].filter((index) => (pinned[index] as number) >= 0);
  const ends = indexes.map((index) => finishOf(room, index, pinned[index] as number));
  const last = ends.reduce((most, end) => Math.max(most, end), 0);
  return ({ start, finish }) => {
    indexes.forEach((index, at) => {
      start[index] = pinned[index] as number;
      finish[index] = ends[at] as number;
    });
    return last;
  };
}

/** Earliest start by arcs and release; `finish` then holds the earliest finish they ask for. */
function startBound(compiled: Compiled, direction: Direction) {
  const { duration } = compiled;
  const { at, from, fromFinish, toFinish, lag, release } = direction;
  const bound = (index: number, least: number, times: Times): number => {
    let slot = Math.max(least, release[index] as number, 0);
    let finish = 0;
    for (let row = at[index] as number, end = at[index + 1] as number; row < end; row += 1) {
      const source = from[row] as number;
      const base = (fromFinish[row] === 1 ? times.finish : times.start)[source] as number;
      const ready = base + (lag[row] as number);
      if (toFinish[row] === 1) finish = Math.max(finish, ready);
      else if (ready > slot) slot = ready;
    }
    bound.finish = finish;
    // Work that never rests ends its duration after its start; the other is asked where it ends.
    return direction.pauses[index] || compiled.efforts[index]
      ? slot
      : Math.max(slot, finish - (duration[index] as number));
  };
  bound.finish = 0;
  return bound;
}
