import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import type { Id } from '../id.ts';
import { instant } from '../instant.ts';
import { buildAgenda, type OpenItem, openKinds } from './agenda.ts';
import { calendarFeed } from './calendar-feed.ts';
import { calendarFile } from './icalendar.ts';
import { type CalendarMeeting, invitationFile } from './invitation.ts';
import {
  type ClockTime,
  clockIn,
  isClockTime,
  isTimeZone,
  weeklyDays,
  zonedMoment,
} from './zoned-time.ts';

const now = instant('2027-03-01T08:00:00.000Z');
const ten = '10:00' as ClockTime;
const meeting: CalendarMeeting = {
  uid: 'm1@evenkeel',
  sequence: 2,
  title: 'Review; scope, dates',
  description: 'First line\nSecond \\ line',
  startsAt: zonedMoment(calendarDate('2027-03-22'), ten, 'Europe/Berlin'),
  minutes: 45,
  timeZone: 'Europe/Berlin',
  place: '',
  link: 'https://video.example.com/a?b=c;d',
  organiser: { name: 'Ada "The Lead" Long, PhD', email: 'ada@example.com' },
  attendees: [
    { name: 'Ben', email: 'ben@example.com', part: 'presents' },
    { name: 'Zoë Ünal', email: 'zoe@example.com', part: 'takes-part' },
  ],
  repeats: null,
};

