import type { GoalId, ProjectId } from '@evenkeel/core/id';
import { expect, test } from 'vitest';
import { aloneInWords, nextPlace, strengthAfter } from './model.ts';

test('arrows lead from cell to cell and stop at the edges', () => {
  const size = { rows: 2, columns: 3 };
  expect(nextPlace('ArrowRight', { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 1 });
  expect(nextPlace('ArrowUp', { row: 0, column: 1 }, size)).toEqual({ row: 0, column: 1 });
  expect(nextPlace('ArrowDown', { row: 1, column: 2 }, size)).toEqual({ row: 1, column: 2 });
  expect(nextPlace('x', { row: 0, column: 0 }, size)).toBeNull();
});

test('plus and minus change a strength within its bounds, Delete takes it off', () => {
  expect(strengthAfter('+', null)).toBe(1);
  expect(strengthAfter('+', 2)).toBe(2);
  expect(strengthAfter('-', null)).toBe(-1);
  expect(strengthAfter('-', -2)).toBe(-2);
  expect(strengthAfter('Delete', 1)).toBeNull();
  expect(strengthAfter('a', 1)).toBeUndefined();
});

test('who stands alone is said in words', () => {
  // Ids of a test need only be different.
  const [goal, one, other] = ['g' as GoalId, 'p' as ProjectId, 'q' as ProjectId];
  expect(aloneInWords({ goalsWithoutInitiative: [], initiativesWithoutGoal: [] })).toBeNull();
  expect(
    aloneInWords({ goalsWithoutInitiative: [goal], initiativesWithoutGoal: [one, other] }),
  ).toBe('1 goal without an initiative, 2 initiatives without a goal');
});
