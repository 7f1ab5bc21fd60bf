import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import type { PhaseId, RoleId } from '../id.ts';
import { defaultTemplates, outlineWithRoles } from './default-templates.ts';
import { planOfOutline } from './plan.ts';
import { outlineIssues } from './template.ts';
import { outlineOf } from './template-of.ts';

const roles = ['Partner', 'Project manager', 'Consultant', 'Designer', 'Developer'].map(
  // A brand has no run-time part; the test needs different ids only.
  (name) => ({ id: `role of ${name}` as RoleId, name }),
);
const phaseId = (index: number) => `phase ${index}` as PhaseId; // A brand has no run-time part.
const days = { startOn: calendarDate('2026-01-05'), endOn: calendarDate('2026-12-31') };

describe('a template made from a project (U21)', () => {
  test.each(
    defaultTemplates.map((template) => [template.name, outlineWithRoles(template, roles)] as const),
  )('gives back the plan of %s, day by day', (_name, outline) => {
    const plan = planOfOutline(outline, days);
    const phases = plan.phases.map((phase, index) => ({ ...phase, id: phaseId(index) }));
    const tasks = plan.tasks.map((task) => ({
      ...task,
      phaseId: task.phaseIndex === null ? null : phaseId(task.phaseIndex),
    }));
    const made = outlineOf(days, phases, tasks);
    expect(outlineIssues(made)).toEqual([]);
    expect(planOfOutline(made, days)).toEqual(plan);
  });

  test('keeps estimates as weights, and tasks without phase or dates', () => {
    const task = { roleId: null, startOn: null, dueOn: null, isMilestone: false, phaseId: null };
    const made = outlineOf(
      { startOn: null, endOn: null },
      [],
      [
        { ...task, name: 'Short', estimateMinutes: 60 },
        { ...task, name: 'Long', estimateMinutes: 180 },
      ],
    );
    expect(made).toMatchObject({
      durationWeekdays: 20,
      phases: [{ name: 'Other work', tasks: [{ weight: 60 }, { weight: 180, endShare: 10_000 }] }],
    });
    expect(outlineIssues(made)).toEqual([]);
  });
});
