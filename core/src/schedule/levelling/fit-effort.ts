// Where work that follows its people's hours finds room. Indices are within bounds by construction.
import { type Effort, effortFinish, effortStart, type PaceTable, unitsBefore } from './effort.ts';
import type { Needs } from './packing.ts';
import { fieldOf } from './profile.ts';

/** What it is fitted into: the free units of a direction, whose slots are mirrored or not. */
export type EffortRoom = {
  readonly free: Int32Array;
  /** −1 for time as it runs, else the horizon from which slots are counted back. */
  readonly mirror: number;
  /** What each activity takes, null for those that follow no hours. */
  readonly draws: readonly (readonly Draw[] | null)[];
  /** The stretch looked at last, from `begin` up to, not with, `end`… */
  begin: number;
  end: number;
  /** …and by part what it takes in each of its slots. */
  readonly spread: Int32Array[];
};

/** One resource that an activity draws on: where its free units lie, and which parts take of them. */
type Draw = {
  readonly offset: number;
  readonly shift: number;
  readonly field: number;
  readonly rows: readonly Row[];
};

/** A part that takes of a resource in the slots of the direction from `from` up to, not with, `until`. */
type Row = { readonly part: number; readonly from: number; readonly until: number };

/** How efforts see the free units of a direction: `mirror` as above, slots in each word of them. */
export function effortRoom(
  efforts: readonly (Effort | null)[],
  free: Int32Array,
  layout: {
    readonly mirror: number;
    readonly needs: Needs;
    readonly length: number;
    readonly rowOf: ReadonlyMap<string, number>;
  },
): EffortRoom {
  const { mirror, needs, length, rowOf } = layout;
  const draws = efforts.map((effort) =>
    effort === null
      ? null
      : effort.takes.map(({ resource, rows }) => {
          const row = rowOf.get(resource) ?? 0;
          const offset = (needs.wordOf[row] ?? 0) * length;
          const shift = needs.shiftOf[row] ?? 0;
          const own = rows.map((one) => turned(one, mirror, length));
          return { offset, shift, field: fieldOf(needs, row), rows: own };
        }),
  );
  const parts = efforts.reduce((most, effort) => Math.max(most, effort?.units.length ?? 0), 0);
  const spread = Array.from({ length: parts }, () => new Int32Array(64));
  return { free, mirror, draws, begin: 0, end: 0, spread };
}

/** Whole numbers within the direction's slots, so that loops over them stay narrow. */
function turned({ part, from, until }: Row, mirror: number, length: number): Row {
  const last = Math.min(until, length);
  if (mirror < 0) return { part, from, until: last };
  return { part, from: Math.max(0, mirror - last), until: Math.max(0, mirror - from) };
}

/** Finish, in the slots of the direction, of work that starts in `begin`. */
export function effortEnd({ mirror }: EffortRoom, effort: Effort, begin: number): number {
  return mirror < 0 ? effortFinish(effort, begin) : mirror - effortStart(effort, mirror - begin);
}

/**
 * The first start from `slot` on with room for all its units. Another start spreads the units otherwise,
 * so each is tried, but those that would cover a slot with less than the least it takes there.
 */
export function findEffort(
  room: EffortRoom,
  { effort, index }: { readonly effort: Effort; readonly index: number },
  slot: number,
): number {
  const draws = room.draws[index] as readonly Draw[];
  for (let begin = slot; ; begin += 1) {
    if (isResting(room, effort, begin)) continue;
    room.begin = begin;
    room.end = effortEnd(room, effort, begin);
    let scarce = -1;
    for (let at = 0; at < draws.length && scarce < 0; at += 1)
      scarce = scarceSlot(room, effort, draws[at] as Draw);
    if (scarce >= 0) begin = scarce;
    else if (hasRoom(room, effort, draws)) return begin;
  }
}

/** Takes the units out of the free ones of whom `findEffort` has just found room for. */
export function takeEffort({ free, draws, begin, end, spread }: EffortRoom, index: number): void {
  for (const { offset, shift, rows } of draws[index] as readonly Draw[])
    for (const { part, from, until } of rows) {
      const units = spread[part] as Int32Array;
      const last = Math.min(end, until);
      for (let own = Math.max(begin, from); own < last; own += 1)
        free[offset + own] =
          (free[offset + own] as number) - ((units[own - begin] as number) << shift);
    }
}

function isResting({ mirror }: EffortRoom, { pace, atLast }: Effort, begin: number): boolean {
  if (atLast === 0) return false;
  const slot = mirror < 0 ? begin : mirror - 1 - begin;
  return slot >= 0 && slot < pace.length && pace.worked[slot] === pace.worked[slot + 1];
}

