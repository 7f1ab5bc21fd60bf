// Where an activity finds room in the general pass. Indices are within bounds by construction.
import type { Compiled } from './compile.ts';
import type { Direction } from './direction.ts';
import type { Effort } from './effort.ts';
import { type EffortRoom, effortEnd, effortRoom, findEffort, takeEffort } from './fit-effort.ts';

/** What is left of the capacity during a pass, in the layout of the direction's profile. */
export type Room = {
  readonly free: Int32Array;
  readonly duration: Int32Array;
  readonly needs: Compiled['needs'];
  readonly length: number;
  readonly pauses: Direction['pauses'];
  /** Those that follow their people's hours, and how they see the room. */
  readonly efforts: readonly (Effort | null)[];
  readonly forEffort: EffortRoom;
  /** All that was taken lies from `first` up to, not with, `end`. */
  first: number;
  end: number;
};

/** All of a direction's capacity, not yet filled in. */
export function emptyRoom(compiled: Compiled, direction: Direction): Room {
  const { needs, efforts, problem, horizon } = compiled;
  const { length, isMirrored, pauses } = direction;
  const free = new Int32Array(direction.profile.length);
  const rowOf = new Map(problem.resources.map(({ id }, row) => [id, row]));
  const mirror = isMirrored ? horizon : -1;
  const forEffort = effortRoom(efforts, free, { mirror, needs, length, rowOf });
  const room = { free, duration: compiled.duration, needs, length, pauses, efforts, forEffort };
  return { ...room, first: length, end: 0 };
}

/** Makes what was taken free again, as the profile has it. */
export function giveBack(room: Room, profile: Int32Array): void {
  const { free, needs, length, first, end } = room;
  for (let offset = 0; offset < needs.words * length && first < end; offset += length)
    free.set(profile.subarray(offset + first, offset + end), offset + first);
  room.first = length;
  room.end = 0;
}

/** Finish of an activity that starts in `slot`. */
export function finishOf(room: Room, index: number, slot: number): number {
  const effort = room.efforts[index];
  if (effort) return effortEnd(room.forEffort, effort, slot);
  const rests = room.pauses[index];
  const work = room.duration[index] as number;
  if (!rests) return slot + work;
  let end = slot;
  for (let worked = 0; worked < work; end += 1) if (rests[end] !== 1) worked += 1;
  return end;
}

/** The first start from `slot` on with room in every slot worked and no finish before `leastFinish`. */
export function findStart(room: Room, index: number, slot: number, leastFinish: number): number {
  const rests = room.pauses[index];
  const effort = room.efforts[index];
  if (!rests && !effort) return findSteady(room, index, slot);
  let begin = slot;
  // A later start never finishes earlier.
  while (finishOf(room, index, begin) < leastFinish) begin += 1;
  if (effort) return findEffort(room.forEffort, { effort, index }, begin);
  return rests ? findResting(room, index, begin, rests) : findSteady(room, index, begin);
}

/** Takes what the activity needs out of the slots it works in; right after `findStart` has found them. */
export function take(room: Room, index: number, begin: number, end: number): void {
  const { free, needs, length } = room;
  if (begin < room.first) room.first = begin;
  if (end > room.end) room.end = end;
  if (room.efforts[index]) {
    takeEffort(room.forEffort, index);
    return;
  }
  const rests = room.pauses[index];
  const rows = needs.at[index + 1] as number;
  for (let row = needs.at[index] as number; row < rows; row += 1) {
    const offset = (needs.word[row] as number) * length;
    const amount = needs.amount[row] as number;
    for (let slot = begin; slot < end; slot += 1)
      if (rests?.[slot] !== 1) free[offset + slot] = (free[offset + slot] as number) - amount;
  }
}

/** Each word is tested from the end of the window; a slot without room moves the start behind it. */
function findSteady(room: Room, index: number, slot: number): number {
  const { free, needs, length } = room;
  const work = room.duration[index] as number;
  const first = needs.at[index] as number;
  const rows = needs.at[index + 1] as number;
  let begin = slot;
  for (let row = first; row < rows; row += 1) {
    const word = needs.word[row] as number;
    const offset = word * length;
    const guard = needs.guard[word] as number;
    const amount = needs.amount[row] as number;
    let probe = begin + work - 1;
    while (probe >= begin && (((free[offset + probe] as number) - amount) & guard) === guard)
      probe -= 1;
    if (probe < begin) continue;
    begin = probe + 1;
    row = first - 1;
  }
  return begin;
}

function findResting(room: Room, index: number, slot: number, rests: Uint8Array): number {
  const work = room.duration[index] as number;
  let begin = slot;
  let worked = 0;
  for (let probe = slot; worked < work; probe += 1) {
    if (rests[probe] === 1) continue;
    if (!hasRoom(room, index, probe)) worked = 0;
    else {
      if (worked === 0) begin = probe;
      worked += 1;
    }
  }
  return begin;
}

function hasRoom(room: Room, index: number, slot: number): boolean {
  const { free, needs, length } = room;
  const rows = needs.at[index + 1] as number;
  for (let row = needs.at[index] as number; row < rows; row += 1) {
    const word = needs.word[row] as number;
    const guard = needs.guard[word] as number;
    const left = (free[word * length + slot] as number) - (needs.amount[row] as number);
    if ((left & guard) !== guard) return false;
  }
  return true;
}
