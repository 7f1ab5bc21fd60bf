import { addDays, type CalendarDate } from '../calendar-date.ts';
import type { Instant } from '../instant.ts';
import { type CalendarLine, type CalendarPart, calendarFile, calendarText } from './icalendar.ts';
import { calendarHead, utcTime } from './invitation.ts';
import { minutesLater } from './zoned-time.ts';

/** Something in somebody's own calendar: at a moment, or over whole days. */
export type FeedItem = {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  /** Where it stands in Evenkeel. */
  readonly address: string;
  readonly isCancelled: boolean;
} & (
  | { readonly startsAt: Instant; readonly minutes: number }
  | { readonly fromOn: CalendarDate; readonly toOn: CalendarDate }
);

/** The file of somebody's own calendar, to subscribe to; programs ask for it every hour. */
export function calendarFeed(name: string, items: readonly FeedItem[], writtenAt: Instant): string {
  return calendarFile({
    name: 'VCALENDAR',
    lines: [
      ...calendarHead,
      { name: 'METHOD', value: 'PUBLISH' },
      { name: 'X-WR-CALNAME', value: calendarText(name) },
      { name: 'REFRESH-INTERVAL', parameters: { VALUE: 'DURATION' }, value: 'PT1H' },
    ],
    parts: items.map((item) => eventOf(item, writtenAt)),
  });
}

function eventOf(item: FeedItem, writtenAt: Instant): CalendarPart {
  const { description, place } = item;
  return {
    name: 'VEVENT',
    lines: [
      { name: 'UID', value: item.uid },
      { name: 'DTSTAMP', value: utcTime(writtenAt) },
      ...timeLines(item),
      { name: 'SUMMARY', value: calendarText(item.title) },
      ...(description === '' ? [] : [{ name: 'DESCRIPTION', value: calendarText(description) }]),
      ...(place === '' ? [] : [{ name: 'LOCATION', value: calendarText(place) }]),
      { name: 'URL', value: item.address },
      { name: 'STATUS', value: item.isCancelled ? 'CANCELLED' : 'CONFIRMED' },
      // A day on which something is due is not a day that is taken.
      { name: 'TRANSP', value: 'startsAt' in item ? 'OPAQUE' : 'TRANSPARENT' },
    ],
  };
}

function timeLines(item: FeedItem): CalendarLine[] {
  if ('startsAt' in item) {
    return [
      { name: 'DTSTART', value: utcTime(item.startsAt) },
      { name: 'DTEND', value: utcTime(minutesLater(item.startsAt, item.minutes)) },
    ];
  }
  return [day('DTSTART', item.fromOn), day('DTEND', addDays(item.toOn, 1))];
}

/** The end of whole days is the day after the last. */
function day(name: string, on: CalendarDate): CalendarLine {
  return { name, parameters: { VALUE: 'DATE' }, value: on.replaceAll('-', '') };
}
