import { describe, expect, test } from 'vitest';
import { workAfterStaffing, workForDuration } from './schedule-effort.ts';
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
