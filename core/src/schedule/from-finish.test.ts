import { describe, expect, it } from 'vitest';
import { standardCalendar } from './day-hours.ts';
import { instantOf, minuteOf } from './minute.ts';
import type {
  Constraint,
  ConstraintType,
  Lag,
  LinkType,
  ScheduleProject,
  ScheduleTask,
} from './model.ts';
import { schedule } from './schedule.ts';

// A plan counted back from Friday 2026-03-13, 17:00. Expected dates follow from Microsoft's definitions of
// the constraints: those that hold work early (no later than) are soft here, the others are hard.

function task(id: string, days: number, more: Partial<ScheduleTask> = {}): ScheduleTask {
  return { id, duration: { minutes: days * 480, unit: 'working' }, ...more };
}

function days(count: number, unit: 'working' | 'elapsed' = 'working'): Lag {
  return { minutes: count * (unit === 'working' ? 480 : 1440), unit };
}

function dates(part: Partial<ScheduleProject>, id: string): string {
  const project: ScheduleProject = {
    start: minuteOf('2026-03-02T08:00'),
    finish: minuteOf('2026-03-13T17:00'),
    calendars: [standardCalendar('standard')],
    defaultCalendarId: 'standard',
    tasks: [],
    links: [],
    ...part,
  };
  const found = schedule(project).tasks.find((candidate) => candidate.id === id);
  return found ? `${instantOf(found.start)} ${instantOf(found.finish)}` : 'none';
}

function constrained(type: ConstraintType, date: string): Constraint {
  return type === 'asSoonAsPossible' || type === 'asLateAsPossible'
    ? { type }
    : { type, date: minuteOf(date) };
}

function link(from: string, to: string, type: LinkType = 'finishToStart', lag?: Lag) {
  return { predecessorId: from, successorId: to, type, ...(lag ? { lag } : {}) };
}

