import { plainTask } from '@evenkeel/core/projects/template';
import { describe, expect, test } from 'vitest';
import {
  addTask,
  changePhase,
  changeTask,
  daysOf,
  levelTask,
  type Outline,
  type OutlineTask,
  removePhase,
  removeTask,
  sharesOf,
  stepPhase,
  stepTask,
} from './model.ts';

function task(name: string, more: Partial<OutlineTask> = {}): OutlineTask {
  const days = { startShare: 0, endShare: 5_000 };
  return { ...plainTask, name, roleId: null, weight: 0, isMilestone: false, ...days, ...more };
}

const waits = (index: number) => [{ index, type: 'finish-start' as const, lagMinutes: 0 }];
const outline: Outline = {
  durationWeekdays: 20,
  phases: [
    {
      name: 'One',
      startShare: 0,
      endShare: 5_000,
      tasks: [task('a'), task('b', { level: 1 }), task('c', { after: waits(1) })],
    },
    {
      name: 'Two',
      startShare: 5_000,
      endShare: 10_000,
      tasks: [task('d', { startShare: 5_000, endShare: 10_000, after: waits(2) })],
    },
  ],
};
const names = (of: Outline) => of.phases.map(({ tasks }) => tasks.map(({ name }) => name).join(''));
/** What waits for what, by name. */
const waiting = (of: Outline) => {
  const all = of.phases.flatMap(({ tasks }) => tasks);
  return all.flatMap(({ name, after }) => after.map(({ index }) => `${name}<${all[index]?.name}`));
};

describe('the days of a template', () => {
  test('come back as they were set, for every length and place', () => {
    for (let length = 1; length <= 60; length += 1) {
      const of = { ...outline, durationWeekdays: length };
      for (let first = 1; first <= length; first += 1) {
        const days = { first, count: length - first + 1 };
        expect(daysOf(of, sharesOf(of, days))).toEqual(days);
        expect(daysOf(of, sharesOf(of, { first, count: 1 }))).toEqual({ first, count: 1 });
      }
    }
  });

  test('stretch a phase to hold its task; a phase made shorter cuts its tasks', () => {
    const longer = changeTask(outline, { phase: 0, task: 0 }, { endShare: 8_000 });
    expect(longer.phases[0]?.endShare).toBe(8_000);
    const shorter = changePhase(longer, 0, { endShare: 4_000 });
    expect(shorter.phases[0]?.tasks.map(({ endShare }) => endShare)).toEqual([4_000, 4_000, 4_000]);
  });
});

describe('the tasks of a template', () => {
  test('move with what is part of them; what waits for what follows along', () => {
    const down = stepTask(outline, { phase: 0, task: 0 }, 1);
    expect(names(down)).toEqual(['cab', 'd']);
    expect(waiting(down)).toEqual(['c<b', 'd<c']);
    expect(names(stepTask(down, { phase: 0, task: 1 }, -1))).toEqual(['abc', 'd']);
    expect(names(stepTask(outline, { phase: 0, task: 2 }, 1))).toEqual(['ab', 'cd']);
    expect(names(stepTask(outline, { phase: 1, task: 0 }, -1))).toEqual(['abcd', '']);
    expect(stepTask(outline, { phase: 0, task: 1 }, 1)).toEqual(outline);
  });

  test('become part of the one above, and leave it, with what is part of them', () => {
    const deeper = levelTask(outline, { phase: 0, task: 2 }, 1);
    expect(deeper.phases[0]?.tasks.map(({ level }) => level)).toEqual([0, 1, 1]);
    expect(levelTask(outline, { phase: 0, task: 0 }, 1)).toEqual(outline);
    expect(levelTask(deeper, { phase: 0, task: 2 }, -1)).toEqual(outline);
  });

  test('go, and what waited for them waits no more; their parts move up a level', () => {
    const without = removeTask(outline, { phase: 0, task: 0 });
    expect(names(without)).toEqual(['bc', 'd']);
    expect(without.phases[0]?.tasks[0]?.level).toBe(0);
    expect(waiting(without)).toEqual(['c<b', 'd<c']);
    expect(waiting(removePhase(outline, 0))).toEqual([]);
    expect(names(stepPhase(outline, 0, 1))).toEqual(['d', 'abc']);
    expect(waiting(stepPhase(outline, 0, 1))).toEqual(['d<c', 'c<b']);
  });

  test('are added at the end of their phase without mixing up the others', () => {
    const more = addTask(outline, 0, 'new');
    expect(names(more)).toEqual(['abcnew', 'd']);
    expect(waiting(more)).toEqual(['c<b', 'd<c']);
  });
});
