import { type CalendarDate, dateFromDayNumber } from '../calendar-date.ts';
import type { TaskId } from '../id.ts';
import type {
  ScheduledTask,
  ScheduleIssue,
  ScheduleProject,
  ScheduleResult,
} from '../schedule/model.ts';
import { schedule } from '../schedule/schedule.ts';
import { nextWorkStart } from '../schedule/work-clock.ts';
import { calendarOf, indexPlan, isHeld, type PlanIndex } from './schedule-index.ts';
import { constrainedEnd, type PlanTask, type SchedulePlan } from './schedule-plan.ts';
import { constraintInstant, problemOf, typedDuration } from './schedule-problem.ts';
import { pauseMinutes } from './schedule-splits.ts';

/** Where a task lies: the days that lists show, and the instants behind them. */
export type PlanDates = {
  readonly id: TaskId;
  /** Null where nobody said, and nothing follows, when it begins. */
  readonly startOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  /** Working minutes that the plan keeps; null where the work or nothing says how long it takes. */
  readonly durationMinutes: number | null;
  readonly isSummary: boolean;
  /** Minutes since 1970 on the firm's wall clock, with slack and what drives it. */
  readonly scheduled: ScheduledTask;
};

/** A scheduled plan: every placed task's dates, what was wrong, and the engine's own terms. */
export type ScheduledPlan = {
  readonly dates: ReadonlyMap<TaskId, PlanDates>;
  readonly issues: readonly ScheduleIssue[];
  readonly problem: ScheduleProject;
  readonly result: ScheduleResult;
  readonly index: PlanIndex;
};

/**
 * Schedules a plan. A due day that somebody typed becomes a duration first, by the hours of whoever
 * does the task, so that the day is met as long as nothing moves the task.
 * Two passes of the engine at most.
 */
export function schedulePlan(plan: SchedulePlan): ScheduledPlan {
  const index = indexPlan(plan);
  const resolved = new Map<TaskId, number | null>();
  const driven: PlanTask[] = [];
  for (const task of plan.tasks) {
    if (!wantsDuration(index, task)) continue;
    const from = typedStart(index, task);
    if (from === null) driven.push(task);
    else resolved.set(task.id, durationTo(index, task, from));
  }
  let problem = problemOf(index, resolved);
  let result = schedule(problem);
  if (driven.length > 0) {
    const starts = new Map(result.tasks.map((task) => [task.id, task.start]));
    for (const task of driven) {
      const from = starts.get(task.id);
      if (from !== undefined) resolved.set(task.id, durationTo(index, task, from));
    }
    problem = problemOf(index, resolved);
    result = schedule(problem);
  }
  const dates = new Map(
    result.tasks.flatMap((scheduled) => {
      // The engine was given these ids.
      const task = index.tasks.get(scheduled.id as TaskId);
      return task ? [[task.id, datesOf(index, task, { scheduled, resolved })] as const] : [];
    }),
  );
  return { dates, issues: result.issues, problem, result, index };
}

/** The day on which an instant of work ends: 17:00 and 24:00 belong to the day before the next. */
export function dayOfFinish(minute: number): CalendarDate {
  return dateFromDayNumber(Math.ceil(minute / 1440) - 1);
}

/** The day of an instant. */
export function dayOfStart(minute: number): CalendarDate {
  return dateFromDayNumber(Math.floor(minute / 1440));
}

/**
 * The duration that the typed due day of a task comes to when it begins at `start`, or where somebody
 * typed that as well: null when the day cannot be met by working, undefined when none is wanted.
 */
export function resolvedDuration(
  index: PlanIndex,
  task: PlanTask,
  start: number,
): number | null | undefined {
  if (!wantsDuration(index, task)) return undefined;
  return durationTo(index, task, typedStart(index, task) ?? start);
}

function wantsDuration(index: PlanIndex, task: PlanTask): boolean {
  return (
    task.scheduling === 'automatic' &&
    task.durationMinutes === null &&
    task.typedDueOn !== null &&
    !task.isMilestone &&
    !index.summaries.has(task.id)
  );
}

