import type { PhaseView } from '@evenkeel/contract/projects';
import type { TaskRow } from '@evenkeel/contract/tasks';
import type { PhaseId, ProjectId, TaskId } from '@evenkeel/core/id';
import { describe, expect, test } from 'vitest';
import { effortTone, lastPlace, phaseGroups, stepPlace } from './model.ts';

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
    startsTooEarly: false,
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

  test('moves a task one place, and over the end into the next phase', () => {
    expect(stepPlace(groups, second, -1)).toEqual({ phaseId: 'one', position: 10 - 1_024 });
    expect(stepPlace(groups, first, 1)).toEqual({ phaseId: 'one', position: 20 + 1_024 });
    expect(stepPlace(groups, second, 1)).toEqual({ phaseId: 'two', position: 30 - 1_024 });
    expect(stepPlace(groups, third, -1)).toEqual({ phaseId: 'one', position: 20 + 1_024 });
    expect(stepPlace(groups, first, -1)).toBeNull();
    const [one] = groups;
    if (one) expect(lastPlace(one)).toEqual({ phaseId: 'one', position: 20 + 1_024 });
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
