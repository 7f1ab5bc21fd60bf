import type {
  DatedMove,
  ScheduledTaskView,
  SchedulePlanView,
  ScheduleView,
} from '@evenkeel/contract/schedules';
import { earlier, later } from '@evenkeel/core/calendar-date';
import type { DependencyId, TaskId } from '@evenkeel/core/id';
import type { PlanDates, ScheduledPlan } from '@evenkeel/core/projects/schedule-dates';
import { namedMove } from '@evenkeel/core/projects/schedule-moves';
import type { SchedulePlan } from '@evenkeel/core/projects/schedule-plan';
import { finishOfProject, namedProblem } from '@evenkeel/core/projects/schedule-problems';
import { instantOf } from '@evenkeel/core/schedule/minute';
import { moment } from '../../platform/db/values.ts';
import type { ToldMove } from './moves/service.ts';
import type { ProjectSchedule } from './service.ts';

export function presentSchedule(found: ProjectSchedule): ScheduleView {
  const { project, scheduled } = found;
  const own = [...scheduled.dates.values()].filter(
    ({ id }) => scheduled.index.tasks.get(id)?.projectId === project.id,
  );
  const starts = own.map((dates) => dates.startOn ?? dates.dueOn).filter((day) => day !== null);
  return {
    project: { id: project.id, name: project.name, kind: project.kind },
    version: project.version,
    startOn: starts.length === 0 ? null : starts.reduce(earlier),
    finishOn: finishOfProject(scheduled, project.id),
    endOn: project.end_on,
    calendarId: project.calendar_id,
    scheduleFrom: project.schedule_from,
    honoursConstraints: project.honours_constraints,
    statusOn: project.status_on,
    tasks: own.map((dates) => presentTask(dates, scheduled)),
    phases: found.phases.map(({ id }) => presentPhase(id, own, scheduled)),
    problems: found.problems.map((problem) => namedProblem(problem, scheduled)),
  };
}

/** The tables as they are: copied, since the contract's lists may be written to. */
export function presentPlan(plan: SchedulePlan): SchedulePlanView {
  // Readonly lists of the same rows.
  return plan as SchedulePlanView;
}

export function presentMove({ move, task, at, by }: ToldMove): DatedMove {
  return { ...namedMove(move, task), changedAt: moment(at), changedBy: by };
}

function presentTask(dates: PlanDates, { index, problem }: ScheduledPlan): ScheduledTaskView {
  const { scheduled } = dates;
  // The engine was given ids of tasks and of dependencies.
  const driver = scheduled.drivingPredecessorId as TaskId | null;
  const link = scheduled.drivingLink === null ? undefined : problem.links[scheduled.drivingLink];
  return {
    id: dates.id,
    start: clock(scheduled.start),
    finish: clock(scheduled.finish),
    lateStart: clock(scheduled.lateStart),
    lateFinish: clock(scheduled.lateFinish),
    totalSlackMinutes: Math.round(scheduled.totalSlack),
    freeSlackMinutes: Math.round(scheduled.freeSlack),
    isCritical: scheduled.isCritical,
    isSummary: dates.isSummary,
    drivingPredecessor:
      driver === null ? null : { id: driver, name: index.tasks.get(driver)?.name ?? '' },
    drivingDependencyId: (link?.id ?? null) as DependencyId | null,
  };
}

function presentPhase(
  id: ScheduleView['phases'][number]['id'],
  own: readonly PlanDates[],
  { index }: ScheduledPlan,
): ScheduleView['phases'][number] {
  const inside = own.filter((dates) => index.tasks.get(dates.id)?.phaseId === id);
  const starts = inside.map((dates) => dates.startOn ?? dates.dueOn).filter((day) => day !== null);
  const ends = inside.map((dates) => dates.dueOn ?? dates.startOn).filter((day) => day !== null);
  return {
    id,
    startOn: starts.length === 0 ? null : starts.reduce(earlier),
    finishOn: ends.length === 0 ? null : ends.reduce(later),
  };
}

function clock(minute: number): string {
  return instantOf(Math.round(minute));
}
