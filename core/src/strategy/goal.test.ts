import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar-date.ts';
import { goalGaps, goalPace, goalProgress, isReached, type NumericGoal } from './goal.ts';

const startOn = calendarDate('2026-01-01');
const deadline = calendarDate('2026-12-31');
const halfTime = calendarDate('2026-07-02');

describe('the progress of a goal in numbers (ST-27)', () => {
  test.each<[string, NumericGoal, number | null, boolean]>([
    ['rising half way', { baseline: 20, target: 30, actual: 25 }, 5_000, false],
    ['falling half way', { baseline: 30, target: 20, actual: 25 }, 5_000, false],
    ['falling below zero', { baseline: 10, target: -10, actual: 0 }, 5_000, false],
    ['reached', { baseline: 0, target: 8, actual: 8 }, 10_000, true],
    ['passed', { baseline: 0, target: 8, actual: 10 }, 12_500, true],
    ['falling and passed', { baseline: 9, target: 5, actual: 4 }, 12_500, true],
    ['moved away', { baseline: 20, target: 30, actual: 15 }, -5_000, false],
    ['not measured yet', { baseline: 20, target: 30, actual: null }, null, false],
    ['without a baseline', { baseline: null, target: 30, actual: 30 }, null, false],
    ['with no way to go', { baseline: 5, target: 5, actual: 5 }, null, false],
  ])('%s', (_words, goal, progress, reached) => {
    expect(goalProgress(goal)).toBe(progress);
    expect(isReached(goal)).toBe(reached);
  });

  test('is the same seen from above and from below', () => {
    const value = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(value, value, value, (baseline, target, actual) => {
        const mirrored = { baseline: -baseline, target: -target, actual: -actual };
        expect(goalProgress(mirrored)).toBe(goalProgress({ baseline, target, actual }));
        expect(isReached(mirrored)).toBe(isReached({ baseline, target, actual }));
      }),
    );
  });
});

describe('the pace of a goal against its deadline', () => {
  const goal = { baseline: 100, target: 200, startOn, deadline };

  test('needs half of the way in the middle of the time', () => {
    const pace = goalPace({ ...goal, actual: 150 }, halfTime);
    expect(pace.neededNow).toBe(150);
    expect(pace).toMatchObject({ progress: 5_000, neededProgress: 5_000, standing: 'on-pace' });
    // 50 in the 182 days that are left, for each month of 30.4375 days.
    expect(pace.neededPerMonth).toBeCloseTo((50 / 182) * 30.4375, 10);
  });

  test.each([
    [150, halfTime, 'on-pace'],
    [149, halfTime, 'behind'],
    [130, halfTime, 'behind'],
    [129, halfTime, 'far-behind'],
    [80, halfTime, 'far-behind'],
    [200, halfTime, 'reached'],
    [100, startOn, 'on-pace'],
    [100, addDays(startOn, -40), 'on-pace'],
    [199, deadline, 'far-behind'],
    [199, addDays(deadline, 30), 'far-behind'],
  ] as const)('at %s on %s is %s', (actual, today, standing) => {
    expect(goalPace({ ...goal, actual }, today).standing).toBe(standing);
  });

  test('of a falling goal asks for a fall', () => {
    const falling = { baseline: 12, target: 6, actual: 12, startOn, deadline };
    const pace = goalPace(falling, halfTime);
    expect(pace.neededNow).toBe(9);
    expect(pace.neededPerMonth).toBeLessThan(0);
    expect(pace.standing).toBe('far-behind');
  });

  test('knows where a goal should be though nobody has measured it', () => {
    const pace = goalPace({ ...goal, actual: null }, halfTime);
    expect(pace).toMatchObject({ progress: null, neededNow: 150, standing: 'unknown' });
    expect(pace.neededPerMonth).toBeNull();
  });

  test('without a deadline is not known; past it there is no time left to ask for', () => {
    expect(goalPace({ ...goal, deadline: null, actual: 120 }, halfTime)).toMatchObject({
      neededNow: null,
      neededProgress: null,
      neededPerMonth: null,
      standing: 'unknown',
    });
    expect(goalPace({ ...goal, actual: 120 }, deadline).neededPerMonth).toBeNull();
  });

  test('with a deadline before its start asks for all of it on the deadline', () => {
    const early = { ...goal, startOn: deadline, deadline: startOn, actual: 100 };
    expect(goalPace(early, startOn).neededProgress).toBe(10_000);
    expect(goalPace(early, addDays(startOn, -1)).neededProgress).toBe(0);
  });

  test('needs never less as time goes on, from the baseline to the target', () => {
    const number = fc.integer({ min: -500, max: 500 });
    const day = fc.integer({ min: -100, max: 500 });
    fc.assert(
      fc.property(number, number, day, day, (baseline, target, one, other) => {
        const at = (days: number) =>
          goalPace({ baseline, target, actual: null, startOn, deadline }, addDays(startOn, days));
        const [early, late] = [at(Math.min(one, other)), at(Math.max(one, other))];
        if (baseline === target) {
          expect(early.neededNow).toBeNull();
          return;
        }
        expect(late.neededProgress ?? 0).toBeGreaterThanOrEqual(early.neededProgress ?? 0);
        for (const { neededNow } of [early, late]) {
          expect(neededNow).toBeGreaterThanOrEqual(Math.min(baseline, target));
          expect(neededNow).toBeLessThanOrEqual(Math.max(baseline, target));
        }
      }),
    );
  });
});

describe('a complete goal (ST-16, ST-17)', () => {
  const complete = {
    measure: 'Clients in Poland',
    baseline: 0,
    target: 5,
    deadline,
    ownerId: 'ada',
    statedBy: 'grace',
  };

  test('lacks nothing, and a baseline of zero is a baseline', () => {
    expect(goalGaps(complete)).toEqual([]);
  });

  test.each([
    ['measure', { measure: ' ' }],
    ['baseline', { baseline: null }],
    ['target', { target: null }],
    ['target', { target: 0 }],
    ['deadline', { deadline: null }],
    ['ownerId', { ownerId: null }],
    ['statedBy', { statedBy: null }],
  ])('names %s when it is missing', (field, change) => {
    expect(goalGaps({ ...complete, ...change }).map((gap) => gap.field)).toEqual([field]);
  });
});
