import { describe, expect, test } from 'vitest';
import { leafEstimate, rollUps, treeOrder } from './task-tree.ts';

function task(
  id: string,
  parentId: string | null,
  position: number,
  minutes: number | null = null,
) {
  return {
    id,
    parentId,
    position,
    state: position > 2 ? 'done' : 'open',
    estimateMinutes: minutes,
  };
}

const tasks = [
  task('leaf', 'branch', 3, 60),
  task('root', null, 2, 1_000),
  task('branch', 'root', 1, 500),
  task('twig', 'root', 4, 30),
  task('first', null, 1),
];

describe('the tree of tasks (PM-02)', () => {
  test('puts each task before its parts, siblings by position, with depth and how many stand below', () => {
    expect(treeOrder(tasks).map(({ task: { id }, depth, below }) => [id, depth, below])).toEqual([
      ['first', 0, 0],
      ['root', 0, 3],
      ['branch', 1, 1],
      ['leaf', 2, 0],
      ['twig', 1, 0],
    ]);
  });

  test('puts a task whose parent is elsewhere at the top', () => {
    expect(treeOrder([task('a', 'gone', 1)])).toMatchObject([{ depth: 0 }]);
  });

  test('counts hours on its leaves once, whatever stands on the parents', () => {
    expect(leafEstimate(tasks)).toBe(90);
    expect(rollUps(tasks).get('root')).toEqual({ taskCount: 2, doneCount: 2, estimateMinutes: 90 });
    expect(rollUps(tasks).get('branch')).toEqual({
      taskCount: 1,
      doneCount: 1,
      estimateMinutes: 60,
    });
  });
});