/** When a task with a typed due day begins, where somebody typed that as well and it begins then. */
function typedStart(index: PlanIndex, task: PlanTask): number | null {
  if (task.constraintOn === null || constrainedEnd(task.constraintType) !== 'start') return null;
  if (task.startOn !== null && task.startOn > task.constraintOn) return null;
  if (task.constraintMinute !== null) return constraintInstant(index, task, task.constraintOn);
  return index.book.heldStartOf(calendarOf(index, task), task.constraintOn);
}

function durationTo(index: PlanIndex, task: PlanTask, from: number): number | null {
  if (task.typedDueOn === null) return null;
  const whole = typedDuration(index, task, from, task.typedDueOn);
  // Pauses are not part of the duration, and do not move the day that was typed.
  const minutes = whole === null ? null : whole - pauseMinutes(task.splits);
  return minutes !== null && minutes > 0 ? minutes : whole;
}

function datesOf(
  index: PlanIndex,
  task: PlanTask,
  found: {
    readonly scheduled: ScheduledTask;
    readonly resolved: ReadonlyMap<TaskId, number | null>;
  },
): PlanDates {
  const { scheduled, resolved } = found;
  const isSummary = index.summaries.has(task.id);
  const base = {
    id: task.id,
    isSummary,
    scheduled,
    durationMinutes: isSummary
      ? task.durationMinutes
      : (task.durationMinutes ?? resolved.get(task.id) ?? null),
  };
  if (task.scheduling === 'manual' || (task.state === 'done' && !isSummary)) {
    return { ...base, startOn: task.startOn, dueOn: task.dueOn };
  }
  if (isSummary) {
    return { ...base, startOn: dayOfStart(scheduled.start), dueOn: dayOfFinish(scheduled.finish) };
  }
  if (isHeld(task, resolved)) {
    return { ...base, startOn: task.constraintOn, dueOn: task.typedDueOn };
  }
  const shown = shownEnds(index, task, base.durationMinutes);
  return {
    ...base,
    startOn: shown.start ? shownStart(index, task, scheduled) : null,
    dueOn: shown.due ? shownDue(index, task, scheduled) : null,
  };
}

/** Which ends of a task people see: those that somebody named, or that follow from what they said. */
function shownEnds(
  index: PlanIndex,
  task: PlanTask,
  duration: number | null,
): { readonly start: boolean; readonly due: boolean } {
  if (task.isMilestone) return { start: false, due: true };
  const both = duration !== null || index.linked.has(task.id);
  const end = constrainedEnd(task.constraintType);
  return {
    start: both || end === 'start' || task.actualStartOn !== null,
    due: both || end === 'finish',
  };
}

/** The day it begins; a day off that somebody typed is shown as typed while work begins right after it. */
function shownStart(index: PlanIndex, task: PlanTask, scheduled: ScheduledTask): CalendarDate {
  const day = dayOfStart(startOfWork(index, task, scheduled));
  const { constraintOn } = task;
  if (constraintOn === null || constrainedEnd(task.constraintType) !== 'start') return day;
  const first = index.book.startOf(calendarOf(index, task), constraintOn);
  return day === dayOfStart(first) && constraintOn < day ? constraintOn : day;
}

/** The engine may say 17:00 for what goes on the next morning. */
function startOfWork(index: PlanIndex, task: PlanTask, scheduled: ScheduledTask): number {
  if (scheduled.finish <= scheduled.start) return scheduled.start;
  const next = nextWorkStart(index.book.clock(calendarOf(index, task)), scheduled.start);
  return next < scheduled.finish ? next : scheduled.start;
}

/** The day it is due; a day off that somebody typed is shown as typed while work ends right before it. */
function shownDue(index: PlanIndex, task: PlanTask, scheduled: ScheduledTask): CalendarDate {
  const day = dayOfFinish(scheduled.finish);
  const end = constrainedEnd(task.constraintType);
  const typed = task.typedDueOn ?? (end === 'finish' ? task.constraintOn : null);
  if (typed === null) return day;
  const last = index.book.finishOf(calendarOf(index, task), typed);
  return day === dayOfFinish(last) && typed > day ? typed : day;
}
