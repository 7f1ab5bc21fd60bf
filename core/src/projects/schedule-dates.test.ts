import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, weekdaysBetween } from '../calendar-date.ts';
import type { CalendarId, ProjectId } from '../id.ts';
import {
  day,
  monday,
  type PlanParts,
  planOf,
  taskId,
  theProject,
  typed,
} from './schedule.fixture.ts';
import { schedulePlan } from './schedule-dates.ts';
import type { PlanCalendar, PlanException, PlanProject } from './schedule-plan.ts';
import { problemsOf } from './schedule-problems.ts';

function datesOf(parts: PlanParts) {
  const { dates } = schedulePlan(planOf(parts));
  return (name: string) => {
    const found = dates.get(taskId(name));
    return found ? [found.startOn, found.dueOn] : null;
  };
}

const fiveDays = 5 * 480;

describe('a scheduled plan (PM-07)', () => {
  test('leaves typed days as they are, and undated things undated', () => {
    const of = datesOf({
      tasks: [
        { name: 'Week', ...typed(monday, day('2026-06-05')) },
        { name: 'Over a weekend', ...typed(day('2026-06-06'), day('2026-06-14')) },
        { name: 'Only a weekend', ...typed(day('2026-06-06'), day('2026-06-07')) },
        { name: 'Someday', estimateMinutes: 480 },
      ],
    });
    expect(of('Week')).toEqual(['2026-06-01', '2026-06-05']);
    expect(of('Over a weekend')).toEqual(['2026-06-06', '2026-06-14']);
    expect(of('Only a weekend')).toEqual(['2026-06-06', '2026-06-07']);
    expect(of('Someday')).toBeNull();
  });

  test('puts half days one after the other on one day', () => {
    const of = datesOf({
      tasks: [
        { name: 'Morning', durationMinutes: 240 },
        { name: 'Afternoon', durationMinutes: 240 },
        { name: 'Next day', durationMinutes: 240 },
      ],
      links: [
        ['Morning', 'Afternoon'],
        ['Afternoon', 'Next day'],
      ],
    });
    expect(of('Morning')).toEqual(['2026-06-01', '2026-06-01']);
    expect(of('Afternoon')).toEqual(['2026-06-01', '2026-06-01']);
    expect(of('Next day')).toEqual(['2026-06-02', '2026-06-02']);
  });

  test('stretches a linked task to the due day typed for it, from where it begins', () => {
    const of = datesOf({
      tasks: [
        { name: 'First', durationMinutes: 720 },
        { name: 'Then', typedDueOn: day('2026-06-04'), startOn: day('2026-06-02') },
      ],
      links: [['First', 'Then']],
    });
    expect(of('Then')).toEqual(['2026-06-02', '2026-06-04']);
  });

  test('takes a task with its own calendar over weekends', () => {
    const saturday = 'saturday' as CalendarId;
    const hours = [{ from: 480, to: 960 }];
    const of = datesOf({
      tasks: [{ name: 'Switch over', durationMinutes: 480, calendarId: saturday }],
      people: [{ name: 'Ben' }],
      staff: [['Switch over', 'Ben']],
      more: {
        calendars: [
          {
            id: saturday,
            name: 'Saturdays',
            isDefault: false,
            week: [[], [], [], [], [], hours, []],
            exceptions: [],
          },
        ],
      },
    });
    expect(of('Switch over')).toEqual(['2026-06-06', '2026-06-06']);
  });

  test('counts back from the end of a project that says so', () => {
    const project = planOf({ tasks: [] }).projects[0] as PlanProject;
    const of = datesOf({
      tasks: [
        { name: 'Write', durationMinutes: 960 },
        { name: 'Print', durationMinutes: 480 },
      ],
      links: [['Write', 'Print']],
      more: { projects: [{ ...project, scheduleFrom: 'finish', endOn: day('2026-06-30') }] },
    });
    expect(of('Print')).toEqual(['2026-06-30', '2026-06-30']);
    expect(of('Write')).toEqual(['2026-06-26', '2026-06-29']);
  });

  test('puts what is not done after the day of the report', () => {
    const project = planOf({ tasks: [] }).projects[0] as PlanProject;
    const of = datesOf({
      tasks: [
        { name: 'Done', durationMinutes: 480, state: 'done', doneOn: monday, dueOn: monday },
        { name: 'Late', ...typed(monday, day('2026-06-02')) },
        { name: 'Next', durationMinutes: 480 },
      ],
      links: [['Late', 'Next']],
      more: { projects: [{ ...project, id: theProject, statusOn: day('2026-06-10') }] },
    });
    expect(of('Done')?.[1]).toBe('2026-06-01');
    expect(of('Late')).toEqual(['2026-06-10', '2026-06-11']);
    expect(of('Next')).toEqual(['2026-06-12', '2026-06-12']);
  });
});

