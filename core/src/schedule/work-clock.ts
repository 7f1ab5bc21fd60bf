import type { DayHours, DayNumber } from './calendar-model.ts';
import { at } from './column.ts';
import type { Minute } from './model.ts';

/**
 * Working time as a measure: `workBefore(t)` counts working minutes up to t from a fixed origin; the two
 * inverses say where a count is first reached (work ends) and where it is last left (work goes on).
 * All calendar arithmetic is made of these three. O(log of the days used).
 */
export type WorkClock = {
  /** Working minutes between the origin and `t`, negative before the origin. */
  readonly workBefore: (t: Minute) => number;
  /** The earliest instant before which `work` minutes are done: 17:00 of a day that is full. */
  readonly finishAt: (work: number) => Minute;
  /** The latest such instant, from which work goes on: 08:00 of the next working day. */
  readonly startAt: (work: number) => Minute;
};

/** Where work has no hours at all, counted in minutes of the clock. */
export const elapsedClock: WorkClock = {
  workBefore: (t) => t,
  finishAt: (work) => work,
  startAt: (work) => work,
};

/** The instant `minutes` of work after `from`: the end of that work, or with fewer than none its start. */
export function addWork(clock: WorkClock, from: Minute, minutes: number): Minute {
  if (minutes === 0) return from;
  const work = toTenths(clock.workBefore(from) + minutes);
  return minutes > 0 ? clock.finishAt(work) : clock.startAt(work);
}

/** Planning software counts in tenths of minutes; sums of shares are brought back to them. */
export function toTenths(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}

/** `t` itself within working time, else the start of the next. */
export function nextWorkStart(clock: WorkClock, t: Minute): Minute {
  return clock.startAt(clock.workBefore(t));
}

/** `t` itself within working time or at its end, else the end of the last before it. */
export function previousWorkFinish(clock: WorkClock, t: Minute): Minute {
  return clock.finishAt(clock.workBefore(t));
}

/** Working minutes from `from` to `to`, negative when `to` is earlier. */
export function workBetween(clock: WorkClock, from: Minute, to: Minute): number {
  return clock.workBefore(to) - clock.workBefore(from);
}

/** The clock run backwards (t stands for -t): plans counted from the finish are plans from a start in it. */
export function mirroredClock(clock: WorkClock): WorkClock {
  if (clock === elapsedClock) return clock;
  return {
    workBefore: (t) => -clock.workBefore(-t),
    finishAt: (work) => -clock.startAt(-work),
    startAt: (work) => -clock.finishAt(-work),
  };
}

/** Days from the origin to which tables may grow: 300 years. Beyond, no working time is looked for. */
const maxDays = 110_000;

type DayPattern = {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Working minutes before each shift. */
  readonly before: readonly number[];
  readonly total: number;
};

type Table = {
  /** First day of the table and one past the last. */
  readonly first: DayNumber;
  readonly end: DayNumber;
  /** Working minutes from the origin to the start of each day, one more than there are days. */
  readonly sums: Float64Array;
  readonly patterns: readonly DayPattern[];
};

/**
 * A clock over the hours of each day. The table of sums begins as two years round the origin and doubles
 * where it is left. Null when the hours hold no working time within 40 years either way.
 */
export function workClock(
  hoursOf: (day: DayNumber) => DayHours,
  originDay: DayNumber,
): WorkClock | null {
  const patternOf = patternMemory();
  const build = (first: DayNumber, end: DayNumber): Table => {
    const patterns: DayPattern[] = [];
    for (let day = first; day < end; day += 1) patterns.push(patternOf(hoursOf(day)));
    const sums = new Float64Array(patterns.length + 1);
    for (let i = 0; i < patterns.length; i += 1)
      sums[i + 1] = at(sums, i) + (patterns[i]?.total ?? 0);
    const atOrigin = at(sums, originDay - first);
    for (let i = 0; i < sums.length; i += 1) sums[i] = at(sums, i) - atOrigin;
    return { first, end, sums, patterns };
  };
  let table = build(originDay - 366, originDay + 732);
  const grow = (isLater: boolean): boolean => {
    const span = table.end - table.first;
    if (span > maxDays) return false;
    table = isLater ? build(table.first, table.end + span) : build(table.first - span, table.end);
    return true;
  };
  const reach = (day: DayNumber): boolean => {
    while (day >= table.end) if (!grow(true)) return false;
    while (day < table.first) if (!grow(false)) return false;
    return true;
  };
  while (workOf(table) === 0) if (table.end - originDay > 15_000 || !grow(true)) return null;
  return clockOver(() => table, reach, grow);
}

