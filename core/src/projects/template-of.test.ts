import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import type { PhaseId, RoleId, TaskId } from '../id.ts';
import { defaultTemplates, outlineWithRoles } from './default-templates.ts';
import { planOfOutline } from './plan.ts';
import { copyOf, type StandingProject, type StandingTask } from './standing.ts';
import { outlineIssues } from './template.ts';
import { outlineOf } from './template-of.ts';

const roles = ['Partner', 'Project manager', 'Consultant', 'Designer', 'Developer'].map(
  // A brand has no run-time part; the test needs different ids only.
  (name) => ({ id: `role of ${name}` as RoleId, name }),
);
const phaseId = (index: number) => `phase ${index}` as PhaseId; // A brand has no run-time part.
const taskId = (index: number) => `task ${index}` as TaskId; // As above.
const days = { startOn: calendarDate('2026-01-05'), endOn: calendarDate('2026-12-31') };

function standing(index: number, facts: Partial<StandingTask>): StandingTask {
  return {
    id: taskId(index),
    parentId: null,
    phaseId: null,
    position: index,
    name: `Task ${index}`,
    notes: '',
    roleId: null,
    estimateMinutes: null,
    startOn: null,
    dueOn: null,
    isMilestone: false,
    acceptance: '',
    checklist: [],
    assigneeIds: [],
    ...facts,
  };
}

const launch: StandingProject = {
  startOn: calendarDate('2026-01-05'),
  endOn: calendarDate('2026-01-30'),
  phases: [
    {
      id: phaseId(0),
      name: 'Only',
      startOn: calendarDate('2026-01-05'),
      endOn: calendarDate('2026-01-30'),
    },
  ],
  tasks: [
    standing(0, { phaseId: phaseId(0), name: 'Whole', estimateMinutes: 999 }),
    standing(1, {
      phaseId: phaseId(0),
      parentId: taskId(0),
      name: 'Part',
      estimateMinutes: 120,
      checklist: ['First', 'Second'],
      startOn: calendarDate('2026-01-05'),
      dueOn: calendarDate('2026-01-09'),
    }),
    standing(2, {
      phaseId: phaseId(0),
      name: 'Gate',
      isMilestone: true,
      acceptance: 'The board says yes',
      dueOn: calendarDate('2026-01-12'),
    }),
  ],
  dependencies: [
    { predecessorId: taskId(1), successorId: taskId(2), type: 'finish-start', lagMinutes: 480 },
  ],
};

describe('a copy of a project (U21)', () => {
  test('keeps parts, checklists, acceptance and what waits for what, in weekdays from the new start', () => {
    const copy = copyOf(launch, { startOn: calendarDate('2026-03-04'), withPeople: false });
    expect(copy).toMatchObject({ startOn: '2026-03-04', endOn: '2026-03-31' });
    expect(copy.tasks).toMatchObject([
      { name: 'Whole', parentIndex: null },
      {
        name: 'Part',
        parentIndex: 0,
        startOn: '2026-03-04',
        dueOn: '2026-03-10',
        checklist: ['First', 'Second'],
      },
      {
        name: 'Gate',
        dueOn: '2026-03-11',
        acceptance: 'The board says yes',
        after: [{ index: 1, lagMinutes: 480 }],
      },
    ]);
  });

  test('without a new start has no dates', () => {
    const copy = copyOf(launch, { startOn: null, withPeople: false });
    expect(copy.endOn).toBeNull();
    expect(copy.tasks.every((task) => task.dueOn === null && task.startOn === null)).toBe(true);
  });

  test('as a template makes the same plan again, hours on the leaves only', () => {
    const outline = outlineOf(launch);
    expect(outline.phases[0]?.tasks.map((task) => [task.level, task.estimateMinutes])).toEqual([
      [0, null],
      [1, 120],
      [0, null],
    ]);
    expect(outlineIssues(outline)).toEqual([]);
    const days = { startOn: calendarDate('2026-01-05'), endOn: calendarDate('2026-01-30') };
    const again = planOfOutline(outline, days);
    expect(again.tasks[1]).toMatchObject({ parentIndex: 0, dueOn: '2026-01-09' });
    expect(again.tasks[2]?.after).toEqual([{ index: 1, type: 'finish-start', lagMinutes: 480 }]);
  });
});

describe('a template made from a project (U21)', () => {
  test.each(
    defaultTemplates.map((template) => [template.name, outlineWithRoles(template, roles)] as const),
  )('gives back the plan of %s, day by day', (_name, outline) => {
    const plan = planOfOutline(outline, days);
    const phases = plan.phases.map((phase, index) => ({ ...phase, id: phaseId(index) }));
    const tasks = plan.tasks.map((task, index) => ({
      ...task,
      id: taskId(index),
      parentId: null,
      position: index,
      phaseId: task.phaseIndex === null ? null : phaseId(task.phaseIndex),
    }));
    const made = outlineOf({ ...days, phases, tasks, dependencies: [] });
    expect(outlineIssues(made)).toEqual([]);
    expect(planOfOutline(made, days)).toEqual(plan);
  });

  test('keeps estimates as weights, and tasks without phase or dates', () => {
    const made = outlineOf({
      startOn: null,
      endOn: null,
      phases: [],
      tasks: [
        standing(0, { name: 'Short', estimateMinutes: 60 }),
        standing(1, { name: 'Long', estimateMinutes: 180 }),
      ],
      dependencies: [],
    });
    expect(made).toMatchObject({
      durationWeekdays: 20,
      phases: [{ name: 'Other work', tasks: [{ weight: 60 }, { weight: 180, endShare: 10_000 }] }],
    });
    expect(outlineIssues(made)).toEqual([]);
  });
});
