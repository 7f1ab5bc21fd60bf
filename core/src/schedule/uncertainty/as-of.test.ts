import { describe, expect, it } from 'vitest';
import { standardCalendar } from '../day-hours.ts';
import { instantOf, minuteOf } from '../minute.ts';
import type { Constraint, ScheduleProject, ScheduleTask } from '../model.ts';
import { schedule } from '../schedule.ts';
import { asOf } from './as-of.ts';

const start = minuteOf('2026-03-02T08:00');
/** Wednesday of the week after. */
const now = minuteOf('2026-03-11T00:00');

function datesOf(more: Partial<ScheduleTask>): string {
  const task: ScheduleTask = { id: 'a', duration: { minutes: 960, unit: 'working' }, ...more };
  const project: ScheduleProject = {
    start,
    calendars: [standardCalendar('standard')],
    defaultCalendarId: 'standard',
    tasks: [task],
    links: [],
  };
  const found = schedule(asOf(project, now)).tasks.find(({ id }) => id === 'a');
  return `${instantOf(found?.start ?? 0)} ${instantOf(found?.finish ?? 0)}`;
}

describe('a plan as of today', () => {
  it.each<[string, Partial<ScheduleTask>, string]>([
    ['what has not begun begins today', {}, '2026-03-11T08:00 2026-03-12T17:00'],
    [
      'or when it is to, later',
      { constraint: { type: 'startNoEarlierThan', date: minuteOf('2026-03-16T08:00') } },
      '2026-03-16T08:00 2026-03-17T17:00',
    ],
    [
      'of work under way the rest is done from today on',
      { progress: { actualStart: start, percentComplete: 50 } },
      '2026-03-02T08:00 2026-03-11T17:00',
    ],
    [
      'what is done stays',
      { progress: { actualStart: start, actualFinish: minuteOf('2026-03-03T17:00') } },
      '2026-03-02T08:00 2026-03-03T17:00',
    ],
    [
      'a finish set by hand that has passed is today at the earliest',
      { manual: { start, finish: minuteOf('2026-03-04T17:00') } },
      '2026-03-02T08:00 2026-03-11T00:00',
    ],
  ])('%s', (_, more, expected) => {
    expect(datesOf(more)).toBe(expected);
  });

  it.each([
    'finishNoEarlierThan',
    'startNoLaterThan',
    'finishNoLaterThan',
    'mustFinishOn',
  ] as const)('a date of last week that says %s does not hold it there', (type) => {
    const constraint: Constraint = { type, date: minuteOf('2026-03-05T17:00') };
    expect(datesOf({ constraint })).toBe('2026-03-11T08:00 2026-03-12T17:00');
  });
});
