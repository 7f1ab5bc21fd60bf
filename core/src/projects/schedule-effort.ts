import { roundCommercially } from '../money.ts';
import type { PlanTask } from './schedule-plan.ts';

/** What decides how work, duration and people go together. */
export type StaffedTask = Pick<PlanTask, 'taskType' | 'estimateMinutes'> & {
  readonly isEffortDriven: boolean;
};

/**
 * The work of a task after people came or went, whose shares of time add up to `before` and `after`
 * basis points. With fixed units more people are more work, in the same time, unless the task is
 * effort-driven: then the work stays and the time follows. Of the other types the work always stays.
 */
export function workAfterStaffing(task: StaffedTask, before: number, after: number): number | null {
  const grows = task.taskType === 'fixed-units' && !task.isEffortDriven;
  if (!grows || task.estimateMinutes === null || before === 0 || after === 0) {
    return task.estimateMinutes;
  }
  return roundCommercially((task.estimateMinutes * after) / before);
}

/**
 * The work of a task for which somebody typed a duration, with people whose shares add up to `units`
 * basis points (one person where there is nobody): with fixed units duration times units.
 */
export function workForDuration(
  task: StaffedTask,
  durationMinutes: number,
  units: number,
): number | null {
  if (task.taskType !== 'fixed-units') return task.estimateMinutes;
  return roundCommercially((durationMinutes * (units === 0 ? 10_000 : units)) / 10_000);
}
