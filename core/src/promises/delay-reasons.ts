import { type CalendarDate, later } from '../calendar-date.ts';
import type { ProjectId, TaskId } from '../id.ts';
import { type ScheduledPlan, schedulePlan } from '../projects/schedule-dates.ts';
import type { PlanTask, SchedulePlan } from '../projects/schedule-plan.ts';
import {
  type CauseFacts,
  type DelayCause,
  type PlanDifference,
  planDifferences,
} from './plan-difference.ts';
import { type IsWorking, workingDaysFrom } from './slip.ts';

/** Whose day it is: a task or milestone, or the end of a project. */
export type DatedSubject =
  | { readonly kind: 'task'; readonly id: TaskId }
  | { readonly kind: 'client-project'; readonly id: ProjectId };

/** One link of the chain: the cause, the task where it lies, and the working days it costs or gives back. */
export type DelayReason = {
  readonly cause: DelayCause;
  readonly taskId: TaskId | null;
  /** Working days; negative where it gives days back. Never 0. */
  readonly days: number;
};

/** More differences than this are taken together by cause, so that the engine need not run for each. */
const mostSteps = 80;

/**
 * The day of a subject in a scheduled plan. The end of a project is the last day of its tasks, or the
 * day that somebody wrote as its end, whichever is later. Null where it has none.
 */
export function dayOf(scheduled: ScheduledPlan, subject: DatedSubject): CalendarDate | null {
  if (subject.kind === 'task') {
    return (
      scheduled.dates.get(subject.id)?.dueOn ?? scheduled.index.tasks.get(subject.id)?.dueOn ?? null
    );
  }
  let last = scheduled.index.projects.get(subject.id)?.endOn ?? null;
  for (const task of scheduled.index.tasks.values()) {
    if (task.projectId !== subject.id) continue;
    const due = scheduled.dates.get(task.id)?.dueOn ?? task.dueOn;
    if (due !== null) last = last === null ? due : later(last, due);
  }
  return last;
}

/**
 * The plan as it must be read today: what should be over and is not ends today at the earliest. Returns
 * it with the tasks concerned.
 */
export function planAsOf(
  plan: SchedulePlan,
  today: CalendarDate,
): { readonly plan: SchedulePlan; readonly overdueTasks: ReadonlySet<TaskId> } {
  const parents = new Set(plan.tasks.map((task) => task.parentId));
  const isOverdue = (task: PlanTask) =>
    task.state !== 'done' && task.dueOn !== null && task.dueOn < today && !parents.has(task.id);
  const overdueTasks = new Set(plan.tasks.filter(isOverdue).map(({ id }) => id));
  if (overdueTasks.size === 0) return { plan, overdueTasks };
  const tasks = plan.tasks.map((task) =>
    overdueTasks.has(task.id) ? heldOpen(task, today) : task,
  );
  return { plan: { ...plan, tasks }, overdueTasks };
}

function heldOpen(task: PlanTask, today: CalendarDate): PlanTask {
  if (task.scheduling === 'manual') return { ...task, dueOn: today };
  // What was begun goes on from where it began; what was not is bound at its end.
  const bound = {
    constraintType: 'finish-no-earlier-than',
    constraintOn: today,
    constraintMinute: null,
  } as const;
  if (task.actualStartOn === null) return { ...task, ...bound, typedDueOn: null };
  return { ...task, scheduling: 'manual', dueOn: today };
}

/** What a chain of reasons is computed from. */
export type DelayQuestion = {
  readonly subject: DatedSubject;
  /** The plan when the day was told; null where none was kept. */
  readonly before: SchedulePlan | null;
  readonly after: SchedulePlan;
  readonly promised: CalendarDate;
  readonly facts: CauseFacts;
  readonly isWorking: IsWorking;
};

/**
 * Why a date slips: what differs between the plan when it was told and the plan now is put into the
 * first, one difference after the other in the order of the work, and the schedule is solved after each.
 * A difference costs the working days by which the date moves then, so that the days of all reasons add
 * up to the slip exactly; of two that overlap the first takes the days. (As-planned impacted analysis in
 * the order of events: Society of Construction Law, Delay and Disruption Protocol, 2nd ed. 2017, 11.6.)
 * At most `mostSteps` + 2 runs of the engine.
 */
export function delayReasons(question: DelayQuestion): {
  readonly forecast: CalendarDate | null;
  readonly slipDays: number;
  readonly reasons: readonly DelayReason[];
} {
  const { subject, after, promised, isWorking } = question;
  const forecast = dayOf(schedulePlan(after), subject);
  if (forecast === null) return { forecast, slipDays: 0, reasons: [] };
  const slipDays = workingDaysFrom(promised, forecast, isWorking);
  const reasons = mergedReasons(stepsTo(question, forecast));
  return { forecast, slipDays, reasons };
}

function stepsTo(question: DelayQuestion, forecast: CalendarDate): DelayReason[] {
  const { subject, before, after, promised, facts, isWorking } = question;
  if (before === null) {
    return [
      { cause: 'replanned', taskId: null, days: workingDaysFrom(promised, forecast, isWorking) },
    ];
  }
  let plan = before;
  let day = dayOf(schedulePlan(plan), subject);
  const reasons: DelayReason[] = [];
  const step = (cause: DelayCause, taskId: TaskId | null, next: CalendarDate | null) => {
    reasons.push({
      cause,
      taskId,
      days: workingDaysFrom(day ?? promised, next ?? day ?? promised, isWorking),
    });
    day = next ?? day;
  };
  if (day !== null) {
    const first = day;
    day = promised;
    step('reserve', null, first);
  }
  for (const { cause, taskId, apply } of grouped(planDifferences({ before, after }, facts))) {
    plan = apply(plan);
    step(cause, taskId, dayOf(schedulePlan(plan), subject));
  }
  // What the rest of the rows differ in, such as the days of work that is over.
  step('replanned', null, forecast);
  return reasons;
}

/** Many differences are applied by cause, those of one cause at once. */
function grouped(differences: readonly PlanDifference[]): readonly PlanDifference[] {
  if (differences.length <= mostSteps) return differences;
  const causes = [...new Set(differences.map(({ cause }) => cause))];
  return causes.map((cause) => {
    const own = differences.filter((one) => one.cause === cause);
    return {
      cause,
      taskId: null,
      at: '',
      apply: (plan) => own.reduce((whole, one) => one.apply(whole), plan),
    };
  });
}

/** Reasons of one cause at one task as one; those that move nothing are left out. */
function mergedReasons(reasons: readonly DelayReason[]): DelayReason[] {
  const merged = new Map<string, DelayReason>();
  for (const reason of reasons) {
    const key = `${reason.cause} ${reason.taskId ?? ''}`;
    const known = merged.get(key);
    merged.set(key, known ? { ...known, days: known.days + reason.days } : reason);
  }
  return [...merged.values()].filter(({ days }) => days !== 0);
}
