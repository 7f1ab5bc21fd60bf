import { describe, expect, it } from 'vitest';
import {
  constrained,
  dates,
  days,
  link,
  plan,
  task,
  withHoliday,
} from './as-microsoft-project.fixture.ts';
import { standardCalendar, standardWeek } from './day-hours.ts';
import { minuteOf } from './minute.ts';
import type { ConstraintType, Lag, LinkType, ScheduleTask } from './model.ts';
import { schedule } from './schedule.ts';

// Each row is a behaviour of Microsoft Project as docs/scheduling.md lists it with its source. The plan
// starts on Monday 2026-03-02 at 08:00 on the standard calendar unless the row says otherwise.

describe('links and lags', () => {
  it.each<[string, LinkType, Lag | undefined, string]>([
    [
      'a lag of two elapsed days over the night',
      'finishToStart',
      days(2, 'elapsed'),
      '2026-03-06T08:00 2026-03-06T17:00',
    ],
    [
      'half the predecessor as a lag',
      'startToStart',
      { percent: 50, unit: 'percent' },
      '2026-03-03T08:00 2026-03-03T17:00',
    ],
    [
      'a lead of half the predecessor',
      'finishToStart',
      { percent: -50, unit: 'percent' },
      '2026-03-03T08:00 2026-03-03T17:00',
    ],
    [
      'a lead beyond the start of the project',
      'finishToStart',
      days(-9),
      // Ten days before the end of the predecessor: projects of 2026 saved by Microsoft Project 16.
      '2026-02-19T08:00 2026-02-19T17:00',
    ],
    [
      'a finish before the start of the project',
      'startToFinish',
      undefined,
      '2026-03-02T08:00 2026-03-02T17:00',
    ],
    [
      'a lag by weekdays over a weekend',
      'finishToFinish',
      days(4),
      '2026-03-09T08:00 2026-03-09T17:00',
    ],
  ])('PM-08 %s', (_, type, lag, expected) => {
    const tasks = [task('a', 2), task('b', 1)];
    expect(dates({ tasks, links: [link('a', 'b', type, lag)] })).toBe(expected);
  });

  it('a start-to-finish link ends the successor exactly when the predecessor starts', () => {
    const tasks = [task('x', 2), task('a', 1), task('b', 1)];
    const links = [link('x', 'a'), link('a', 'b', 'startToFinish')];
    expect(dates({ tasks, links })).toBe('2026-03-03T08:00 2026-03-04T08:00');
  });

  it('a lag counts on the calendar of the successor', () => {
    const tasks = [task('a', 1), task('b', 1, { calendarId: 'holiday' })];
    expect(dates({ tasks, links: [link('a', 'b', 'finishToStart', days(1))] })).toBe(
      '2026-03-05T08:00 2026-03-05T17:00',
    );
  });
});

