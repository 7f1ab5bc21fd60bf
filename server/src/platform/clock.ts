import { type CalendarDate, calendarDate } from '@evenkeel/core/calendar-date';
import { type Instant, instant } from '@evenkeel/core/instant';

/** The moment of a Date. */
export function toInstant(date: Date): Instant {
  return instant(date.toISOString());
}

/** The day it is at a moment in a time zone (IANA name). */
export function dayIn(timeZone: string, date: Date): CalendarDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(date);
  return calendarDate(parts);
}

/** Minutes since 1970 on the world's clock (UTC); part minutes are left out. */
export function minuteOf(date: Date): number {
  return Math.floor(date.getTime() / 60_000);
}

/**
 * What a clock on the wall of a time zone shows at a minute of the world's clock, as minutes since 1970
 * on that wall: what calendars count in.
 */
export function wallMinute(timeZone: string, minute: number): number {
  const part = partsIn(timeZone, new Date(minute * 60_000));
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return wall / 60_000;
}

/** The minute of the world's clock at which a wall clock shows `wall`; the first where it shows it twice. */
export function minuteAtWall(timeZone: string, wall: number): number {
  const guess = wall - (wallMinute(timeZone, wall) - wall);
  return wall - (wallMinute(timeZone, guess) - guess);
}

function partsIn(timeZone: string, date: Date): (type: Intl.DateTimeFormatPartTypes) => number {
  const parts = formatterOf(timeZone).formatToParts(date);
  return (type) => Number(parts.find((part) => part.type === type)?.value);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  formatters.set(timeZone, made);
  return made;
}
