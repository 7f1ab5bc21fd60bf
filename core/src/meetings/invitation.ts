import { groupedBy } from '../grouping.ts';
import type { Instant } from '../instant.ts';
import { calendarZone } from './calendar-zone.ts';
import { type CalendarLine, type CalendarPart, calendarFile, calendarText } from './icalendar.ts';
import type { AttendeePart } from './meeting.ts';
import { clockIn, minutesLater } from './zoned-time.ts';

/** Somebody who is invited, or who invites. */
export type Invited = { readonly name: string; readonly email: string };

/** A meeting as an invitation tells it. */
export type CalendarMeeting = {
  /** Stays the same for all that is ever sent about a meeting, and about every one of a series. */
  readonly uid: string;
  /** Counted up with every change that attendees must hear of; programs drop what is older. */
  readonly sequence: number;
  readonly title: string;
  readonly description: string;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly timeZone: string;
  readonly place: string;
  /** Address of a video call; empty for none. */
  readonly link: string;
  readonly organiser: Invited;
  readonly attendees: readonly (Invited & { readonly part: AttendeePart })[];
  readonly repeats: Repeats | null;
};

/** A whole series, or one of it by the moment at which it was first planned to begin. */
export type Repeats =
  | { readonly kind: 'series'; readonly everyWeeks: number; readonly count: number }
  | { readonly kind: 'one'; readonly plannedAt: Instant };

/** What is sent: come, also once it has changed; or do not come (RFC 5546, 3.2). */
export type InvitationMethod = 'REQUEST' | 'CANCEL';

/** Minutes of a week. */
const minutesOfWeek = 7 * 24 * 60;

/**
 * The calendar file of an invitation, a change or a cancellation (RFC 5545, 5546). Times stand in the
 * meeting's own zone, so that a weekly meeting keeps its hour when clocks change. Several are those of
 * one series that change together (RFC 5546, 3.2.2: one UID, each by its own RECURRENCE-ID).
 * @param sentAt when it is sent, for DTSTAMP
 */
export function invitationFile(
  meetings: readonly CalendarMeeting[],
  method: InvitationMethod,
  sentAt: Instant,
): string {
  return calendarFile({
    name: 'VCALENDAR',
    lines: [...calendarHead, { name: 'METHOD', value: method }],
    parts: [...zonesOf(meetings), ...meetings.map((meeting) => eventOf(meeting, method, sentAt))],
  });
}

/** The lines that every calendar of ours begins with. */
export const calendarHead: readonly CalendarLine[] = [
  { name: 'VERSION', value: '2.0' },
  { name: 'PRODID', value: '-//Evenkeel//Evenkeel//EN' },
  { name: 'CALSCALE', value: 'GREGORIAN' },
];

/** A moment in UTC as a calendar writes it: `20270512T083000Z`. */
export function utcTime(moment: Instant): string {
  return `${moment.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** Each zone that is named, as far as the meetings in it reach. */
function zonesOf(meetings: readonly CalendarMeeting[]): CalendarPart[] {
  const byZone = groupedBy(meetings, ({ timeZone }) => timeZone);
  return [...byZone].map(([timeZone, all]) =>
    calendarZone(timeZone, {
      from: earliest(all.map(({ startsAt }) => startsAt)),
      upTo: latest(all.map(lastEnd)),
    }),
  );
}

// Instants in UTC compare as they are written.
const earliest = (all: readonly Instant[]) =>
  all.reduce((found, one) => (found.localeCompare(one) <= 0 ? found : one));
const latest = (all: readonly Instant[]) =>
  all.reduce((found, one) => (found.localeCompare(one) >= 0 ? found : one));

function eventOf(
  meeting: CalendarMeeting,
  method: InvitationMethod,
  sentAt: Instant,
): CalendarPart {
  const { timeZone, startsAt, minutes } = meeting;
  return {
    name: 'VEVENT',
    lines: [
      { name: 'UID', value: meeting.uid },
      { name: 'SEQUENCE', value: String(meeting.sequence) },
      { name: 'DTSTAMP', value: utcTime(sentAt) },
      localTime('DTSTART', startsAt, timeZone),
      localTime('DTEND', minutesLater(startsAt, minutes), timeZone),
      ...repeatLines(meeting),
      { name: 'SUMMARY', value: calendarText(meeting.title) },
      ...textLine('DESCRIPTION', meeting.description),
      ...textLine('LOCATION', meeting.place || meeting.link),
      ...(meeting.link === '' ? [] : [{ name: 'URL', value: meeting.link }]),
      { name: 'STATUS', value: method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED' },
      person('ORGANIZER', meeting.organiser),
      ...meeting.attendees.map((attendee) =>
        person('ATTENDEE', attendee, {
          ROLE: attendee.part === 'presents' ? 'CHAIR' : 'REQ-PARTICIPANT',
          PARTSTAT: 'NEEDS-ACTION',
          RSVP: 'TRUE',
        }),
      ),
    ],
  };
}

function repeatLines({ repeats, timeZone }: CalendarMeeting): CalendarLine[] {
  if (repeats === null) return [];
  if (repeats.kind === 'one') return [localTime('RECURRENCE-ID', repeats.plannedAt, timeZone)];
  const rule = `FREQ=WEEKLY;INTERVAL=${repeats.everyWeeks};COUNT=${repeats.count}`;
  return [{ name: 'RRULE', value: rule }];
}

function localTime(name: string, moment: Instant, timeZone: string): CalendarLine {
  const { day, time } = clockIn(moment, timeZone);
  return {
    name,
    parameters: { TZID: timeZone },
    value: `${day.replaceAll('-', '')}T${time.replace(':', '')}00`,
  };
}

function textLine(name: string, text: string): CalendarLine[] {
  return text === '' ? [] : [{ name, value: calendarText(text) }];
}

function person(
  name: string,
  { name: called, email }: Invited,
  parameters: Readonly<Record<string, string>> = {},
): CalendarLine {
  return { name, parameters: { CN: called, ...parameters }, value: `mailto:${email}` };
}

function lastEnd({ startsAt, minutes, repeats }: CalendarMeeting): Instant {
  const weeks = repeats?.kind === 'series' ? repeats.everyWeeks * (repeats.count - 1) : 0;
  return minutesLater(startsAt, minutes + weeks * minutesOfWeek);
}