describe('people in the schedule (U14)', () => {
  const build = { name: 'Build', durationMinutes: fiveDays };

  test.each([
    ['nobody', [], '2026-06-05'],
    ['somebody who is there', [{ name: 'Ben' }], '2026-06-05'],
    [
      'somebody on leave for two days',
      [{ name: 'Ben', leaves: [off('2026-06-02', '2026-06-03')] }],
      '2026-06-09',
    ],
    ['half days all week: the same days', [{ name: 'Ben', weeklyMinutes: 1_200 }], '2026-06-05'],
    [
      'three whole days a week',
      [{ name: 'Ben', weeklyMinutes: 1_440, weekMinutes: [480, 480, 480, 0, 0, 0, 0] }],
      '2026-06-09',
    ],
  ] as const)('a week of work by %s', (_, people, dueOn) => {
    const of = datesOf({ tasks: [build], people, staff: people.map(() => ['Build', 'Ben']) });
    expect(of('Build')).toEqual(['2026-06-01', dueOn]);
  });

  test('work is done in the hours of whoever does it, shared where there are several', () => {
    const work = {
      name: 'Work',
      estimateMinutes: 2_400,
      taskType: 'fixed-work',
      durationMinutes: 1,
    } as const;
    const people = [{ name: 'Half', weeklyMinutes: 1_200 }, { name: 'Full' }];
    const alone = datesOf({ tasks: [work], people, staff: [['Work', 'Half']] });
    expect(alone('Work')).toEqual(['2026-06-01', '2026-06-12']);
    const full = datesOf({ tasks: [work], people, staff: [['Work', 'Full']] });
    expect(full('Work')).toEqual(['2026-06-01', '2026-06-05']);
    const half = { ...off('2026-06-02', '2026-06-03'), isHalf: true };
    const off2 = datesOf({
      tasks: [work],
      people: [{ name: 'Full', leaves: [half] }],
      staff: [['Work', 'Full']],
    });
    expect(off2('Work')).toEqual(['2026-06-01', '2026-06-08']);
    const some = datesOf({ tasks: [work], people, staff: [['Work', 'Full', 5_000]] });
    expect(some('Work')).toEqual(['2026-06-01', '2026-06-12']);
  });
});

describe('terms and calendars of people in the schedule (U14)', () => {
  const fewerDays = {
    validFrom: day('2026-06-03'),
    weeklyMinutes: 960,
    weekMinutes: [480, 480, 0, 0, 0, 0, 0],
  };
  const build = { name: 'Build', durationMinutes: fiveDays };
  const staff: PlanParts['staff'] = [['Build', 'Ben']];

  test('hours that change from a day on hold from that day on', () => {
    const of = datesOf({ tasks: [build], people: [{ name: 'Ben', later: [fewerDays] }], staff });
    expect(of('Build')).toEqual(['2026-06-01', '2026-06-15']);
  });

  test('holidays of a person’s own calendar hold in place of the firm’s', () => {
    const [firm, abroad] = [calendarOf('firm', true), calendarOf('abroad', false)];
    const calendars = [
      { ...firm, exceptions: [holiday('2026-06-02')] },
      { ...abroad, exceptions: [holiday('2026-06-03'), holiday('2026-06-04')] },
    ];
    const at = (calendarId: CalendarId | null) =>
      datesOf({
        tasks: [build],
        people: [{ name: 'Ben', calendarId }],
        staff,
        more: { calendars },
      })('Build')?.[1];
    expect([at(null), at(abroad.id)]).toEqual(['2026-06-08', '2026-06-09']);
  });

  test('a short day of the firm within leave is a day of leave', () => {
    const short = { ...holiday('2026-06-02'), hours: [{ from: 480, to: 720 }] };
    const calendars = [{ ...calendarOf('firm', true), exceptions: [short] }];
    const of = datesOf({
      tasks: [build],
      people: [{ name: 'Ben', leaves: [off('2026-06-01', '2026-06-05')] }],
      staff,
      more: { calendars },
    });
    expect(of('Build')).toEqual(['2026-06-08', '2026-06-12']);
  });
});

describe('problems of a plan', () => {
  test('are named with the tasks they are about', () => {
    const scheduled = schedulePlan(
      planOf({
        tasks: [
          { name: 'First', durationMinutes: fiveDays },
          {
            name: 'Bound',
            durationMinutes: 480,
            constraintType: 'must-start-on',
            constraintOn: day('2026-06-03'),
          },
          { name: 'Late', durationMinutes: 480, deadlineOn: day('2026-06-02') },
        ],
        links: [
          ['First', 'Bound'],
          ['First', 'Late'],
        ],
      }),
    );
    expect(problemsOf(scheduled).map(({ kind, message }) => [kind, message])).toEqual([
      ['constraint-breaks-link', '“Bound” is held 3 working days before what it waits for allows.'],
      ['deadline-missed', '“Late” misses its deadline by 4 working days.'],
    ]);
  });
});