/** The last slot in which there is less than the least that any spreading takes there; −1 for none. */
function scarceSlot(room: EffortRoom, effort: Effort, draw: Draw): number {
  const { free, mirror, begin, end } = room;
  const { offset, shift, field } = draw;
  const { part, from, until } = draw.rows[0] as Row;
  const share = effort.leastShare[part] as number;
  const units = effort.pace.units[part] as Int32Array;
  const last = effort.pace.length;
  const first = Math.max(begin, from);
  for (let own = Math.min(end, until) - 1; own >= first; own -= 1) {
    const slot = mirror < 0 ? own : mirror - 1 - own;
    const has = ((free[offset + own] as number) >>> shift) & field;
    // Less than the least in whole units: `has < ⌊least⌋`.
    if (has + 1 <= (units[Math.min(slot, last)] as number) * share) return own;
  }
  return -1;
}

function hasRoom(room: EffortRoom, effort: Effort, draws: readonly Draw[]): boolean {
  spreadOver(room, effort);
  for (let at = 0; at < draws.length; at += 1) {
    const draw = draws[at] as Draw;
    const isEnough =
      draw.rows.length === 1 ? isEnoughForOne(room, draw) : isEnoughForAll(room, draw);
    if (!isEnough) return false;
  }
  return true;
}

function isEnoughForOne({ free, spread, begin, end }: EffortRoom, draw: Draw): boolean {
  const { offset, shift, field } = draw;
  const { part, from, until } = draw.rows[0] as Row;
  const units = spread[part] as Int32Array;
  const last = Math.min(end, until);
  for (let own = Math.max(begin, from); own < last; own += 1)
    if ((units[own - begin] as number) > (((free[offset + own] as number) >>> shift) & field))
      return false;
  return true;
}

/** Several people of one role: what they take together. */
function isEnoughForAll({ free, spread, begin, end }: EffortRoom, draw: Draw): boolean {
  const { offset, shift, field, rows } = draw;
  for (let own = begin; own < end; own += 1) {
    let taken = 0;
    for (let row = 0; row < rows.length; row += 1) {
      const { part, from, until } = rows[row] as Row;
      if (own >= from && own < until) taken += (spread[part] as Int32Array)[own - begin] as number;
    }
    if (taken > (((free[offset + own] as number) >>> shift) & field)) return false;
  }
  return true;
}

/** Fills in what each part takes in each slot of a stretch: sums in proportion to the pace, rounded down. */
function spreadOver(room: EffortRoom, effort: Effort): void {
  const { mirror, begin, end } = room;
  const { pace } = effort;
  const step = mirror < 0 ? 1 : -1;
  const first = mirror < 0 ? begin : mirror - begin;
  const last = first + step * (end - begin);
  const isInTable = Math.min(first, last) >= 0 && Math.max(first, last) <= pace.length;
  for (let part = 0; part < effort.units.length; part += 1) {
    const wanted = effort.units[part] as number;
    if (wanted === 0) continue;
    if ((room.spread[part] as Int32Array).length < end - begin)
      room.spread[part] = new Int32Array(2 * (end - begin));
    const out = room.spread[part] as Int32Array;
    if (isInTable)
      spreadInTable(out, pace.sums[part] as Float64Array, { wanted, first, last, step });
    else spreadBeyond(out, pace, part, { wanted, first, last, step });
  }
}

type Stretch = {
  readonly wanted: number;
  /** Edges of slots in time as it runs, which it goes over by `step`. */
  readonly first: number;
  readonly last: number;
  readonly step: number;
};

function spreadInTable(out: Int32Array, sum: Float64Array, stretch: Stretch): void {
  const { wanted, first, last, step } = stretch;
  const base = sum[first] as number;
  const whole = (sum[last] as number) - base;
  let before = 0;
  for (let edge = first + step, at = 0; at < (last - first) * step; edge += step, at += 1) {
    const after = Math.floor((wanted * ((sum[edge] as number) - base)) / whole);
    out[at] = after - before;
    before = after;
  }
}

/** The same before slot 0 or behind the last step. */
function spreadBeyond(out: Int32Array, pace: PaceTable, part: number, stretch: Stretch): void {
  const { wanted, first, last, step } = stretch;
  const base = unitsBefore(pace, part, first);
  const whole = unitsBefore(pace, part, last) - base;
  let before = 0;
  for (let edge = first + step, at = 0; at < (last - first) * step; edge += step, at += 1) {
    const after = Math.floor((wanted * (unitsBefore(pace, part, edge) - base)) / whole);
    out[at] = after - before;
    before = after;
  }
}