describe('constraints', () => {
  it.each<[ConstraintType, string, string]>([
    ['asSoonAsPossible', '', '2026-03-03T08:00 2026-03-04T17:00'],
    ['startNoEarlierThan', '2026-03-05T08:00', '2026-03-05T08:00 2026-03-06T17:00'],
    ['startNoEarlierThan', '2026-03-01T08:00', '2026-03-03T08:00 2026-03-04T17:00'],
    ['startNoLaterThan', '2026-03-02T08:00', '2026-03-02T08:00 2026-03-03T17:00'],
    ['finishNoEarlierThan', '2026-03-06T17:00', '2026-03-05T08:00 2026-03-06T17:00'],
    ['finishNoLaterThan', '2026-03-03T17:00', '2026-03-02T08:00 2026-03-03T17:00'],
    ['mustStartOn', '2026-03-09T08:00', '2026-03-09T08:00 2026-03-10T17:00'],
    ['mustFinishOn', '2026-03-11T17:00', '2026-03-10T08:00 2026-03-11T17:00'],
  ])('PM-08 %s %s against a predecessor of a day', (type, date, expected) => {
    const tasks = [task('a', 1), task('b', 2, { constraint: constrained(type, date) })];
    expect(dates({ tasks, links: [link('a', 'b')] })).toBe(expected);
  });

  it('names what a constraint breaks and what passes its date', () => {
    const tasks = [
      task('a', 3),
      task('b', 1, { constraint: constrained('mustStartOn', '2026-03-03T08:00') }),
      task('c', 1, { deadline: minuteOf('2026-03-03T12:00') }),
    ];
    const { issues } = schedule(plan({ tasks, links: [link('a', 'b'), link('b', 'c')] }));
    expect(issues).toEqual([
      { kind: 'constraintBreaksLink', taskId: 'b', byMinutes: 960 },
      { kind: 'deadlineMissed', taskId: 'c', byMinutes: 720 },
    ]);
  });

  it('a task as late as possible stands at its late dates and pushes nothing', () => {
    const tasks = [task('a', 5), task('b', 1, { constraint: { type: 'asLateAsPossible' } })];
    expect(dates({ tasks })).toBe('2026-03-06T08:00 2026-03-06T17:00');
  });

  it('a no-earlier constraint puts a task without predecessors before the project', () => {
    const constraint = constrained('startNoEarlierThan', '2026-02-27T08:00');
    expect(dates({ tasks: [task('b', 1, { constraint })] })).toBe(
      '2026-02-27T08:00 2026-02-27T17:00',
    );
  });

  it('a summary gives its no-earlier constraint to all below it', () => {
    const constraint = constrained('startNoEarlierThan', '2026-03-04T08:00');
    const tasks = [task('s', 0, { constraint }), task('b', 1, { parentId: 's' })];
    expect(dates({ tasks })).toBe('2026-03-04T08:00 2026-03-04T17:00');
  });
});