/** Plans of typed and free tasks, each linked to some before it. */
const randomPlan = fc
  .array(
    fc.record({
      days: fc.integer({ min: 1, max: 9 }),
      start: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
      before: fc.array(fc.nat(), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) => ({
    tasks: rows.map(({ days, start }, index) => {
      const from = start === null ? null : addDays(monday, start);
      return {
        name: `T${index}`,
        durationMinutes: days * 480,
        ...(from === null
          ? {}
          : ({ constraintType: 'start-no-earlier-than', constraintOn: from } as const)),
      };
    }),
    links: rows.flatMap(({ before }, index) =>
      index === 0
        ? []
        : [...new Set(before.map((at) => at % index))].map(
            (at) => [`T${at}`, `T${index}`] as const,
          ),
    ),
  }));

describe('any plan', () => {
  test('keeps every link', () => {
    fc.assert(
      fc.property(randomPlan, (parts) => {
        const { dates } = schedulePlan(planOf(parts));
        const at = (name: string) => dates.get(taskId(name))?.scheduled;
        for (const [before, after] of parts.links)
          expect(at(after)?.start).toBeGreaterThanOrEqual(at(before)?.finish ?? Number.NaN);
      }),
      { numRuns: 200 },
    );
  });

  test('keeps every bound, and lasts as long as was said', () => {
    fc.assert(
      fc.property(randomPlan, (parts) => {
        const { dates } = schedulePlan(planOf(parts));
        for (const { name, durationMinutes, ...bound } of parts.tasks) {
          const { startOn, dueOn } = dates.get(taskId(name)) ?? {};
          if (!startOn || !dueOn) continue;
          expect(startOn >= ('constraintOn' in bound ? bound.constraintOn : monday)).toBe(true);
          expect(weekdaysBetween(startOn, dueOn)).toBe(durationMinutes / 480);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('scheduled again from its own dates lies where it lay, in any order of its lists', () => {
    fc.assert(
      fc.property(randomPlan, (parts) => {
        const plan = planOf(parts);
        const once = schedulePlan(plan).dates;
        const again = schedulePlan({
          ...plan,
          tasks: plan.tasks.toReversed().map((task) => {
            const {
              startOn = null,
              dueOn = null,
              durationMinutes = null,
            } = once.get(task.id) ?? {};
            return { ...task, startOn, dueOn, durationMinutes };
          }),
          dependencies: plan.dependencies.toReversed(),
        }).dates;
        for (const [id, { startOn, dueOn }] of once)
          expect(again.get(id)).toMatchObject({ startOn, dueOn });
      }),
      { numRuns: 200 },
    );
  });
});

function off(startOn: string, endOn: string) {
  return { startOn: day(startOn), endOn: day(endOn), isHalf: false };
}

function holiday(on: string): PlanException {
  return { name: on, startOn: day(on), endOn: day(on), hours: [], isYearly: false };
}

function calendarOf(name: string, isDefault: boolean): PlanCalendar {
  const worked = [
    { from: 480, to: 720 },
    { from: 780, to: 1_020 },
  ];
  const week = [worked, worked, worked, worked, worked, [], []];
  // Any text will do for an id here.
  return { id: name as CalendarId, name, isDefault, week, exceptions: [] };
}

describe('a project in which links win (PM-07)', () => {
  const tasks = [
    { name: 'First', durationMinutes: 5 * 480 },
    {
      name: 'Then',
      durationMinutes: 480,
      constraintType: 'start-no-later-than' as const,
      constraintOn: day('2026-06-03'),
    },
  ];
  const plan = planOf({ tasks, links: [['First', 'Then']] });
  const startOf = (honoursConstraints: boolean) => {
    const projects = plan.projects.map((project) => ({ ...project, honoursConstraints }));
    const { dates, issues } = schedulePlan({ ...plan, projects });
    return [dates.get(taskId('Then'))?.startOn, issues.map(({ kind }) => kind)];
  };

  test('lets a task wait past the day of its constraint, and says that it is missed', () => {
    expect(startOf(true)).toEqual(['2026-06-03', ['constraintBreaksLink']]);
    expect(startOf(false)).toEqual(['2026-06-08', ['constraintMissed']]);
  });
});

describe('projects that are scheduled together (PM-07)', () => {
  const other = 'other' as ProjectId;
  const late = {
    durationMinutes: 480,
    constraintType: 'start-no-later-than' as const,
    constraintOn: day('2026-06-03'),
  };
  const tasks = [
    { name: 'First', durationMinutes: 5 * 480 },
    { name: 'Own', ...late },
    { name: 'Theirs', ...late, projectId: other },
  ];
  const links = [
    ['First', 'Own'],
    ['First', 'Theirs'],
  ] as const;

  test('each go by their own switch of what wins', () => {
    const plan = planOf({ tasks, links });
    const startsWith = (own: boolean, theirs: boolean) => {
      const projects = plan.projects.flatMap((project) => [
        { ...project, honoursConstraints: own },
        { ...project, id: other, honoursConstraints: theirs },
      ]);
      const { dates } = schedulePlan({ ...plan, projects });
      return ['Own', 'Theirs'].map((name) => dates.get(taskId(name))?.startOn);
    };
    expect(startsWith(true, true)).toEqual(['2026-06-03', '2026-06-03']);
    expect(startsWith(true, false)).toEqual(['2026-06-03', '2026-06-08']);
    expect(startsWith(false, true)).toEqual(['2026-06-08', '2026-06-03']);
    expect(startsWith(false, false)).toEqual(['2026-06-08', '2026-06-08']);
  });
});
