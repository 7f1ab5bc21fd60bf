import { addDays, type CalendarDate, daysBetween, later } from '../calendar-date.ts';
import { constrainedEnd, type PlanTask, type TaskConstraint } from './schedule-plan.ts';
import { keptSplits, type PlanSplit } from './schedule-splits.ts';
import type { TaskState } from './task.ts';

/** What somebody may say about a task's place in time; what is left out stays. */
export type ScheduleEdit = {
  readonly startOn?: CalendarDate | null | undefined;
  readonly dueOn?: CalendarDate | null | undefined;
  readonly isMilestone?: boolean | undefined;
  readonly scheduling?: PlanTask['scheduling'] | undefined;
  readonly constraintType?: TaskConstraint | undefined;
  readonly constraintOn?: CalendarDate | null | undefined;
  readonly constraintMinute?: number | null | undefined;
  readonly durationMinutes?: number | null | undefined;
  readonly splits?: readonly PlanSplit[] | undefined;
  readonly state?: TaskState | undefined;
  readonly doneOn?: CalendarDate | null | undefined;
  readonly percentComplete?: number | undefined;
  readonly actualStartOn?: CalendarDate | null | undefined;
};

/** The part of a task that such an edit is read against. */
export type EditedTask = Pick<
  PlanTask,
  | 'state'
  | 'isMilestone'
  | 'startOn'
  | 'dueOn'
  | 'scheduling'
  | 'constraintType'
  | 'constraintOn'
  | 'constraintMinute'
  | 'typedDueOn'
  | 'durationMinutes'
  | 'splits'
  | 'percentComplete'
  | 'actualStartOn'
  | 'doneOn'
>;

/** Why an edit cannot be taken, at the field that must be mended. */
export type EditProblem = {
  readonly field: string;
  readonly code: string;
  readonly message: string;
};

/**
 * A task after an edit: what was typed is kept apart from dates that are computed.
 *
 * - A typed start is a bound, "start no earlier than"; the task keeps its duration and moves.
 * - A typed due day makes the task longer or shorter; without a start it is "finish no earlier than".
 * - A duration takes the place of a typed due day.
 * - A bound holds from the minute of the day that is named with it, else for the whole day.
 * - Pauses that no longer lie within the duration are dropped.
 * - A manual task keeps the days that were typed, whatever happens around it.
 */
export function editedTask(
  task: EditedTask,
  edit: ScheduleEdit,
  today: CalendarDate,
): { readonly ok: true; readonly task: EditedTask } | ({ readonly ok: false } & EditProblem) {
  const isMilestone = edit.isMilestone ?? task.isMilestone;
  const scheduling = edit.scheduling ?? task.scheduling;
  const asked = { ...task, isMilestone, scheduling };
  const turned = turnedTo(asked, task.scheduling);
  const placed = scheduling === 'manual' ? manualPlace(turned, edit) : automaticPlace(turned, edit);
  const problem = problemOf(placed, edit);
  if (problem) return { ok: false, ...problem };
  const paused = withSplits(placed, edit);
  if ('field' in paused) return { ok: false, ...paused };
  const progressed = withProgress(paused, edit, { today, before: task.state });
  return 'field' in progressed ? { ok: false, ...progressed } : { ok: true, task: progressed };
}

/** A task when it changes hands: by hand its shown days count as typed, and the other way round. */
function turnedTo(task: EditedTask, before: EditedTask['scheduling']): EditedTask {
  if (task.scheduling === before) return task;
  if (task.scheduling === 'manual')
    return { ...task, ...unbound, typedDueOn: null, durationMinutes: null };
  return typedDays({ ...task, ...unbound, durationMinutes: null }, task.startOn, task.dueOn);
}

const unbound = {
  constraintType: 'as-soon-as-possible',
  constraintOn: null,
  constraintMinute: null,
} as const;

function manualPlace(task: EditedTask, edit: ScheduleEdit): EditedTask {
  return {
    ...task,
    startOn: edit.startOn === undefined ? task.startOn : edit.startOn,
    dueOn: edit.dueOn === undefined ? task.dueOn : edit.dueOn,
  };
}

function automaticPlace(before: EditedTask, edit: ScheduleEdit): EditedTask {
  const isNewMilestone = edit.isMilestone === true && before.dueOn !== null;
  const task = isNewMilestone ? typedDays(before, null, before.dueOn) : before;
  const started = edit.startOn === undefined ? task : withStart(task, edit.startOn);
  const due = edit.dueOn === undefined ? started : withDue(started, edit.dueOn);
  const lasting =
    edit.durationMinutes === undefined
      ? due
      : { ...due, durationMinutes: edit.durationMinutes, typedDueOn: null };
  const minute = edit.constraintMinute;
  if (edit.constraintType === undefined && edit.constraintOn === undefined) {
    const isBound = lasting.constraintOn !== null;
    return minute === undefined || !isBound ? lasting : { ...lasting, constraintMinute: minute };
  }
  const constraintType = edit.constraintType ?? lasting.constraintType;
  const day = edit.constraintOn === undefined ? lasting.constraintOn : edit.constraintOn;
  if (constrainedEnd(constraintType) === null) return { ...lasting, ...unbound, constraintType };
  return { ...lasting, constraintType, constraintOn: day, constraintMinute: minute ?? null };
}