describe('PM-08 plans counted from their finish', () => {
  it.each<[ConstraintType, string, string]>([
    ['asLateAsPossible', '', '2026-03-11T08:00 2026-03-11T17:00'],
    ['asSoonAsPossible', '', '2026-03-09T08:00 2026-03-09T17:00'],
    ['startNoEarlierThan', '2026-03-12T08:00', '2026-03-12T08:00 2026-03-12T17:00'],
    ['startNoEarlierThan', '2026-03-10T08:00', '2026-03-11T08:00 2026-03-11T17:00'],
    ['startNoLaterThan', '2026-03-10T08:00', '2026-03-10T08:00 2026-03-10T17:00'],
    ['finishNoEarlierThan', '2026-03-12T17:00', '2026-03-12T08:00 2026-03-12T17:00'],
    ['finishNoLaterThan', '2026-03-10T17:00', '2026-03-10T08:00 2026-03-10T17:00'],
    ['mustStartOn', '2026-03-05T08:00', '2026-03-05T08:00 2026-03-05T17:00'],
    ['mustFinishOn', '2026-03-06T17:00', '2026-03-06T08:00 2026-03-06T17:00'],
  ])('%s %s before a task of two days', (type, date, expected) => {
    const tasks = [
      task('a', 1, { constraint: constrained(type, date) }),
      task('b', 2),
      task('c', 5),
    ];
    expect(dates({ tasks, links: [link('a', 'b')] }, 'a')).toBe(expected);
  });

  it.each<[LinkType, Lag | undefined, string]>([
    ['finishToStart', undefined, '2026-03-11T08:00 2026-03-12T17:00'],
    ['finishToStart', days(1), '2026-03-10T08:00 2026-03-11T17:00'],
    ['finishToStart', days(-1), '2026-03-12T08:00 2026-03-13T17:00'],
    ['finishToStart', days(2, 'elapsed'), '2026-03-09T08:00 2026-03-10T17:00'],
    ['finishToStart', { percent: 50, unit: 'percent' }, '2026-03-10T08:00 2026-03-11T17:00'],
    ['startToStart', undefined, '2026-03-12T08:00 2026-03-13T17:00'],
    ['startToStart', days(2), '2026-03-11T08:00 2026-03-12T17:00'],
    ['finishToFinish', undefined, '2026-03-12T08:00 2026-03-13T17:00'],
    ['finishToFinish', days(1), '2026-03-11T08:00 2026-03-12T17:00'],
    ['startToFinish', days(3), '2026-03-11T08:00 2026-03-12T17:00'],
  ])('%s %j to a task of one day', (type, lag, expected) => {
    const tasks = [task('a', 2), task('b', 1)];
    expect(dates({ tasks, links: [link('a', 'b', type, lag)] }, 'a')).toBe(expected);
  });

  it.each<[string, Partial<ScheduleTask>, string]>([
    ['its deadline', {}, '2026-03-06T08:00 2026-03-06T17:00'],
    [
      'where it is when as soon as possible',
      { constraint: { type: 'asSoonAsPossible' } },
      '2026-03-12T08:00 2026-03-12T17:00',
    ],
    [
      'the date of its constraint',
      { constraint: constrained('mustFinishOn', '2026-03-10T17:00') },
      '2026-03-10T08:00 2026-03-10T17:00',
    ],
  ])('a task with a deadline ends on %s', (_, more, expected) => {
    const tasks = [
      task('a', 1, { deadline: minuteOf('2026-03-06T17:00'), ...more }),
      task('x', 8),
      task('b', 1),
    ];
    const links = [link('x', 'a'), link('a', 'b')];
    const found = dates({ tasks, links: more.constraint ? links : links.slice(1) }, 'a');
    expect(found).toBe(expected);
  });

  it('a milestone at the end stands on the finish, one before work at its begin', () => {
    const tasks = [task('m', 0), task('b', 1), task('end', 0)];
    const links = [link('m', 'b'), link('b', 'end')];
    expect(dates({ tasks, links }, 'end')).toBe('2026-03-13T17:00 2026-03-13T17:00');
    expect(dates({ tasks, links }, 'm')).toBe('2026-03-13T08:00 2026-03-13T08:00');
  });

  it.each<[string, Partial<ScheduleTask>]>([
    ['has begun', { progress: { actualStart: minuteOf('2026-03-03T08:00'), percentComplete: 50 } }],
    [
      'is done',
      {
        progress: {
          actualStart: minuteOf('2026-03-03T08:00'),
          actualFinish: minuteOf('2026-03-04T17:00'),
        },
      },
    ],
    [
      'was put by hand',
      { manual: { start: minuteOf('2026-03-03T08:00'), finish: minuteOf('2026-03-04T17:00') } },
    ],
  ])('what %s stays where it is, and what comes before it ends by then', (_, more) => {
    const tasks = [task('x', 1), task('a', 2, more), task('b', 1)];
    const part = { tasks, links: [link('x', 'a'), link('a', 'b')] };
    expect(dates(part, 'a')).toBe('2026-03-03T08:00 2026-03-04T17:00');
    expect(dates(part, 'b')).toBe('2026-03-13T08:00 2026-03-13T17:00');
    expect(dates(part, 'x')).toBe('2026-03-02T08:00 2026-03-02T17:00');
  });

  it.each([-2880, 2880])(
    'levelling by %i minutes of the clock moves work to earlier days',
    (delay) => {
      const tasks = [task('a', 1, { levellingDelayMinutes: delay })];
      expect(dates({ tasks }, 'a')).toBe('2026-03-11T08:00 2026-03-11T17:00');
    },
  );

  it('a summary runs from the first to the last of its tasks', () => {
    const tasks = [
      task('s', 0),
      task('a', 2, { parentId: 's' }),
      task('b', 1, { parentId: 's' }),
      task('c', 1),
    ];
    expect(dates({ tasks, links: [link('a', 'b'), link('s', 'c')] }, 's')).toBe(
      '2026-03-10T08:00 2026-03-12T17:00',
    );
  });
});