describe('calendars and people', () => {
  const worker = { id: 'r', kind: 'work' as const };

  it('a night shift and a round-the-clock calendar', () => {
    expect(dates({ tasks: [task('b', 1, { calendarId: 'nights' })] })).toBe(
      '2026-03-02T23:00 2026-03-03T08:00',
    );
    expect(dates({ tasks: [task('b', 3, { calendarId: '24 hours' })] })).toBe(
      '2026-03-02T08:00 2026-03-03T08:00',
    );
  });

  it('U14 a day off of the person moves the task; of a fixed duration only the work', () => {
    const part = {
      resources: [{ ...worker, calendarId: 'holiday' }],
      assignments: [{ taskId: 'b', resourceId: 'r', units: 1, workMinutes: 960 }],
    };
    expect(dates({ ...part, tasks: [task('b', 2)] })).toBe('2026-03-02T08:00 2026-03-04T17:00');
    expect(dates({ ...part, tasks: [task('b', 2, { type: 'fixedDuration' })] })).toBe(
      '2026-03-02T08:00 2026-03-03T17:00',
    );
  });

  it('a task with a calendar of its own has the hours common to both', () => {
    const tasks = [task('b', 2, { calendarId: '24 hours' })];
    const resources = [{ ...worker, calendarId: 'holiday' }];
    const assignments = [{ taskId: 'b', resourceId: 'r', units: 1 }];
    const part = { tasks, resources, assignments };
    expect(dates(part)).toBe('2026-03-02T08:00 2026-03-04T17:00');
    const ignoring = tasks.map((own) => ({ ...own, ignoresResourceCalendars: true }));
    expect(dates({ ...part, tasks: ignoring })).toBe('2026-03-02T08:00 2026-03-03T00:00');
  });

  it('two people with different work: the task ends with the longer', () => {
    const assignments = [
      { taskId: 'b', resourceId: 'r', units: 1, workMinutes: 480 },
      { taskId: 'b', resourceId: 'q', units: 0.5, workMinutes: 480 },
    ];
    const resources = [worker, { ...worker, id: 'q' }];
    expect(dates({ tasks: [task('b', 2)], resources, assignments })).toBe(
      '2026-03-02T08:00 2026-03-03T17:00',
    );
  });

  it('on one calendar the longest assignment is as long as the task, whatever its figures are rounded to', () => {
    const assignments = [
      { taskId: 'b', resourceId: 'r', units: 0.33, workMinutes: 320 },
      { taskId: 'b', resourceId: 'q', units: 1, workMinutes: 100 },
    ];
    const resources = [worker, { ...worker, id: 'q' }];
    expect(dates({ tasks: [task('b', 2)], resources, assignments })).toBe(
      '2026-03-02T08:00 2026-03-03T17:00',
    );
  });

  it('a delay of the only assignment moves the finish, not the start', () => {
    const assignments = [
      { taskId: 'b', resourceId: 'r', units: 1, workMinutes: 480, delayMinutes: 960 },
    ];
    expect(dates({ tasks: [task('b', 1)], resources: [worker], assignments })).toBe(
      '2026-03-02T08:00 2026-03-04T17:00',
    );
  });

  it('material and cost move nothing', () => {
    const resources = [{ id: 'r', kind: 'material' as const, calendarId: 'nights' }];
    const assignments = [{ taskId: 'b', resourceId: 'r', units: 7, workMinutes: 9999 }];
    expect(dates({ tasks: [task('b', 1)], resources, assignments })).toBe(
      '2026-03-02T08:00 2026-03-02T17:00',
    );
  });

  it('U14 hours of a person in another time zone, over the weeks with summer time in one of them', () => {
    const york = { ...standardCalendar('york'), zone: 'America/New_York' };
    const part = {
      zone: 'Europe/Berlin',
      calendars: [standardCalendar('standard'), york],
      resources: [{ ...worker, calendarId: 'york' }],
      assignments: [{ taskId: 'b', resourceId: 'r', units: 1 }],
      tasks: [task('b', 1)],
    };
    expect(dates(part)).toBe('2026-03-02T14:00 2026-03-02T23:00');
    expect(dates({ ...part, start: minuteOf('2026-03-09T08:00') })).toBe(
      '2026-03-09T13:00 2026-03-09T22:00',
    );
  });

  it('a holiday of the base holds for a calendar with a week of its own', () => {
    const own = {
      id: 'own',
      baseId: 'holiday',
      week: standardWeek.map(() => [{ from: 600, to: 1080 }]),
    };
    const calendars = [standardCalendar('standard'), withHoliday, own];
    expect(dates({ calendars, tasks: [task('b', 2, { calendarId: 'own' })] })).toBe(
      '2026-03-02T10:00 2026-03-04T18:00',
    );
  });
});

describe('lengths of other kinds', () => {
  it('elapsed work begins the minute it may and passes nights and weekends', () => {
    const drying: ScheduleTask = { id: 'b', duration: { minutes: 2880, unit: 'elapsed' } };
    const tasks = [task('a', 5), drying, task('c', 1)];
    const links = [link('a', 'b'), link('b', 'c')];
    expect(dates({ tasks, links })).toBe('2026-03-06T17:00 2026-03-08T17:00');
    expect(dates({ tasks, links }, 'c')).toBe('2026-03-09T08:00 2026-03-09T17:00');
  });

  it('a split adds its pause', () => {
    const splits = [{ afterMinutes: 480, gapMinutes: 480 }];
    expect(dates({ tasks: [task('b', 2, { splits })] })).toBe('2026-03-02T08:00 2026-03-04T17:00');
  });

  it('levelling delays by the clock, from where a constraint puts the task', () => {
    const delayed = { levellingDelayMinutes: 1440 };
    const constraint = constrained('startNoEarlierThan', '2026-03-04T08:00');
    expect(dates({ tasks: [task('b', 1, { ...delayed, constraint })] })).toBe(
      '2026-03-05T08:00 2026-03-05T17:00',
    );
    const tasks = [task('b', 1, delayed)];
    expect(dates({ tasks })).toBe('2026-03-03T08:00 2026-03-03T17:00');
  });
});
