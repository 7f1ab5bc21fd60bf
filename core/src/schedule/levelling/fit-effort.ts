// Where work that follows its people's hours finds room. Indices are within bounds by construction.
import { type Effort, effortFinish, effortStart, unitsBefore, workedBetween } from './effort.ts';
import type { Needs } from './packing.ts';
import { fieldOf } from './profile.ts';

/** What it is fitted into: the free units of a direction, whose slots are mirrored or not. */
export type EffortRoom = {
  readonly free: Int32Array;
  /** −1 for time as it runs, else the horizon from which slots are counted back. */
  readonly mirror: number;
  /** What each activity takes, null for those that follow no hours. */
  readonly draws: readonly (readonly Draw[] | null)[];
};

/** One resource that an activity draws on: where its free units lie, and which parts take of them. */
type Draw = {
  readonly offset: number;
  readonly shift: number;
  readonly field: number;
  readonly rows: Effort['takes'][number]['rows'];
};

/** Where each activity's resources lie in a profile of so many slots. */
export function drawsOf(
  efforts: readonly (Effort | null)[],
  layout: {
    readonly needs: Needs;
    readonly length: number;
    readonly rowOf: ReadonlyMap<string, number>;
  },
): EffortRoom['draws'] {
  const { needs, length, rowOf } = layout;
  return efforts.map((effort) =>
    effort === null
      ? null
      : effort.takes.map(({ resource, rows }) => {
          const row = rowOf.get(resource) ?? 0;
          const offset = (needs.wordOf[row] ?? 0) * length;
          return { offset, shift: needs.shiftOf[row] ?? 0, field: fieldOf(needs, row), rows };
        }),
  );
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
  for (let begin = slot; ; ) {
    if (isResting(room, effort, begin)) {
      begin += 1;
      continue;
    }
    const end = effortEnd(room, effort, begin);
    let next = begin;
    for (let at = 0; at < draws.length && next === begin; at += 1) {
      const draw = draws[at] as Draw;
      const scarce = scarceSlot(room, effort, draw, [begin, end]);
      if (scarce >= 0) next = scarce + 1;
      else if (!hasRoom(room, effort, draw, [begin, end])) next = begin + 1;
    }
    if (next === begin) return begin;
    begin = next;
  }
}

/** Takes its units out of the free ones. */
export function takeEffort(
  room: EffortRoom,
  { effort, index }: { readonly effort: Effort; readonly index: number },
  begin: number,
): void {
  const { free } = room;
  const end = effortEnd(room, effort, begin);
  for (const { offset, shift, rows } of room.draws[index] as readonly Draw[])
    for (const row of rows) {
      const wanted = effort.units[row.part] as number;
      const whole = between(room, effort, row.part, [begin, end]);
      for (let own = begin, before = 0; own < end; own += 1) {
        const done = between(room, effort, row.part, [begin, own + 1]);
        const after = Math.floor((wanted * done) / whole);
        if (isDrawn(room, row, own))
          free[offset + own] = (free[offset + own] as number) - (after - before) * 2 ** shift;
        before = after;
      }
    }
}

type Row = Draw['rows'][number];
type Span = readonly [number, number];

function isDrawn({ mirror }: EffortRoom, { from, until }: Row, own: number): boolean {
  const slot = mirror < 0 ? own : mirror - 1 - own;
  return slot >= from && slot < until;
}

/** Units that a part can do between two slots of the direction. */
function between({ mirror }: EffortRoom, { pace }: Effort, part: number, [a, b]: Span): number {
  return mirror < 0
    ? unitsBefore(pace, part, b) - unitsBefore(pace, part, a)
    : unitsBefore(pace, part, mirror - a) - unitsBefore(pace, part, mirror - b);
}

function isResting({ mirror }: EffortRoom, { pace, atLast }: Effort, begin: number): boolean {
  if (atLast === 0) return false;
  const slot = mirror < 0 ? begin : mirror - 1 - begin;
  return workedBetween(pace, slot, slot + 1) === 0;
}

/** The last slot in which there is less than the least that any spreading takes there; −1 for none. */
function scarceSlot(room: EffortRoom, effort: Effort, draw: Draw, [begin, end]: Span): number {
  const row = draw.rows[0] as Row;
  const { free, mirror } = room;
  const { offset, shift, field } = draw;
  const share = effort.leastShare[row.part] as number;
  const units = effort.pace.units[row.part] as Int32Array;
  const last = effort.pace.length;
  for (let own = end - 1; own >= begin; own -= 1) {
    const slot = mirror < 0 ? own : mirror - 1 - own;
    if (slot < row.from || slot >= row.until || slot < 0) continue;
    const least = (units[Math.min(slot, last)] as number) * share;
    if ((((free[offset + own] as number) >>> shift) & field) < Math.floor(least)) return own;
  }
  return -1;
}

function hasRoom(room: EffortRoom, effort: Effort, draw: Draw, span: Span): boolean {
  return draw.rows.length === 1
    ? hasRoomForOne(room, effort, draw, span)
    : hasRoomForAll(room, effort, draw, span);
}

function hasRoomForOne(room: EffortRoom, effort: Effort, draw: Draw, [begin, end]: Span): boolean {
  const row = draw.rows[0] as Row;
  const { offset, shift, field } = draw;
  const wanted = effort.units[row.part] as number;
  const whole = between(room, effort, row.part, [begin, end]);
  for (let own = begin, before = 0; own < end; own += 1) {
    const after = Math.floor((wanted * between(room, effort, row.part, [begin, own + 1])) / whole);
    const has = ((room.free[offset + own] as number) >>> shift) & field;
    if (after - before > has && isDrawn(room, row, own)) return false;
    before = after;
  }
  return true;
}

/** Several people of one role: what they take together. */
function hasRoomForAll(room: EffortRoom, effort: Effort, draw: Draw, [begin, end]: Span): boolean {
  const { offset, shift, field, rows } = draw;
  for (let own = begin; own < end; own += 1) {
    let taken = 0;
    for (const row of rows) {
      if (!isDrawn(room, row, own)) continue;
      const wanted = effort.units[row.part] as number;
      const whole = between(room, effort, row.part, [begin, end]);
      const before = between(room, effort, row.part, [begin, own]);
      const after = between(room, effort, row.part, [begin, own + 1]);
      taken += Math.floor((wanted * after) / whole) - Math.floor((wanted * before) / whole);
    }
    if (taken > (((room.free[offset + own] as number) >>> shift) & field)) return false;
  }
  return true;
}
