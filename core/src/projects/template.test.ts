import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import type { RoleId } from '../id.ts';
import { defaultTemplates, outlineWithRoles } from './default-templates.ts';
import { stretchOf, weekdayAt } from './outline-dates.ts';
import { planOfOutline } from './plan.ts';
import {
  bestTemplate,
  type OutlineTask,
  outlineIssues,
  plainTask,
  type TemplateOutline,
} from './template.ts';

const roles = ['Partner', 'Project manager', 'Consultant', 'Designer', 'Developer'].map(
  // A brand has no run-time part; the test needs different ids only.
  (name) => ({ id: `role of ${name}` as RoleId, name }),
);
const outlines = defaultTemplates.map((template) => ({
  name: template.name,
  outline: outlineWithRoles(template, roles),
}));

describe('the templates of a new workspace (PM-22, ST-04)', () => {
  test('are the named types of client project and of initiative', () => {
    const named = (kind: string) =>
      defaultTemplates.filter((template) => template.kind === kind).map(({ name }) => name);
    expect(named('client')).toEqual([
      'Campaign',
      'Software build',
      'Software implementation',
      'Training',
      'Strategy',
    ]);
    expect(named('initiative')).toEqual([
      'System roll-out',
      'New market',
      'Environmental programme',
      'Own marketing',
    ]);
  });

  test.each(outlines)('$name is sound and ends with a milestone', ({ outline }) => {
    expect(outlineIssues(outline)).toEqual([]);
    expect(outline.phases.at(-1)?.tasks.at(-1)).toMatchObject({
      isMilestone: true,
      endShare: 10_000,
    });
    expect(
      outline.phases
        .flatMap((phase) => phase.tasks)
        .every((task) => task.isMilestone || task.roleId),
    ).toBe(true);
  });

  test.each(outlines)(
    '$name says hours, what is easily forgotten and what a milestone asks for (PM-06, PM-12)',
    ({ outline }) => {
      const tasks = outline.phases.flatMap((phase) => phase.tasks);
      const work = tasks.filter((task) => !task.isMilestone);
      const minutes = work.map((task) => task.estimateMinutes ?? 0);
      expect(minutes.every((given) => given > 0 && given % 15 === 0)).toBe(true);
      expect(work.some((task) => task.checklist.length > 0)).toBe(true);
      const milestones = tasks.filter((task) => task.isMilestone);
      expect(milestones.every((task) => task.acceptance.endsWith('.'))).toBe(true);
    },
  );

  test.each(outlines.slice(0, 5))('$name takes hours of every usual role', ({ outline }) => {
    expect(workedRoles(outline).size).toBe(5);
  });

  test('leave a role open that the firm does not have', () => {
    const [first] = defaultTemplates;
    if (!first) throw new Error('no templates');
    expect(workedRoles(outlineWithRoles(first, roles.slice(0, 1))).size).toBe(1);
  });
});

function workedRoles(outline: TemplateOutline) {
  const tasks = outline.phases.flatMap((phase) => phase.tasks);
  return new Set(tasks.filter((task) => !task.isMilestone).flatMap(({ roleId }) => roleId ?? []));
}

