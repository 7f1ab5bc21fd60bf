import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../instant.ts';
import type { CalendarPart } from './icalendar.ts';

/**
 * A zone as calendar programs read it: the offset in force at `from`, and each change of it up to
 * `upTo`, one observance each (RFC 5545, 3.6.5). Rules that a government has not made yet are not
 * guessed.
 */
export function calendarZone(
  timeZone: string,
  range: { readonly from: Instant; readonly upTo: Instant },
): CalendarPart {
  const first = Temporal.Instant.from(range.from).toZonedDateTimeISO(timeZone);
  const last = Temporal.Instant.from(range.upTo);
  const before = first.getTimeZoneTransition('previous');
  const observances = [before ? observanceAt(before) : observanceSince(first)];
  let next = first.getTimeZoneTransition('next');
  while (next && Temporal.Instant.compare(next.toInstant(), last) <= 0) {
    observances.push(observanceAt(next));
    next = next.getTimeZoneTransition('next');
  }
  return {
    name: 'VTIMEZONE',
    lines: [{ name: 'TZID', value: timeZone }],
    parts: observances,
  };
}

/** A zone that has never changed: as from a day long ago. */
function observanceSince(zoned: Temporal.ZonedDateTime): CalendarPart {
  return observance('19700101T000000', zoned, zoned);
}

/** The observance that begins with a change; its start is written in the offset before it. */
function observanceAt(change: Temporal.ZonedDateTime): CalendarPart {
  const before = change.subtract({ nanoseconds: 1 });
  const onset = change
    .toInstant()
    .toZonedDateTimeISO(before.offset)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replaceAll(/[-:]/g, '');
  return observance(onset, before, change);
}

function observance(
  onset: string,
  from: Temporal.ZonedDateTime,
  to: Temporal.ZonedDateTime,
): CalendarPart {
  return {
    name: to.offsetNanoseconds > from.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD',
    lines: [
      { name: 'DTSTART', value: onset },
      { name: 'TZOFFSETFROM', value: from.offset.replaceAll(':', '') },
      { name: 'TZOFFSETTO', value: to.offset.replaceAll(':', '') },
    ],
  };
}
