import type { ScheduledTask, ScheduleResult } from './model.ts';

/**
 * Why a task stands where it does: the tasks that drive it, the first of them first, itself last. The
 * first is held by the project's start, a constraint or its own past. O(length of the path).
 */
export function drivingPath(result: ScheduleResult, id: string): ScheduledTask[] {
  const byId = new Map(result.tasks.map((task) => [task.id, task]));
  const path: ScheduledTask[] = [];
  const seen = new Set<string>();
  let task = byId.get(id);
  while (task && !seen.has(task.id)) {
    seen.add(task.id);
    path.push(task);
    task = task.drivingPredecessorId === null ? undefined : byId.get(task.drivingPredecessorId);
  }
  return path.reverse();
}

/**
 * Tasks that are not critical and would be with `withinMinutes` (working) of delay, the nearest first:
 * where the critical path may go next.
 */
export function nearCritical(result: ScheduleResult, withinMinutes: number): ScheduledTask[] {
  return result.tasks
    .filter(({ isCritical, totalSlack }) => !isCritical && totalSlack <= withinMinutes)
    .filter(({ totalSlack }) => totalSlack > 0)
    .sort((a, b) => a.totalSlack - b.totalSlack || (a.id < b.id ? -1 : 1));
}
