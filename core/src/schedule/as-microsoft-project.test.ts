import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from './calendar-model.ts';
import { standardCalendar, standardWeek } from './day-hours.ts';
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

// Each row is a behaviour of Microsoft Project as docs/scheduling.md lists it with its source. The plan
// starts on Monday 2026-03-02 at 08:00 on the standard calendar unless the row says otherwise.

const day = (text: string) => Math.floor(minuteOf(`${text}T00:00`) / 1440);
const nights: WorkCalendar = {
  id: 'nights',
  week: standardWeek.map((_, index) =>
    index < 5
      ? [
          { from: 0, to: 180 },
          { from: 240, to: 480 },
          { from: 1380, to: 1440 },
        ]
      : [],
  ),
};
const roundTheClock: WorkCalendar = {
  id: '24 hours',
  week: standardWeek.map(() => [{ from: 0, to: 1440 }]),
};
const withHoliday: WorkCalendar = {
  id: 'holiday',
  baseId: 'standard',
  week: [null, null, null, null, null, null, null],
  exceptions: [{ from: day('2026-03-03'), to: day('2026-03-03'), hours: [] }],
};

function task(id: string, days: number, more: Partial<ScheduleTask> = {}): ScheduleTask {
  return { id, duration: { minutes: days * 480, unit: 'working' }, ...more };
}

function link(from: string, to: string, type: LinkType = 'finishToStart', lag?: Lag) {
  return { predecessorId: from, successorId: to, type, ...(lag ? { lag } : {}) };
}

function days(count: number, unit: 'working' | 'elapsed' = 'working'): Lag {
  return { minutes: count * (unit === 'working' ? 480 : 1440), unit };
}

function plan(part: Partial<ScheduleProject>): ScheduleProject {
  return {
    start: minuteOf('2026-03-02T08:00'),
    calendars: [standardCalendar('standard'), nights, roundTheClock, withHoliday],
    defaultCalendarId: 'standard',
    tasks: [],
    links: [],
    ...part,
  };
}

function dates(part: Partial<ScheduleProject>, id = 'b'): string {
  const found = schedule(plan(part)).tasks.find((candidate) => candidate.id === id);
  return found ? `${instantOf(found.start)} ${instantOf(found.finish)}` : 'none';
}

function constrained(type: ConstraintType, date: string): Constraint {
  return type === 'asSoonAsPossible' || type === 'asLateAsPossible'
    ? { type }
    : { type, date: minuteOf(date) };
}

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

describe('progress', () => {
  const begun = { actualStart: minuteOf('2026-03-03T08:00'), percentComplete: 50 };

  it('work under way stays where it started; the rest follows what is done', () => {
    expect(dates({ tasks: [task('b', 2, { progress: begun })] })).toBe(
      '2026-03-03T08:00 2026-03-04T17:00',
    );
  });

  it('the rest begins where it is said to go on', () => {
    const progress = {
      ...begun,
      stop: minuteOf('2026-03-03T17:00'),
      resume: minuteOf('2026-03-06T08:00'),
    };
    expect(dates({ tasks: [task('b', 2, { progress })] })).toBe(
      '2026-03-03T08:00 2026-03-06T17:00',
    );
  });

  it('the rest waits for links where the plan splits tasks under way', () => {
    const tasks = [task('a', 4), task('b', 2, { progress: begun })];
    const part = { tasks, links: [link('a', 'b')] };
    expect(dates(part)).toBe('2026-03-03T08:00 2026-03-06T17:00');
    expect(dates({ ...part, options: { splitsInProgress: false } })).toBe(
      '2026-03-03T08:00 2026-03-04T17:00',
    );
  });

  it('PM-07 what remains never lies before the status date', () => {
    const part = {
      tasks: [task('a', 1), task('b', 2, { progress: begun })],
      statusDate: minuteOf('2026-03-12T12:00'),
    };
    expect(dates(part, 'a')).toBe('2026-03-12T13:00 2026-03-13T12:00');
    expect(dates(part)).toBe('2026-03-03T08:00 2026-03-13T12:00');
    const options = { remainingAfterStatusDate: false };
    expect(dates({ ...part, options }, 'a')).toBe('2026-03-02T08:00 2026-03-02T17:00');
  });

  it('what is done keeps its dates and is not critical', () => {
    const progress = {
      actualStart: minuteOf('2026-03-05T08:00'),
      actualFinish: minuteOf('2026-03-06T12:00'),
    };
    const [done] = schedule(plan({ tasks: [task('b', 5, { progress })] })).tasks;
    expect(done).toMatchObject({ totalSlack: 0, isCritical: false });
    expect(dates({ tasks: [task('b', 5, { progress })] })).toBe(
      '2026-03-05T08:00 2026-03-06T12:00',
    );
  });
});