function clockOver(
  tableNow: () => Table,
  reach: (day: DayNumber) => boolean,
  grow: (isLater: boolean) => boolean,
): WorkClock {
  const firstSum = () => at(tableNow().sums, 0);
  const lastSum = () => at(tableNow().sums, tableNow().patterns.length);
  return {
    workBefore: (t) => {
      const day = Math.floor(t / 1440);
      if (day < tableNow().first || day >= tableNow().end)
        if (!reach(day)) return day < tableNow().first ? firstSum() : lastSum();
      return workBeforeIn(tableNow(), day, t - day * 1440);
    },
    finishAt: (work) => {
      while (work > lastSum()) if (!grow(true)) return tableNow().end * 1440;
      while (work <= firstSum()) if (!grow(false)) return tableNow().first * 1440;
      return finishIn(tableNow(), work);
    },
    startAt: (work) => {
      while (work >= lastSum()) if (!grow(true)) return tableNow().end * 1440;
      while (work < firstSum()) if (!grow(false)) return tableNow().first * 1440;
      return startIn(tableNow(), work);
    },
  };
}

function workOf(table: Table): number {
  return at(table.sums, table.patterns.length) - at(table.sums, 0);
}

function workBeforeIn(table: Table, day: DayNumber, minuteOfDay: number): number {
  const index = day - table.first;
  const pattern = table.patterns[index];
  let work = at(table.sums, index);
  if (!pattern) return work;
  for (let i = 0; i < pattern.from.length; i += 1) {
    const from = pattern.from[i] ?? 0;
    if (minuteOfDay <= from) break;
    work += Math.min(minuteOfDay, pattern.to[i] ?? 0) - from;
  }
  return work;
}

function finishIn(table: Table, work: number): Minute {
  const index = lastDayBelow(table, work, false);
  const pattern = table.patterns[index];
  const rest = work - at(table.sums, index);
  const dayStart = (table.first + index) * 1440;
  if (!pattern) return dayStart;
  let shift = pattern.from.length - 1;
  while (shift > 0 && (pattern.before[shift] ?? 0) >= rest) shift -= 1;
  return dayStart + (pattern.from[shift] ?? 0) + rest - (pattern.before[shift] ?? 0);
}

function startIn(table: Table, work: number): Minute {
  const index = lastDayBelow(table, work, true);
  const pattern = table.patterns[index];
  const rest = work - at(table.sums, index);
  const dayStart = (table.first + index) * 1440;
  if (!pattern) return dayStart;
  let shift = pattern.from.length - 1;
  while (shift > 0 && (pattern.before[shift] ?? 0) > rest) shift -= 1;
  return dayStart + (pattern.from[shift] ?? 0) + rest - (pattern.before[shift] ?? 0);
}

/**
 * The last day whose sum at its start is below `work` (or equal to it, when asked so): found by halving,
 * from a guess by the table's average.
 */
function lastDayBelow(table: Table, work: number, orEqual: boolean): number {
  const { sums, patterns } = table;
  const first = at(sums, 0);
  const isBelow = (i: number) => {
    const sum = at(sums, i);
    return orEqual ? sum <= work : sum < work;
  };
  const average = workOf(table) / patterns.length;
  let low = Math.min(patterns.length - 1, Math.max(0, Math.floor((work - first) / average)));
  let high = low + 1;
  // The guess is near: go out from it in growing steps until the day lies between, then halve.
  for (let step = 4; low > 0 && !isBelow(low); step *= 4) {
    high = low;
    low = Math.max(0, low - step);
  }
  for (let step = 4; high < patterns.length && isBelow(high); step *= 4) {
    low = high;
    high = Math.min(patterns.length, high + step);
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function patternMemory(): (hours: DayHours) => DayPattern {
  const known = new Map<DayHours, DayPattern>();
  return (hours) => {
    const found = known.get(hours);
    if (found) return found;
    const before: number[] = [];
    let total = 0;
    for (const { from, to } of hours) {
      before.push(total);
      total += to - from;
    }
    const pattern = {
      from: hours.map(({ from }) => from),
      to: hours.map(({ to }) => to),
      before,
      total,
    };
    known.set(hours, pattern);
    return pattern;
  };
}
