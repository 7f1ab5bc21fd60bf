import {
  addDays,
  type CalendarDate,
  dayNumber,
  earlier,
  isWeekdayDate,
  later,
  weekdaysBetween,
  weekdaysThrough,
} from '../calendar-date.ts';

/** Work laid evenly over the weekdays from one day to another, at least one of them a weekday. */
export type Spread = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly minutes: number;
  /** Weekdays from the first day to the last: counted once, for slicing asks for them often. */
  readonly weekdays: number;
};

/**
 * Work over the weekdays from `from` to `to`. When there is none between them (a weekend, or `to`
 * before `from`), all of it falls on the next weekday from `from` on.
 */
export function spread(minutes: number, from: CalendarDate, to: CalendarDate): Spread {
  const weekdays = weekdaysBetween(from, to);
  if (weekdays > 0) return { from, to, minutes, weekdays };
  return { from, to: nextWeekday(from), minutes, weekdays: 1 };
}

/** The `count`th weekday from `from` on, itself included: `nthWeekday(monday, 5)` is the Friday. */
export function nthWeekday(from: CalendarDate, count: number): CalendarDate {
  let day = nextWeekday(from);
  for (let left = count - 1; left > 0; left -= 1) day = nextWeekday(addDays(day, 1));
  return day;
}

/**
 * How much of the work falls on the days from `from` to `to`. Each weekday gets the same number of
 * whole minutes, the first ones one more while there is a rest, so slices sum to the whole.
 * @example sliceOfSpread(spread(7, monday, friday), monday, tuesday) // 2 + 2
 */
export function sliceOfSpread(work: Spread, from: CalendarDate, to: CalendarDate): number {
  if (to < work.from || from > work.to) return 0;
  if (from <= work.from && to >= work.to) return work.minutes;
  return minutesThrough(work, dayNumber(to)) - minutesThrough(work, dayNumber(from) - 1);
}

/** How much of the work falls on the days up to the one with this `dayNumber`. */
export function minutesThrough(work: Spread, day: number): number {
  const first = dayNumber(work.from);
  if (day < first) return 0;
  const elapsed = weekdaysThrough(day) - weekdaysThrough(first - 1);
  return doneAfter(work, Math.min(elapsed, work.weekdays));
}

/** The days that two stretches share, or null. */
export function overlap(
  a: { readonly from: CalendarDate; readonly to: CalendarDate },
  b: { readonly from: CalendarDate; readonly to: CalendarDate },
): { readonly from: CalendarDate; readonly to: CalendarDate } | null {
  if (a.to < b.from || b.to < a.from) return null;
  return { from: later(a.from, b.from), to: earlier(a.to, b.to) };
}

function doneAfter({ minutes, weekdays }: Spread, elapsed: number): number {
  return Math.floor(minutes / weekdays) * elapsed + Math.min(minutes % weekdays, elapsed);
}

function nextWeekday(from: CalendarDate): CalendarDate {
  let day = from;
  while (!isWeekdayDate(day)) day = addDays(day, 1);
  return day;
}