describe('an outline', () => {
  const task = { ...plainTask, name: 'Task', roleId: null, weight: 1, isMilestone: false };
  const outline = (startShare: number, endShare: number, isMilestone = false): TemplateOutline => ({
    durationWeekdays: 10,
    phases: [
      {
        name: 'Phase',
        startShare: 2_000,
        endShare: 6_000,
        tasks: [{ ...task, startShare, endShare, isMilestone }],
      },
    ],
  });

  test('is refused with a task outside its phase, backwards, or a milestone with hours', () => {
    const codes = (subject: TemplateOutline) => outlineIssues(subject).map(({ code }) => code);
    expect(codes(outline(2_000, 6_000))).toEqual([]);
    expect(codes(outline(1_000, 6_000))).toEqual(['outside-phase']);
    expect(codes(outline(5_000, 4_000))).toEqual(['too-early']);
    expect(codes(outline(6_000, 6_000, true))).toEqual(['milestone']);
  });

  test('is refused with a task that waits for itself, by way of another or of its parts', () => {
    const after = (index: number) => [{ index, type: 'finish-start', lagMinutes: 0 }] as const;
    const days = { startShare: 2_000, endShare: 6_000 };
    const codes = (...tasks: Partial<OutlineTask>[]) =>
      outlineIssues({
        durationWeekdays: 10,
        phases: [
          { name: 'Phase', ...days, tasks: tasks.map((own) => ({ ...task, ...days, ...own })) },
        ],
      }).map(({ code }) => code);
    expect(codes({ after: after(1) }, {})).toEqual([]);
    expect(codes({ after: after(1) }, { after: after(0) })).toEqual(['loop']);
    expect(codes({ after: after(1) }, { level: 1 })).toEqual(['loop']);
    expect(codes({ after: after(5) }, {})).toEqual(['unknown']);
  });

  test('lies over the days of a project; a milestone on the last day of its phase', () => {
    const days = { startOn: calendarDate('2026-11-02'), endOn: calendarDate('2026-11-13') };
    expect(planOfOutline(outline(2_000, 4_000), days)).toMatchObject({
      phases: [{ startOn: '2026-11-04', endOn: '2026-11-09' }],
      tasks: [{ phaseIndex: 0, startOn: '2026-11-04', dueOn: '2026-11-05', estimateMinutes: null }],
    });
    const { tasks } = planOfOutline(outline(6_000, 6_000, true), days);
    expect(tasks[0]).toMatchObject({ startOn: null, dueOn: '2026-11-09' });
  });

  test('has no days in a project without them', () => {
    expect(planOfOutline(outline(2_000, 4_000), null).tasks[0]).toMatchObject({
      startOn: null,
      dueOn: null,
    });
  });

  test('fits best when it can take the most of the sold minutes', () => {
    const [partner, , consultant] = roles;
    if (!partner || !consultant) throw new Error('no roles');
    const template = (name: string, roleId: RoleId) => ({
      name,
      outline: {
        durationWeekdays: 5,
        phases: [
          {
            name: 'P',
            startShare: 0,
            endShare: 10_000,
            tasks: [{ ...task, roleId, startShare: 0, endShare: 10_000 }],
          },
        ],
      },
    });
    const templates = [template('a', partner.id), template('b', consultant.id)];
    const demand = [
      { roleId: partner.id, minutes: 60 },
      { roleId: consultant.id, minutes: 61 },
    ];
    expect(bestTemplate(templates, demand)?.name).toBe('b');
    expect(bestTemplate(templates, [])?.name).toBe('a');
    expect(bestTemplate([], demand)).toBeNull();
  });
});

describe('of the templates of a new workspace', () => {
  const client = outlines.slice(0, 5);
  const hours = (amounts: Record<string, number>) =>
    roles.map(({ id, name }) => ({ roleId: id, minutes: amounts[name] ?? 60 }));

  test.each([
    ['Software build', { Developer: 52_000, Consultant: 21_000, Designer: 11_005 }],
    [
      'Campaign',
      {
        Designer: 30_000,
        Consultant: 30_000,
        'Project manager': 12_000,
        Partner: 5_000,
        Developer: 6_000,
      },
    ],
    ['Training', { Consultant: 60_000 }],
  ])('%s fits best what was sold', (name, amounts) => {
    expect(bestTemplate(client, hours(amounts))?.name).toBe(name);
  });
});

describe('weekdays', () => {
  test.each([
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-23', 4, '2026-11-27'],
    ['2026-11-23', 5, '2026-11-30'],
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-28', 0, '2026-11-30'],
    ['2026-11-29', 6, '2026-12-08'],
    ['2026-11-23', -1, '2026-11-20'],
    ['2026-11-25', -5, '2026-11-18'],
  ])('from %s on, number %i is %s', (from, index, expected) => {
    expect(weekdayAt(calendarDate(from), index)).toBe(expected);
  });

  test('of a project that is only a weekend are its own days', () => {
    const weekend = { startOn: calendarDate('2026-11-28'), endOn: calendarDate('2026-11-29') };
    expect(stretchOf(weekend, { startShare: 0, endShare: 5_000 })).toEqual(weekend);
  });
});
