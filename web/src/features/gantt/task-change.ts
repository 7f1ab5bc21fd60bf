import { dateFromDayNumber } from '@evenkeel/core/calendar-date';
import type { ScheduledPlan } from '@evenkeel/core/projects/schedule-dates';
import type { ScheduleEdit } from '@evenkeel/core/projects/schedule-edit';
import { partsOfTask } from '@evenkeel/core/projects/schedule-parts';
import type { PlanTask } from '@evenkeel/core/projects/schedule-plan';
import { clockOfWork } from '@evenkeel/core/projects/schedule-problem';
import {
  type PlanSplit,
  partMoved,
  pauseMinutes,
  splitBetween,
} from '@evenkeel/core/projects/schedule-splits';
import {
  nextWorkStart,
  previousWorkFinish,
  type WorkClock,
  workBetween,
} from '@evenkeel/core/schedule/work-clock';
import { dayMinutes } from '../../ui/gantt/gantt-scale.ts';
import type { GanttEdit } from '../../ui/gantt/gantt-task.ts';

type TaskEdit = Extract<GanttEdit, { readonly id: string }>;
type SpanEdit = Extract<GanttEdit, { readonly kind: 'move' | 'stretch' }>;
type PartEdit = Extract<GanttEdit, { readonly kind: 'split' | 'part' | 'join' }>;
/** What the chart says about a task; lists are the caller's own. */
type TaskChange = Omit<ScheduleEdit, 'splits'> & { readonly splits?: PlanSplit[] };

/** What somebody says about a task with an edit of its bar, or why nothing can be said. */
export function taskChange(
  base: ScheduledPlan,
  edit: TaskEdit,
  task: PlanTask,
): TaskChange | string {
  switch (edit.kind) {
    case 'progress':
      return { percentComplete: Math.round(edit.progress * 100) };
    case 'split':
    case 'part':
    case 'join':
      return splitChange(base, edit, task);
    case 'move':
    case 'stretch':
      return spanChange(base, edit, task);
  }
}

function splitChange(base: ScheduledPlan, edit: PartEdit, task: PlanTask): TaskChange | string {
  const clock = clockOfWork(base.index, task);
  const { splits } = task;
  if (edit.kind === 'join') return { splits: splits.filter((_, at) => at !== edit.part - 1) };
  if (edit.kind === 'part') {
    const parts = partsOfTask(base, task.id);
    const to = nextWorkStart(clock, edit.start);
    return { splits: [...partMoved(clock, { parts, splits }, { part: edit.part, to })] };
  }
  const span = base.dates.get(task.id)?.scheduled;
  const split = span ? splitBetween(clock, { span, splits }, edit) : null;
  return split ? { splits: [...split] } : 'It has no work on both sides of that pause.';
}

/** Days where the bar keeps to whole ones; a minute or a length where it does not. */
function spanChange(base: ScheduledPlan, edit: SpanEdit, task: PlanTask): TaskChange {
  const startDay = Math.floor(edit.span.start / dayMinutes);
  const startOn = dateFromDayNumber(startDay);
  // The instant that work ends at belongs to the day before the next.
  const dueOn = dateFromDayNumber(Math.ceil(edit.span.finish / dayMinutes) - 1);
  if (task.isMilestone || (task.startOn === null && edit.kind === 'move')) return { dueOn };
  if (task.scheduling === 'manual') return { startOn, dueOn };
  const clock = clockOfWork(base.index, task);
  const begin = { startOn, ...minuteOf(clock, edit.span.start, startDay) };
  if (edit.kind === 'move') return begin;
  const length = lengthOf(clock, edit, task) ?? { dueOn };
  // A start that stays where it is need not be said: then the schedule still moves it.
  const isSameStart = base.dates.get(task.id)?.scheduled.start === edit.span.start;
  return isSameStart || task.startOn === startOn ? length : { ...begin, ...length };
}

/** The minute of the day at which it begins, unless that is when the day's work begins. */
function minuteOf(
  clock: WorkClock,
  start: number,
  day: number,
): Pick<ScheduleEdit, 'constraintMinute'> {
  const isFirst = nextWorkStart(clock, start) === nextWorkStart(clock, day * dayMinutes);
  return isFirst ? {} : { constraintMinute: Math.round(start - day * dayMinutes) };
}

/** Working time to an end within a day; null where it ends with the work of a day. */
function lengthOf(clock: WorkClock, { span }: SpanEdit, task: PlanTask) {
  const dayEnd = Math.ceil(span.finish / dayMinutes) * dayMinutes;
  if (previousWorkFinish(clock, span.finish) === previousWorkFinish(clock, dayEnd)) return null;
  const worked = Math.round(workBetween(clock, span.start, span.finish));
  const durationMinutes = worked - pauseMinutes(task.splits);
  return durationMinutes > 0 ? { durationMinutes } : null;
}
