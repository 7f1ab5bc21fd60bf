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
