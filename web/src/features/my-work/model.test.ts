import type { TaskRow } from '@evenkeel/contract/tasks';
import { calendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId, TaskId } from '@evenkeel/core/id';
import { describe, expect, test } from 'vitest';
import { tasksByDue } from './model.ts';

// Ids of a test need only be different; a brand has no run-time part.
function task(name: string, more: Partial<TaskRow> = {}): TaskRow {
  return {
    id: name as TaskId,
    number: 1,
    version: 1,
    project: { id: 'project' as ProjectId, name: 'Project', kind: 'client' },
    phaseId: null,
    name,
    position: 0,
    state: 'open',
    role: null,
    estimateMinutes: null,
    optimisticMinutes: null,
    pessimisticMinutes: null,
    loggedMinutes: 0,
    startOn: null,
    dueOn: null,
    doneOn: null,
    isMilestone: false,
    parentId: null,
    assignees: [],
    subTasks: null,
    checklistCount: 0,
    checklistDoneCount: 0,
    waitsFor: [],
    recurrenceId: null,
    startsTooEarly: false,
    scheduling: 'automatic',
    constraintType: 'as-soon-as-possible',
    constraintOn: null,
    constraintMinute: null,
    splits: [],
    durationMinutes: null,
    taskType: 'fixed-duration',
    isEffortDriven: false,
    deadlineOn: null,
    percentComplete: 0,
    actualStartOn: null,
    calendarId: null,
    schedulePriority: 500,
    isClientVisible: false,
    side: 'ours',
    ...more,
  };
}

describe('my work', () => {
  test('comes in the order in which it calls for attention', () => {
    const today = calendarDate('2026-11-25');
    const due = (name: string, day: string | null) =>
      task(name, { dueOn: day === null ? null : calendarDate(day) });
    const found = tasksByDue(
      [due('none', null), due('late', '2026-11-01'), due('sunday', '2026-11-29')],
      today,
    );
    expect(found.map(({ group, tasks }) => [group, tasks[0]?.name])).toEqual([
      ['overdue', 'late'],
      ['this-week', 'sunday'],
      ['no-date', 'none'],
    ]);
  });
});
