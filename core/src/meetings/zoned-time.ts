import { Temporal } from 'temporal-polyfill';
import { addDays, type CalendarDate } from '../calendar-date.ts';
import { type Instant, instant } from '../instant.ts';

/** A time of day as `HH:MM`, 00:00 to 23:59. */
export type ClockTime = string & { readonly __brand: 'ClockTime' };

/** Whether `text` is a time of day written `HH:MM`. */
export function isClockTime(text: string): text is ClockTime {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Whether `text` names a time zone of the IANA database, as `Europe/Berlin`; offsets do not count. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The moment at which clocks of a zone show a time on a day. In the hour that is skipped in spring it
 * is the same span after midnight (one hour later on the clock), in the hour that comes twice in autumn
 * the first of the two, as RFC 5545 has it. Throws a RangeError for a zone that does not exist.
 */
export function zonedMoment(day: CalendarDate, time: ClockTime, timeZone: string): Instant {
  const moment = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone, {
    disambiguation: 'compatible',
  });
  return instantAt(moment.epochMilliseconds);
}

/** What clocks of a zone show at a moment. */
export function clockIn(
  moment: Instant,
  timeZone: string,
): { readonly day: CalendarDate; readonly time: ClockTime } {
  const zoned = Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone);
  // Temporal writes both as they are written here.
  return {
    day: zoned.toPlainDate().toString() as CalendarDate,
    time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }) as ClockTime,
  };
}

/** The moment so many minutes later. */
export function minutesLater(moment: Instant, minutes: number): Instant {
  return instantAt(Temporal.Instant.from(moment).epochMilliseconds + minutes * 60_000);
}

/** The days of a meeting that comes every so many weeks: the first, then `count` in all. */
export function weeklyDays(
  first: CalendarDate,
  { everyWeeks, count }: { readonly everyWeeks: number; readonly count: number },
): CalendarDate[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index * everyWeeks * 7));
}

function instantAt(milliseconds: number): Instant {
  return instant(
    Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({
      smallestUnit: 'millisecond',
    }),
  );
}
