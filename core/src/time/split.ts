import {
  addDays,
  type CalendarDate,
  calendarDate,
  dayNumber,
  daysBetween,
} from '../calendar-date.ts';
import type { Instant } from '../instant.ts';
import { allocate, roundCommercially } from '../money.ts';

/** Whole minutes of one day. */
export type DayMinutes = { readonly on: CalendarDate; readonly minutes: number };

const dayMilliseconds = 86_400_000;

/**
 * The whole minutes from `startedAt` to `endedAt`, cut at each midnight of a time zone (IANA name):
 * the days in order, those of 0 minutes left out. The parts sum to the rounded whole, which is at
 * least 1; an end before the start counts as the start. A day of a change to or from summer time
 * has 23 or 25 hours. O(days · log of a day).
 * @example
 * splitAtMidnight({ startedAt: '…T22:30:00.000Z', endedAt: '…T23:30:00.000Z', timeZone: 'Europe/Berlin' })
 * // 30 minutes of one day and 30 of the next
 */
export function splitAtMidnight(span: {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly timeZone: string;
}): DayMinutes[] {
  const from = Date.parse(span.startedAt);
  const to = Math.max(from, Date.parse(span.endedAt));
  const dayAt = dayReader(span.timeZone);
  const first = dayAt(from);
  const days = Array.from({ length: daysBetween(first, dayAt(to)) + 1 }, (_, index) =>
    addDays(first, index),
  );
  const cuts = [from, ...days.slice(1).map((day) => startOfDay(day, dayAt)), to];
  const lengths = days.map((_, index) => (cuts[index + 1] ?? to) - (cuts[index] ?? to));
  const whole = Math.max(1, roundCommercially((to - from) / 60_000));
  const parts = allocate(whole, lengths);
  return days
    .map((on, index) => ({ on, minutes: parts[index] ?? 0 }))
    .filter(({ minutes }) => minutes > 0);
}

type DayReader = (milliseconds: number) => CalendarDate;

/** Says which day it is in a time zone at a moment (milliseconds since 1970 in UTC). */
function dayReader(timeZone: string): DayReader {
  const formatter = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (milliseconds) => {
    const parts = formatter.formatToParts(milliseconds);
    const partOf = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
    return calendarDate(`${partOf('year').padStart(4, '0')}-${partOf('month')}-${partOf('day')}`);
  };
}

/**
 * First moment of a day, by bisection: there are days that do not begin at 0:00, and a day that was
 * skipped altogether begins where the next one does.
 */
function startOfDay(day: CalendarDate, dayAt: DayReader): number {
  const midnightUtc = dayNumber(day) * dayMilliseconds;
  let before = midnightUtc - dayMilliseconds;
  let within = midnightUtc + dayMilliseconds;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayAt(middle) < day) before = middle;
    else within = middle;
  }
  return within;
}
