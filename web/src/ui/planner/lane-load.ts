import type { Away, DayRange, PlannerBar, PlannerEffort, PlannerLane } from './planner-types.ts';

/** How full a stretch of days is. */
export type LoadLevel = 'none' | 'free' | 'part' | 'full' | 'over';

/** A lane's load over the days of a planner, as sums up to each day: any stretch is one subtraction. */
export type LaneLoad = {
  readonly first: number;
  readonly days: number;
  readonly capacity: Float64Array;
  readonly confirmed: Float64Array;
  readonly tentative: Float64Array;
  /** Minutes of each day that nothing takes; what is too much on one day frees nothing on another. */
  readonly free: Float64Array;
  readonly overDays: Float64Array;
  readonly leave: Float64Array;
  readonly holiday: Float64Array;
};

/** The load of some days, in minutes. */
export type CellLoad = {
  readonly capacity: number;
  readonly confirmed: number;
  readonly tentative: number;
  readonly allocated: number;
  readonly free: number;
  /** What goes beyond the capacity of these days together. */
  readonly over: number;
  /** Days on which more is allocated than can be worked. */
  readonly overDays: number;
  readonly leaveDays: number;
  readonly holidayDays: number;
  readonly level: LoadLevel;
};

/** From this part of the capacity on a stretch counts as full. */
const fullShare = 0.95;

/** Minutes a bar takes of a day on which so many can be worked. */
export function minutesOn(effort: PlannerEffort, capacity: number): number {
  if (effort.by === 'share') return (effort.basisPoints / 10_000) * capacity;
  return capacity > 0 ? effort.minutesPerDay : 0;
}

/** What the bars of a lane take of each day. */
export function laneLoad(
  lane: Pick<PlannerLane, 'capacityOn' | 'awayOn'>,
  bars: readonly PlannerBar[],
  { first, last }: DayRange,
): LaneLoad {
  const days = Math.max(0, last - first + 1);
  const load = emptyLoad(first, days);
  for (let nth = 0; nth < days; nth += 1) load.capacity[nth + 1] = lane.capacityOn(first + nth);
  for (const bar of bars) addBar(load, bar);
  for (let nth = 0; nth < days; nth += 1) seeDay(load, nth, lane.awayOn(first + nth));
  return load;
}

/** The load from a day to a day, both included. */
export function loadBetween(load: LaneLoad, from: number, to: number): CellLoad {
  const begin = Math.min(load.days, Math.max(0, from - load.first));
  const end = Math.min(load.days, Math.max(begin, to - load.first + 1));
  const sum = (sums: Float64Array) => (sums[end] ?? 0) - (sums[begin] ?? 0);
  const capacity = sum(load.capacity);
  const confirmed = sum(load.confirmed);
  const tentative = sum(load.tentative);
  const allocated = confirmed + tentative;
  return {
    capacity,
    confirmed,
    tentative,
    allocated,
    free: sum(load.free),
    over: Math.max(0, allocated - capacity),
    overDays: sum(load.overDays),
    leaveDays: sum(load.leave),
    holidayDays: sum(load.holiday),
    level: levelOf(allocated, capacity),
  };
}

/** Whether more is allocated than can be worked on some day. */
export function isOver(load: LaneLoad): boolean {
  return (load.overDays[load.days] ?? 0) > 0;
}

/** The first day on or after a day on which more is allocated than can be worked; null: none. */
export function nextOverDay(load: LaneLoad, from: number): number | null {
  for (let nth = Math.max(0, from - load.first); nth < load.days; nth += 1) {
    if ((load.overDays[nth + 1] ?? 0) > (load.overDays[nth] ?? 0)) return load.first + nth;
  }
  return null;
}

function levelOf(allocated: number, capacity: number): LoadLevel {
  // Parts of minutes come from shares.
  if (allocated > capacity + 0.5) return 'over';
  if (capacity === 0) return 'none';
  if (allocated === 0) return 'free';
  return allocated >= capacity * fullShare ? 'full' : 'part';
}

function emptyLoad(first: number, days: number): LaneLoad {
  const sums = () => new Float64Array(days + 1);
  return {
    first,
    days,
    capacity: sums(),
    confirmed: sums(),
    tentative: sums(),
    free: sums(),
    overDays: sums(),
    leave: sums(),
    holiday: sums(),
  };
}

function addBar(load: LaneLoad, { start, end, effort, certainty }: PlannerBar): void {
  const into = certainty === 'confirmed' ? load.confirmed : load.tentative;
  const begin = Math.max(0, start - load.first);
  const finish = Math.min(load.days - 1, end - load.first);
  for (let nth = begin; nth <= finish; nth += 1) {
    into[nth + 1] = (into[nth + 1] ?? 0) + minutesOn(effort, load.capacity[nth + 1] ?? 0);
  }
}

/** Turns what stands for a day into sums up to it. */
function seeDay(load: LaneLoad, nth: number, away: Away | null): void {
  const at = nth + 1;
  const capacity = load.capacity[at] ?? 0;
  const allocated = (load.confirmed[at] ?? 0) + (load.tentative[at] ?? 0);
  load.free[at] = Math.max(0, capacity - allocated);
  load.overDays[at] = allocated > capacity + 0.5 ? 1 : 0;
  load.leave[at] = away === 'leave' ? 1 : 0;
  load.holiday[at] = away === 'holiday' ? 1 : 0;
  for (const sums of sumsOf(load)) sums[at] = (sums[at] ?? 0) + (sums[nth] ?? 0);
}

function sumsOf(load: LaneLoad): readonly Float64Array[] {
  const { capacity, confirmed, tentative, free, overDays, leave, holiday } = load;
  return [capacity, confirmed, tentative, free, overDays, leave, holiday];
}