describe('elapsed durations', () => {
  it('have slack by the clock, into the weekend (Knowledge Base Q87301)', () => {
    const tasks = [
      task('a', 1),
      { id: 'b', duration: { minutes: 540, unit: 'elapsed' as const } },
      task('c', 1),
    ];
    const start = minuteOf('1992-07-24T08:00');
    const result = schedule(plan({ start, tasks, links: [link('a', 'c'), link('b', 'c')] }));
    // 2.63 elapsed days.
    expect(result.tasks.map(({ totalSlack }) => totalSlack)).toEqual([0, 63 * 60, 0]);
    expect(instantOf(result.tasks[2]?.start ?? 0)).toBe('1992-07-27T08:00');
  });
});

describe('manual, inactive, from the finish', () => {
  it('a manual task moves for no link, and moves others', () => {
    const manual = { start: minuteOf('2026-03-02T08:00'), finish: minuteOf('2026-03-02T17:00') };
    const tasks = [task('a', 3), task('b', 1, { manual }), task('c', 1)];
    const links = [link('a', 'b'), link('b', 'c')];
    expect(dates({ tasks, links })).toBe('2026-03-02T08:00 2026-03-02T17:00');
    expect(dates({ tasks, links }, 'c')).toBe('2026-03-03T08:00 2026-03-03T17:00');
  });

  it('a manual task under way ends where it was put, whatever is left to do', () => {
    const b = task('b', 1, {
      manual: { start: minuteOf('2026-03-02T08:00'), finish: minuteOf('2026-03-06T12:00') },
      progress: { actualStart: minuteOf('2026-03-03T08:00'), percentComplete: 50 },
    });
    expect(dates({ tasks: [b] })).toBe('2026-03-03T08:00 2026-03-06T12:00');
  });

  it('an inactive task passes on what it waits for', () => {
    const tasks = [task('a', 2), task('x', 9, { isActive: false }), task('b', 1)];
    expect(dates({ tasks, links: [link('a', 'x'), link('x', 'b')] })).toBe(
      '2026-03-04T08:00 2026-03-04T17:00',
    );
  });

  it('a plan counted from its finish puts work as late as it can', () => {
    const tasks = [
      task('a', 1),
      task('b', 2),
      task('c', 1, { constraint: constrained('finishNoLaterThan', '2026-03-10T17:00') }),
    ];
    const part = { tasks, links: [link('a', 'b')], finish: minuteOf('2026-03-13T17:00') };
    expect(dates(part, 'a')).toBe('2026-03-11T08:00 2026-03-11T17:00');
    expect(dates(part, 'b')).toBe('2026-03-12T08:00 2026-03-13T17:00');
    expect(dates(part, 'c')).toBe('2026-03-10T08:00 2026-03-10T17:00');
  });

  it('a milestone at midnight of a free day waits for work', () => {
    expect(dates({ start: minuteOf('2026-03-01T00:00'), tasks: [task('b', 0)] })).toBe(
      '2026-03-02T08:00 2026-03-02T08:00',
    );
  });
});
