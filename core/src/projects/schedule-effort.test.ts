import { describe, expect, test } from 'vitest';
import {
  durationByWork,
  workAfterShares,
  workAfterStaffing,
  workForDuration,
} from './schedule-effort.ts';
import type { TaskType } from './schedule-plan.ts';

const task = (taskType: TaskType, isEffortDriven = false) => ({
  taskType,
  isEffortDriven,
  estimateMinutes: 2_400,
});

describe('work, duration and people', () => {
  test.each<[string, ReturnType<typeof task>, [number, number], number]>([
    [
      'fixed units: a second person is as much work again',
      task('fixed-units'),
      [10_000, 20_000],
      4_800,
    ],
    [
      'fixed units: half of one goes, half of the work',
      task('fixed-units'),
      [10_000, 5_000],
      1_200,
    ],
    ['effort-driven: the work stays', task('fixed-units', true), [10_000, 20_000], 2_400],
    ['fixed work: the work stays', task('fixed-work'), [10_000, 20_000], 2_400],
    ['fixed duration: the work stays', task('fixed-duration'), [10_000, 20_000], 2_400],
    ['the first person changes nothing', task('fixed-units'), [0, 10_000], 2_400],
    ['nor does the last who goes', task('fixed-units'), [10_000, 0], 2_400],
  ])('%s', (_, given, [before, after], work) => {
    expect(workAfterStaffing(given, before, after)).toBe(work);
  });

  test.each([
    ['fixed units: duration times people', task('fixed-units'), 20_000, 1_920],
    ['fixed units, nobody yet: one person', task('fixed-units'), 0, 960],
    ['fixed duration: the work is another matter', task('fixed-duration'), 20_000, 2_400],
  ])('a duration of two days with %s', (_, given, units, work) => {
    expect(workForDuration(given, 960, units)).toBe(work);
  });
});

describe('shares of time (PM-07)', () => {
  const on = (...shares: readonly (readonly [string, number])[]) =>
    shares.map(([personId, units]) => ({ personId, units }));
  const given = (type: TaskType, isDriven: boolean) => ({
    taskType: type,
    isEffortDriven: isDriven,
    estimateMinutes: 960,
  });

  test('of who stays change how long it takes, not the work', () => {
    for (const type of ['fixed-units', 'fixed-work', 'fixed-duration'] as const) {
      const halved = workAfterShares(given(type, false), on(['a', 10_000]), on(['a', 5_000]));
      expect(halved).toBe(960);
    }
    expect(durationByWork(given('fixed-units', false), 5_000)).toBe(1_920);
    expect(durationByWork(given('fixed-work', false), 15_000)).toBe(640);
    expect(durationByWork(given('fixed-duration', false), 5_000)).toBeNull();
  });

  test('of who comes are more work with fixed units, unless effort drives it', () => {
    const before = on(['a', 10_000]);
    const after = on(['a', 5_000], ['b', 5_000]);
    expect(workAfterShares(given('fixed-units', false), before, after)).toBe(1_920);
    expect(workAfterShares(given('fixed-units', true), before, after)).toBe(960);
    expect(workAfterShares(given('fixed-work', false), before, after)).toBe(960);
  });

  test('of who goes are less work with fixed units', () => {
    const before = on(['a', 10_000], ['b', 5_000]);
    expect(workAfterShares(given('fixed-units', false), before, on(['a', 10_000]))).toBe(640);
  });
});
