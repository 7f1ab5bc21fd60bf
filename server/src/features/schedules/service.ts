import type { ProjectId, TaskId } from '@evenkeel/core/id';
import { componentsOf, linkedProjects } from '@evenkeel/core/projects/schedule-components';
import { type ScheduledPlan, schedulePlan } from '@evenkeel/core/projects/schedule-dates';
import type { PlanTask, SchedulePlan } from '@evenkeel/core/projects/schedule-plan';
import type { Scope } from '../../platform/db/scope.ts';
import * as repository from './repository.ts';

export { listCalendars, lockSchedule } from './repository.ts';

/**
 * Works out anew the dates of all projects that this transaction has changed anything about, with
 * those that hang together with them. Called before an answer shows dates, and once more before each
 * commit for whatever was written on another way.
 */
export async function reschedule(scope: Scope): Promise<void> {
  const due = await repository.readDue(scope);
  if (due.length === 0) return;
  const plan = await readLinkedPlan(scope, due);
  const written = componentsOf(plan).flatMap((part) => changedDates(part));
  await repository.writeDates(scope, written);
  await repository.clearDue(scope);
}

/** The plan of some projects and of all that hang together with them. */
export async function readLinkedPlan(
  scope: Scope,
  projectIds: readonly ProjectId[],
): Promise<SchedulePlan> {
  const pairs = await repository.listProjectPairs(scope);
  return repository.readPlan(scope, [...linkedProjects(projectIds, pairs)]);
}

/** The dates of a plan that its tasks do not have yet. */
function changedDates(plan: SchedulePlan): repository.WrittenDates[] {
  const scheduled = schedulePlan(plan);
  return plan.tasks.flatMap((task) => {
    const dates = datesFor(task, scheduled);
    return dates !== null && isOther(task, dates) ? [dates] : [];
  });
}

/** What a task's row shall say; null where it stays as people wrote it. */
function datesFor(task: PlanTask, scheduled: ScheduledPlan): repository.WrittenDates | null {
  const found = scheduled.dates.get(task.id);
  if (found) return found;
  // By hand, or over: what stands there is what somebody wrote.
  if (task.scheduling === 'manual' || task.state === 'done') return null;
  return nowhere(task.id);
}

function nowhere(id: TaskId): repository.WrittenDates {
  return { id, startOn: null, dueOn: null, durationMinutes: null };
}

function isOther(task: PlanTask, dates: repository.WrittenDates): boolean {
  return (
    task.startOn !== dates.startOn ||
    task.dueOn !== dates.dueOn ||
    task.durationMinutes !== dates.durationMinutes
  );
}
