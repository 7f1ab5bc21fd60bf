import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from './calendar-model.ts';
import { standardWeek } from './day-hours.ts';
import { instantOf, minuteOf } from './minute.ts';
import type { ScheduleAssignment, ScheduledTask, ScheduleLink, ScheduleProject } from './model.ts';
import { schedule } from './schedule.ts';

// Networks that were put to Microsoft Project 16.0.20228 and 16.0.20326 and saved by it: the native
// experiments RC01 and RC02 of STO-Scheduler-Tracker-Research (docs/evidence, September 2026). The
// texts on the right are what Microsoft Project wrote.

const every = (from: number, to: number) => standardWeek.map(() => [{ from, to }]);
const weekdays = (from: number, to: number) =>
  standardWeek.map((_, place) => (place < 5 ? [{ from, to }] : []));
const calendars: readonly WorkCalendar[] = [
  { id: '24 h', week: every(0, 1440) },
  { id: '10 h', week: every(420, 1020) },
  { id: '8 h', week: weekdays(450, 930) },
];

function linksTo(successorId: string, after: string): ScheduleLink[] {
  const ids = after.split(' ').filter((id) => id !== '');
  return ids.map((predecessorId) => ({ predecessorId, successorId, type: 'finishToStart' }));
}

/** Early and late dates as day and hour, then total and free slack in minutes. */
function written(task: ScheduledTask): string {
  const { earlyStart, earlyFinish, lateStart, lateFinish, totalSlack, freeSlack } = task;
  const dates = [earlyStart, earlyFinish, lateStart, lateFinish];
  return [...dates.map((date) => instantOf(date).slice(8, 13)), totalSlack, freeSlack].join(' ');
}

function found(project: ScheduleProject): Record<string, string> {
  return Object.fromEntries(schedule(project).tasks.map((task) => [task.id, written(task)]));
}

describe('PM-08 an inactive task between others, as Microsoft Project saved it', () => {
  type Row = readonly [id: string, hours: number, after: string, text: string];

  // Inactive are the tasks named "off".
  it.each<[string, string, readonly Row[]]>([
    [
      'takes no time and passes on what is asked from both sides',
      '2026-10-05T08:00',
      [
        ['end', 240, '', '05T08 15T08 05T08 15T08 0 0'],
        ['a', 48, '', '05T08 07T08 12T08 14T08 10080 0'],
        ['a-off', 72, 'a', '07T08 10T08 11T08 14T08 5760 0'],
        ['a-next', 24, 'a-off', '07T08 08T08 14T08 15T08 10080 10080'],
        ['b', 72, '', '05T08 08T08 11T08 14T08 8640 0'],
        ['b-off', 48, 'b', '08T08 10T08 12T08 14T08 5760 0'],
        ['b-other', 24, '', '05T08 06T08 13T08 14T08 11520 2880'],
        ['b-next', 24, 'b-off b-other', '08T08 09T08 14T08 15T08 8640 8640'],
        ['c', 24, '', '05T08 06T08 13T08 14T08 11520 0'],
        ['c-off', 48, 'c', '06T08 08T08 12T08 14T08 8640 1440'],
        ['c-other', 96, '', '05T08 09T08 10T08 14T08 7200 0'],
        ['c-next', 24, 'c-off c-other', '09T08 10T08 14T08 15T08 7200 7200'],
      ],
    ],
    [
      'lets the latest of several that wait for it say how late what it waits for may be',
      '2026-10-12T08:00',
      [
        ['end', 336, '', '12T08 26T08 12T08 26T08 0 0'],
        ['a', 24, '', '12T08 13T08 24T08 25T08 17280 0'],
        ['a-off', 48, 'a', '13T08 15T08 20T08 22T08 10080 0'],
        ['a-1', 96, 'a-off', '13T08 17T08 22T08 26T08 12960 12960'],
        ['a-2', 24, 'a-off', '13T08 14T08 25T08 26T08 17280 17280'],
        ['b', 24, '', '12T08 13T08 24T08 25T08 17280 0'],
        ['b-off', 48, 'b', '13T08 15T08 20T08 22T08 10080 0'],
        ['b-other', 96, '', '12T08 16T08 18T08 22T08 8640 0'],
        ['b-1', 24, 'b-off', '13T08 14T08 25T08 26T08 17280 17280'],
        ['b-2', 96, 'b-off b-other', '16T08 20T08 22T08 26T08 8640 8640'],
        ['c', 24, '', '12T08 13T08 24T08 25T08 17280 0'],
        ['c-off', 48, 'c', '13T08 15T08 22T08 24T08 12960 1440'],
        ['c-other', 96, '', '12T08 16T08 21T08 25T08 12960 0'],
        ['c-third', 120, '', '12T08 17T08 19T08 24T08 10080 0'],
        ['c-1', 24, 'c-off c-other', '16T08 17T08 25T08 26T08 12960 12960'],
        ['c-2', 48, 'c-off c-third', '17T08 19T08 24T08 26T08 10080 10080'],
      ],
    ],
  ])('%s', (_, start, rows) => {
    const project: ScheduleProject = {
      start: minuteOf(start),
      calendars,
      defaultCalendarId: '24 h',
      tasks: rows.map(([id, hours]) => ({
        id,
        duration: { minutes: hours * 60, unit: 'working' },
        isActive: !id.endsWith('off'),
      })),
      links: rows.flatMap(([id, , after]) => linksTo(id, after)),
    };
    expect(found(project)).toEqual(Object.fromEntries(rows.map(([id, , , text]) => [id, text])));
  });
});

