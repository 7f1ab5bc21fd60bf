import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import { dueGroup, positionBetween } from './task.ts';

describe('a task calls for attention', () => {
  // Wednesday; its week ends on Sunday 29 November.
  const today = calendarDate('2026-11-25');
  test.each([
    ['2026-11-24', 'overdue'],
    ['2026-11-25', 'today'],
    ['2026-11-26', 'this-week'],
    ['2026-11-29', 'this-week'],
    ['2026-11-30', 'later'],
  ])('due on %s: %s', (dueOn, expected) => {
    expect(dueGroup(calendarDate(dueOn), today)).toBe(expected);
  });

  test('without a date, by itself', () => {
    expect(dueGroup(null, today)).toBe('no-date');
  });
});

describe('a position in a list', () => {
  test('lies between its neighbours, or beyond the end', () => {
    expect(positionBetween(1_024, 2_048)).toBe(1_536);
    expect(positionBetween(null, 1_024)).toBe(0);
    expect(positionBetween(2_048, null)).toBe(3_072);
    expect(positionBetween(null, null)).toBe(1_024);
  });

  test('is refused where no number is left between the two', () => {
    let [low, high] = [1, 2];
    for (let step = 0; step < 60; step += 1) high = positionBetween(low, high) ?? high;
    expect(positionBetween(low, high)).toBeNull();
    expect(high).toBeGreaterThan(low);
    low = high;
    expect(positionBetween(low, high)).toBeNull();
  });
});