/** Reads a file with ical.js, an implementation that is not ours. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (zone) ICAL.TimezoneService.register(zone);
  const event = calendar.getFirstSubcomponent('vevent');
  if (!event) throw new Error('no event');
  return { calendar, event: new ICAL.Event(event), raw: event };
}

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney', 'UTC'];
const anyDay = fc
  .integer({ min: 0, max: 3_000 })
  .map((days) =>
    calendarDate(new Date(1_700_000_000_000 + days * 86_400_000).toISOString().slice(0, 10)),
  );
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => [hour, minute].map((part) => String(part).padStart(2, '0')).join(':'))
  .filter(isClockTime);

describe('invitations, read by another implementation (PM-24)', () => {
  it('tell what, when, where, by whom and for whom', () => {
    const { calendar, event, raw } = read(invitationFile([meeting], 'REQUEST', now));
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(event.uid).toBe('m1@evenkeel');
    expect(event.sequence).toBe(2);
    expect(event.summary).toBe(meeting.title);
    expect(event.description).toBe(meeting.description);
    expect(event.location).toBe(meeting.link);
    expect(event.startDate.toJSDate().toISOString()).toBe('2027-03-22T09:00:00.000Z');
    expect(event.duration.toSeconds()).toBe(45 * 60);
    expect(raw.getFirstPropertyValue('organizer')).toBe('mailto:ada@example.com');
    expect(raw.getFirstProperty('organizer')?.getParameter('cn')).toBe('Ada "The Lead" Long, PhD');
    expect(event.attendees.map((one) => one.getParameter('role'))).toEqual([
      'CHAIR',
      'REQ-PARTICIPANT',
    ]);
  });

  it('cancel under the same UID with a later sequence', () => {
    const file = invitationFile([{ ...meeting, sequence: 3 }], 'CANCEL', now);
    const { calendar, event, raw } = read(file);
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect([event.uid, event.sequence]).toEqual(['m1@evenkeel', 3]);
    expect(raw.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('keep the hour of a weekly meeting when clocks change, and name one of the series', () => {
    const series = { ...meeting, repeats: { kind: 'series', everyWeeks: 1, count: 3 } as const };
    const { event } = read(invitationFile([series], 'REQUEST', now));
    const times = event.iterator();
    const found = [times.next(), times.next(), times.next(), times.next()];
    expect(found.map((time) => time?.toJSDate().toISOString())).toEqual([
      '2027-03-22T09:00:00.000Z',
      // Clocks went forward on the 28th.
      '2027-03-29T08:00:00.000Z',
      '2027-04-05T08:00:00.000Z',
      undefined,
    ]);
    const days = weeklyDays(calendarDate('2027-03-22'), { everyWeeks: 1, count: 3 });
    expect(days.map((day) => zonedMoment(day, ten, 'Europe/Berlin'))).toEqual(
      found.slice(0, 3).map((time) => time?.toJSDate().toISOString()),
    );
    const one = { ...meeting, repeats: { kind: 'one', plannedAt: meeting.startsAt } as const };
    const { event: single } = read(invitationFile([one], 'REQUEST', now));
    expect(single.recurrenceId.toJSDate().toISOString()).toBe('2027-03-22T09:00:00.000Z');
  });

  it('mean the same moment in every zone, on every day, whatever the texts hold', () => {
    const anyMeeting = fc.record({
      day: anyDay,
      time: anyTime,
      timeZone: fc.constantFrom(...zones),
      title: fc.string({ unit: 'grapheme', maxLength: 120 }),
    });
    fc.assert(
      fc.property(anyMeeting, ({ day, time, timeZone, title }) => {
        ICAL.TimezoneService.reset();
        const startsAt = zonedMoment(day, time, timeZone);
        const file = invitationFile([{ ...meeting, startsAt, timeZone, title }], 'REQUEST', now);
        for (const line of file.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        }
        const { event } = read(file);
        // In the hour that comes twice a local time alone cannot tell which is meant.
        const clock = clockIn(startsAt, timeZone);
        if (zonedMoment(clock.day, clock.time, timeZone) === startsAt) {
          expect(event.startDate.toJSDate().toISOString()).toBe(startsAt);
        }
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are left out of files
        const plain = title.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
        expect(event.summary ?? '').toBe(plain.replaceAll(/\r\n|\r/g, '\n'));
      }),
      { numRuns: 300 },
    );
  }, 90_000);
});

describe('a calendar of one’s own', () => {
  it('holds meetings at their moment and days as whole days, which take no time', () => {
    const shared = {
      description: '',
      place: '',
      address: 'https://firm.example/x',
      isCancelled: false,
    };
    const file = calendarFeed(
      'Ada',
      [
        { uid: 'a', title: 'Review', startsAt: meeting.startsAt, minutes: 45, ...shared },
        {
          uid: 'b',
          title: 'Leave',
          fromOn: calendarDate('2027-05-03'),
          toOn: calendarDate('2027-05-07'),
          ...shared,
        },
      ],
      now,
    );
    const calendar = new ICAL.Component(ICAL.parse(file));
    const [review, leave] = calendar
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one));
    expect(review?.startDate.toJSDate().toISOString()).toBe(meeting.startsAt);
    expect(leave?.startDate.isDate).toBe(true);
    expect(leave?.endDate.toString()).toBe('2027-05-08');
    expect(leave?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });

  it('is a file even when it is empty', () => {
    expect(calendarFile({ name: 'VCALENDAR', lines: [] })).toBe(
      'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
    );
  });
});

describe('times of day in a zone', () => {
  it('know zones and times, and turn the skipped hour forward', () => {
    expect(['Europe/Berlin', 'UTC', 'Mars/Base', '+02:00', ''].map(isTimeZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(['09:30', '24:00', '9:30'].map(isClockTime)).toEqual([true, false, false]);
    const skipped = zonedMoment(calendarDate('2027-03-28'), '02:30' as ClockTime, 'Europe/Berlin');
    expect(clockIn(skipped, 'Europe/Berlin').time).toBe('03:30');
  });
});

describe('an agenda (PM-24)', () => {
  const anyItem: fc.Arbitrary<OpenItem> = fc.record({
    kind: fc.constantFrom(...openKinds),
    subject: fc.record({
      kind: fc.constant('task' as const),
      id: fc.constantFrom('a', 'b', 'c', 'd').map((id) => id as Id<string>),
    }),
    name: fc.string(),
    since: fc.option(anyDay),
  });

  it('never takes longer than there is time, names nothing twice and begins with the gravest', () => {
    fc.assert(
      fc.property(fc.array(anyItem), fc.integer({ min: 0, max: 120 }), (open, minutes) => {
        const agenda = buildAgenda(open, minutes);
        expect(agenda.reduce((sum, point) => sum + point.minutes, 0)).toBeLessThanOrEqual(minutes);
        expect(new Set(agenda.map(({ subject }) => subject.id)).size).toBe(agenda.length);
        const order = agenda.map(({ kind }) => openKinds.indexOf(kind));
        expect(order).toEqual([...order].sort((one, other) => one - other));
        // Whatever the order in which it was given.
        expect(buildAgenda([...open].reverse(), minutes).map(({ kind }) => kind)).toEqual(
          agenda.map(({ kind }) => kind),
        );
      }),
    );
  });
});
