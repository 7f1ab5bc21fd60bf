import type { TaskId } from '../id.ts';
import type { ScheduledPlan } from './schedule-dates.ts';
import { clockOfWork } from './schedule-problem.ts';
import { hasParts, partsWithin, type TaskPart } from './schedule-splits.ts';

/** The parts of a scheduled task; empty where it runs in one. */
export function partsOfTask({ dates, index }: ScheduledPlan, id: TaskId): readonly TaskPart[] {
  const [task, found] = [index.tasks.get(id), dates.get(id)];
  if (!task || !found || found.isSummary || !hasParts(task)) return [];
  const { start, finish } = found.scheduled;
  const parts = partsWithin(clockOfWork(index, task), { start, finish }, task.splits);
  return parts.length > 1 ? parts : [];
}
