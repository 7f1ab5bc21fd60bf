import type { PhaseView } from '@evenkeel/contract/projects';
import type { TaskRow } from '@evenkeel/contract/tasks';
import type { PhaseId, ProjectId, TaskId } from '@evenkeel/core/id';
import { describe, expect, test } from 'vitest';
import {
  effortTone,
  indentPlace,
  lastPlace,
  outdentPlace,
  phaseGroups,
  stepPlace,
} from './model.ts';

// Ids of a test need only be different; a brand has no run-time part.
const phaseId = (name: string) => name as PhaseId;

function phase(name: string): PhaseView {
  return { id: phaseId(name), version: 1, name, position: 0, startOn: null, endOn: null };
}

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

const first = task('first', { phaseId: phaseId('one'), position: 10, estimateMinutes: 60 });
const second = task('second', { phaseId: phaseId('one'), position: 20, state: 'done' });
const third = task('third', { phaseId: phaseId('two'), position: 30 });
const phases = [phase('one'), phase('two')];
const groups = phaseGroups(phases, [first, second, third]);

describe('a plan', () => {
  test('groups tasks by phase and sums them', () => {
    expect(groups.map((group) => group.tasks.map(({ name }) => name))).toEqual([
      ['first', 'second'],
      ['third'],
    ]);
    expect(groups[0]).toMatchObject({ estimateMinutes: 60, doneCount: 1 });
  });

  test('shows tasks without a phase last, and only where there are any', () => {
    const loose = task('loose');
    expect(phaseGroups(phases, [loose, first]).at(-1)).toMatchObject({
      phase: null,
      tasks: [loose],
    });
    expect(phaseGroups([], [])).toMatchObject([{ phase: null, tasks: [] }]);
  });

  test('shows sub-tasks under what they are part of, and counts hours on them only', () => {
    const whole = task('whole', { position: 1, estimateMinutes: 600 });
    const part = task('part', { position: 9, parentId: whole.id, estimateMinutes: 60 });
    const other = task('other', { position: 5 });
    const [group] = phaseGroups([], [part, other, whole]);
    if (!group) throw new Error('no group');
    expect(group.tasks.map(({ name }) => name)).toEqual(['whole', 'part', 'other']);
    expect(group.depths.get(part.id)).toBe(1);
    expect(group.estimateMinutes).toBe(60);
    expect(indentPlace(group, other)).toEqual({ parentId: 'whole', position: 9 + 1_024 });
    expect(indentPlace(group, whole)).toBeNull();
    expect(outdentPlace(group, part)).toEqual({ parentId: null, position: 3 });
    expect(outdentPlace(group, other)).toBeNull();
    expect(stepPlace([group], part, 1)).toBeNull();
  });

  test('moves a task one place, and over the end into the next phase', () => {
    const atEnd = { phaseId: 'one', parentId: null, position: 20 + 1_024 };
    expect(stepPlace(groups, second, -1)).toEqual({ phaseId: 'one', position: 10 - 1_024 });
    expect(stepPlace(groups, first, 1)).toEqual({ phaseId: 'one', position: 20 + 1_024 });
    expect(stepPlace(groups, second, 1)).toEqual({
      phaseId: 'two',
      parentId: null,
      position: 30 - 1_024,
    });
    expect(stepPlace(groups, third, -1)).toEqual(atEnd);
    expect(stepPlace(groups, first, -1)).toBeNull();
    const [one] = groups;
    if (one) expect(lastPlace(one)).toEqual(atEnd);
  });
});

describe('logged time', () => {
  test.each([
    [100, 0, 'within'],
    [100, 89, 'within'],
    [100, 90, 'near'],
    [100, 101, 'over'],
    [null, 500, 'within'],
  ])('estimated %s and logged %s minutes: %s', (estimateMinutes, loggedMinutes, expected) => {
    expect(effortTone({ estimateMinutes, loggedMinutes })).toBe(expected);
  });
});