/** The pauses as they are said, or as they were, within the length that the task now has. */
function withSplits(task: EditedTask, edit: ScheduleEdit): EditedTask | EditProblem {
  const asked = edit.splits ?? task.splits;
  if (asked.length === 0) return { ...task, splits: [] };
  if (edit.splits && (task.isMilestone || task.scheduling === 'manual')) {
    const message = 'only a task that the schedule moves and that has a length can be split';
    return { field: 'splits', code: 'not-splittable', message };
  }
  if (task.isMilestone) return { ...task, splits: [] };
  const splits = keptSplits(asked, task.durationMinutes);
  if (edit.splits && splits.length < asked.length) {
    const message = 'parts and pauses last a quarter of an hour at least, within the duration';
    return { field: 'splits', code: 'too-short', message };
  }
  return { ...task, splits };
}

/** Both days as typed at once. */
function typedDays(
  task: EditedTask,
  startOn: CalendarDate | null,
  dueOn: CalendarDate | null,
): EditedTask {
  const bare = { ...task, ...unbound, durationMinutes: null, typedDueOn: null, startOn };
  return withDue(startOn === null ? bare : withStart(bare, startOn), dueOn);
}

function withStart(task: EditedTask, startOn: CalendarDate | null): EditedTask {
  if (task.isMilestone) return task;
  const end = constrainedEnd(task.constraintType);
  if (startOn === null) {
    const freed = end === 'start' ? { ...task, ...unbound } : task;
    return { ...freed, startOn };
  }
  const constraintType = end === 'start' ? task.constraintType : 'start-no-earlier-than';
  // A due day that stood alone becomes the end of a stretch; one that came of a duration goes along.
  const typedDueOn = task.durationMinutes === null ? dueAlone(task) : null;
  const dueOn = typedDueOn === null ? alongWith(task, startOn) : task.dueOn;
  const bound = { constraintType, constraintOn: startOn, constraintMinute: null };
  return { ...task, startOn, dueOn, ...bound, typedDueOn };
}

/** Where about a task ends that moves to another start: the schedule says it to the day. */
function alongWith({ startOn, dueOn }: EditedTask, to: CalendarDate): CalendarDate | null {
  if (dueOn === null) return null;
  return startOn === null ? later(dueOn, to) : addDays(dueOn, daysBetween(startOn, to));
}

function dueAlone(task: EditedTask): CalendarDate | null {
  const isBound = constrainedEnd(task.constraintType) === 'finish';
  return task.typedDueOn ?? (isBound ? task.constraintOn : null);
}

function withDue(task: EditedTask, dueOn: CalendarDate | null): EditedTask {
  const end = constrainedEnd(task.constraintType);
  const bare = { ...task, durationMinutes: null, typedDueOn: null, dueOn };
  if (dueOn === null) return end === 'finish' ? { ...bare, ...unbound } : bare;
  if (!task.isMilestone && task.startOn !== null) return { ...bare, typedDueOn: dueOn };
  const constraintType = end === 'finish' ? task.constraintType : 'finish-no-earlier-than';
  return { ...bare, constraintType, constraintOn: dueOn, constraintMinute: null };
}

function problemOf(task: EditedTask, edit: ScheduleEdit): EditProblem | null {
  if (constrainedEnd(task.constraintType) !== null && task.constraintOn === null) {
    return { field: 'constraintOn', code: 'missing', message: 'this constraint needs a day' };
  }
  const due =
    edit.dueOn === undefined && task.scheduling === 'automatic' ? task.typedDueOn : task.dueOn;
  const isTouched = edit.startOn !== undefined || edit.dueOn !== undefined;
  if (isTouched && task.startOn !== null && due !== null && due < task.startOn) {
    return { field: 'dueOn', code: 'too-early', message: 'is before the start' };
  }
  return null;
}

/** State, percentage and actual days say one thing: done is all of it, begun has a first day. */
function withProgress(
  task: EditedTask,
  edit: ScheduleEdit,
  { today, before }: { readonly today: CalendarDate; readonly before: TaskState },
): EditedTask | EditProblem {
  const state = edit.state ?? stateOf(task, edit);
  const doneOn =
    state !== 'done' ? null : (edit.doneOn ?? (before === 'done' ? task.doneOn : today));
  const begun = begunOn(task, edit);
  const first = state === before ? null : firstDay(task, doneOn ?? today);
  const actualStartOn = state === 'open' ? null : (begun ?? first);
  if (
    doneOn !== null &&
    actualStartOn !== null &&
    edit.actualStartOn != null &&
    doneOn < actualStartOn
  ) {
    return { field: 'actualStartOn', code: 'too-late', message: 'is after the day it was done' };
  }
  return { ...task, state, doneOn, actualStartOn, percentComplete: percentOf(task, edit, state) };
}

/** A start that is typed for a task under way says when it was begun. */
function begunOn(task: EditedTask, edit: ScheduleEdit): CalendarDate | null {
  if (edit.actualStartOn !== undefined) return edit.actualStartOn;
  if (task.actualStartOn === null || task.state === 'done') return task.actualStartOn;
  return edit.startOn === undefined ? task.actualStartOn : edit.startOn;
}

function stateOf(task: EditedTask, edit: ScheduleEdit): TaskState {
  const { percentComplete: percent, actualStartOn } = edit;
  if (percent === 100) return 'done';
  if (percent !== undefined && percent > 0) return 'started';
  if (actualStartOn != null && task.state === 'open') return 'started';
  return percent === 0 && task.state === 'done' ? 'open' : task.state;
}

function percentOf(task: EditedTask, edit: ScheduleEdit, state: TaskState): number {
  if (state === 'done') return 100;
  if (state === 'open') return 0;
  const percent = edit.percentComplete ?? task.percentComplete;
  return percent === 100 ? 0 : percent;
}

/** The day a task with a start is taken to have begun: when it was to, or today when that is earlier. */
function firstDay(task: EditedTask, today: CalendarDate): CalendarDate | null {
  if (task.startOn === null) return null;
  return task.startOn < today ? task.startOn : today;
}
