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

/** Somebody on a task with the share of their time, in basis points. */
export type Share<Person> = { readonly personId: Person; readonly units: number };

/**
 * The work of a task when people come, go and give other shares of their time, all at once. Another
 * share of who stays changes how long the work takes, never the work (Microsoft, "Change the task type
 * for more accurate scheduling"; with a fixed duration it says how much of their days is taken). Who
 * comes and goes then counts as in `workAfterStaffing`.
 */
export function workAfterShares<Person>(
  task: StaffedTask,
  before: readonly Share<Person>[],
  after: readonly Share<Person>[],
): number | null {
  const units = new Map(after.map((share) => [share.personId, share.units]));
  const stayed = before.map((share) => units.get(share.personId) ?? share.units);
  return workAfterStaffing(task, sumOf(stayed), sumOf(after.map((share) => share.units)));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/**
 * Working minutes that a task takes with people whose shares add up to `units` basis points: its work
 * over their shares, where the work decides; null where its duration is what was said.
 */
export function durationByWork(task: StaffedTask, units: number): number | null {
  const { taskType, estimateMinutes: work } = task;
  if (taskType === 'fixed-duration' || work === null || work === 0) return null;
  return Math.max(1, roundCommercially((work * 10_000) / (units || 10_000)));
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