describe('PM-08 U14 two people on calendars of their own in a network, as Microsoft Project saved it', () => {
  // Task, hours of each of its people (one around the clock at `units`, one from 7 to 17), what it follows.
  type Row = readonly [id: string, around: number, byDay: number, after: string, text: string];
  const rows: readonly Row[] = [
    ['a-pre', 1, 0, '', '12T08 12T09 14T14 14T15 1320 0'],
    ['a', 2, 2, 'a-pre', '12T09 12T11 14T15 15T06 1230 0'],
    ['a-post', 2, 0, 'a', '12T11 12T13 15T06 15T08 1140 1140'],
    ['b-pre', 1, 0, '', '12T08 12T09 14T12 14T13 1200 0'],
    ['b', 4, 4, 'b-pre', '12T09 12T13 14T13 15T06 1110 0'],
    ['b-post', 2, 0, 'b', '12T13 12T15 15T06 15T08 1020 1020'],
    ['d-pre', 1, 0, '', '12T08 12T09 14T12 14T13 1200 0'],
    ['d', 4, 4, 'd-pre', '12T09 12T13 14T13 15T01 1110 630'],
    ['d-short', 32, 0, '', '12T08 13T16 13T23 15T07 480 0'],
    ['d-long', 36, 0, '', '12T08 13T20 13T13 15T01 480 0'],
    ['d-post', 1, 0, 'd d-short', '13T16 13T17 15T07 15T08 480 480'],
    ['d-last', 7, 0, 'd d-long', '13T20 14T03 15T01 15T08 480 480'],
    ['e-pre', 1, 0, '', '12T08 12T09 14T13 14T14 1260 0'],
    ['e', 3, 3, 'e-pre', '12T09 12T12 14T14 15T06 1170 0'],
    ['e-post', 2, 0, 'e', '12T12 12T14 15T06 15T08 1080 1080'],
    ['f-pre', 1, 0, '', '12T08 12T09 14T10 14T11 1080 0'],
    ['f', 6, 6, 'f-pre', '12T09 12T15 14T11 15T06 990 0'],
    ['f-post', 2, 0, 'f', '12T15 12T17 15T06 15T08 990 990'],
    ['g-pre', 1, 0, '', '12T08 12T09 14T08 14T09 960 0'],
    ['g', 4, 4, 'g-pre', '12T09 12T13 14T09 14T13 960 0'],
    ['g-then', 4, 4, 'g', '12T13 12T17 14T13 15T06 960 0'],
    ['g-post', 2, 0, 'g-then', '12T17 12T19 15T06 15T08 960 960'],
    ['h-pre', 8, 0, '', '12T08 12T16 14T07 14T15 930 0'],
    ['h', 2, 2, 'h-pre', '12T16 13T08 14T15 15T06 930 0'],
    ['h-post', 2, 0, 'h', '13T08 13T10 15T06 15T08 840 840'],
    ['end', 72, 0, '', '12T08 15T08 12T08 15T08 0 0'],
  ];

  it('each works on their own; the task spans both, slack counts on the plan’s calendar', () => {
    const assignments = rows.flatMap(([taskId, around, byDay]): ScheduleAssignment[] => {
      const units = byDay > 0 ? 2 : 1;
      const night = { taskId, resourceId: '24 h', units, workMinutes: around * 60 * units };
      const dayTime = { taskId, resourceId: '10 h', units: 1, workMinutes: byDay * 60 };
      return byDay > 0 ? [night, dayTime] : [night];
    });
    const project: ScheduleProject = {
      start: minuteOf('2026-10-12T08:00'),
      calendars,
      defaultCalendarId: '8 h',
      // The duration that the file named before Microsoft Project calculated it from work and units.
      tasks: rows.map(([id, around, byDay]) => ({
        id,
        duration: { minutes: (byDay > 0 ? around * 2 : around) * 60, unit: 'working' },
        type: 'fixedUnits',
      })),
      links: rows.flatMap(([id, , , after]) => linksTo(id, after)),
      resources: [
        { id: '24 h', kind: 'work', calendarId: '24 h' },
        { id: '10 h', kind: 'work', calendarId: '10 h' },
      ],
      assignments,
    };
    expect(found(project)).toEqual(Object.fromEntries(rows.map(([id, , , , text]) => [id, text])));
  });
});
