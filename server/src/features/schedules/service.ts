import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { schedules } from '@evenkeel/contract/schedules';
import type { PhaseId, ProjectId, TaskId } from '@evenkeel/core/id';
import { componentsOf, linkedProjects } from '@evenkeel/core/projects/schedule-components';
import { type ScheduledPlan, schedulePlan } from '@evenkeel/core/projects/schedule-dates';
import type { PlanPerson, PlanTask, SchedulePlan } from '@evenkeel/core/projects/schedule-plan';
import {
  endProblem,
  type PlanProblem,
  problemsOf,
} from '@evenkeel/core/projects/schedule-problems';
import { AppError } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { listPlanCalendars } from '../calendars/service.ts';
import { type EmploymentRecord, listEmployments } from '../capacity/service.ts';
import { movesSince, type ToldMove } from './moves/service.ts';
import * as repository from './repository.ts';

export {
  lastChange,
  listNamed,
  movesOfTransaction,
  type NamedTask,
  type OwnMoves,
} from './moves/service.ts';
export { lockSchedule } from './repository.ts';

/**
 * Works out anew the dates of all projects that this transaction has changed anything about, with
 * those that hang together with them. Called before an answer shows dates, and once more before each
 * commit for whatever was written on another way.
 */
export async function reschedule(scope: Scope): Promise<void> {
  await rescheduled(scope);
}

/** The same, and the plans that were scheduled. */
export async function rescheduled(scope: Scope): Promise<ScheduledPlan[]> {
  const due = await repository.readDue(scope);
  if (due.length === 0) return [];
  const plans = componentsOf(await readLinkedPlan(scope, due)).map(schedulePlan);
  await repository.writeDates(scope, plans.flatMap(changedDates));
  await repository.clearDue(scope);
  return plans;
}

/** The plan of some projects and of all that hang together with them. */
export async function readLinkedPlan(
  scope: Scope,
  projectIds: readonly ProjectId[],
): Promise<SchedulePlan> {
  const pairs = await repository.listProjectPairs(scope);
  const plan = await repository.readPlan(scope, [...linkedProjects(projectIds, pairs)]);
  const calendars = await listPlanCalendars(scope);
  const ids = [...new Set(plan.assignments.map((row) => row.personId))];
  const people = await listEmployments(scope, ids);
  return { ...plan, calendars, people: people.map(planPerson) };
}

/** The plan of all projects that are not in the trash. */
export async function readWholePlan(scope: Scope): Promise<SchedulePlan> {
  return readLinkedPlan(scope, await repository.listProjectIds(scope));
}

function planPerson({ personId, calendarId, terms, leaves }: EmploymentRecord): PlanPerson {
  return {
    id: personId,
    calendarId,
    terms: terms.map(({ validFrom, weeklyMinutes, weekMinutes }) => ({
      validFrom,
      weeklyMinutes,
      weekMinutes,
    })),
    leaves,
  };
}

/** The dates of a plan that its tasks do not have yet. */
function changedDates(scheduled: ScheduledPlan): repository.WrittenDates[] {
  return scheduled.index.plan.tasks.flatMap((task) => {
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

/** A project's schedule with everything that hangs together with it. */
export type ProjectSchedule = {
  readonly project: repository.ScheduledProject;
  readonly phases: readonly { readonly id: PhaseId }[];
  readonly scheduled: ScheduledPlan;
  readonly problems: readonly PlanProblem[];
};

export async function readSchedule(scope: Scope, id: ProjectId): Promise<ProjectSchedule> {
  const project = await findProject(scope, id);
  const scheduled = schedulePlan(await readLinkedPlan(scope, [id]));
  const isOwn = (taskId: TaskId) => scheduled.index.tasks.get(taskId)?.projectId === id;
  const found = problemsOf(scheduled).filter((problem) => problem.taskIds.some(isOwn));
  const late = endProblem(scheduled, id);
  const phases = await repository.listPhases(scope, id);
  return { project, phases, scheduled, problems: late ? [late, ...found] : found };
}

/** Tasks of a project that lie elsewhere at one moment than at another. */
export async function readMoves(
  scope: Scope,
  id: ProjectId,
  between: QueryOf<typeof schedules.moves>,
): Promise<ToldMove[]> {
  await findProject(scope, id);
  return movesSince(scope, id, between);
}

async function findProject(scope: Scope, id: ProjectId): Promise<repository.ScheduledProject> {
  const project = await repository.findProject(scope, id);
  if (!project) throw new AppError('not-found', 'There is no such project.');
  return project;
}
