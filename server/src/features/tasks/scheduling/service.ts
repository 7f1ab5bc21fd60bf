import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { tasks } from '@evenkeel/contract/tasks';
import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import type { TaskId } from '@evenkeel/core/id';
import {
  type EditedTask,
  editedTask,
  type ScheduleEdit,
} from '@evenkeel/core/projects/schedule-edit';
import { invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';

/** The columns of a task that an edit of its schedule reads. */
export type ScheduledRecord = {
  readonly state: EditedTask['state'];
  readonly is_milestone: boolean;
  readonly start_on: CalendarDate | null;
  readonly due_on: CalendarDate | null;
  readonly done_on: CalendarDate | null;
  readonly scheduling: EditedTask['scheduling'];
  readonly constraint_type: EditedTask['constraintType'];
  readonly constraint_on: CalendarDate | null;
  readonly constraint_minute: number | null;
  readonly typed_due_on: CalendarDate | null;
  readonly duration_minutes: number | null;
  readonly splits: EditedTask['splits'];
  readonly percent_complete: number;
  readonly actual_start_on: CalendarDate | null;
};

/** A task about which nobody has said anything. */
export const newTask: ScheduledRecord = {
  state: 'open',
  is_milestone: false,
  start_on: null,
  due_on: null,
  done_on: null,
  scheduling: 'automatic',
  constraint_type: 'as-soon-as-possible',
  constraint_on: null,
  constraint_minute: null,
  typed_due_on: null,
  duration_minutes: null,
  splits: [],
  percent_complete: 0,
  actual_start_on: null,
};

/** What an edit writes of a task's schedule. Throws a refusal at the field that does not fit. */
export function scheduleColumns(
  task: ScheduledRecord,
  edit: ScheduleEdit,
  today: CalendarDate,
): Partial<EditedTask> {
  if (!touchesSchedule(edit)) return {};
  const edited = editedTask(recordOf(task), edit, today);
  if (edited.ok) return edited.task;
  throw invalid([edited.field], edited.code, edited.message);
}

/** The same for one change on many tasks; days that are not set stay so. */
export function bulkColumns(
  scope: Scope,
  found: readonly (ScheduledRecord & { readonly id: TaskId; readonly name: string })[],
  change: {
    readonly shiftDays: number;
    readonly fields: Pick<
      BodyOf<typeof tasks.bulk>['change'],
      'state' | 'phaseId' | 'roleId' | 'startOn' | 'dueOn'
    >;
  },
): { id: TaskId; columns: typeof change.fields & Partial<EditedTask> }[] {
  return found.map((task) => {
    const edit = { ...shiftOf(task, change.shiftDays), ...change.fields };
    const edited = editedTask(recordOf(task), edit, scope.today);
    if (!edited.ok) throw refusalFor(task, change.fields, edited);
    return { id: task.id, columns: { ...change.fields, ...edited.task } };
  });
}

/** What people set beside days: taken as it comes. */
export function settingsOf({
  taskType,
  isEffortDriven,
  deadlineOn,
  calendarId,
  schedulePriority,
  isClientVisible,
  side,
}: Partial<BodyOf<typeof tasks.update>>) {
  const shown = { isClientVisible, side };
  return { taskType, isEffortDriven, deadlineOn, calendarId, schedulePriority, ...shown };
}

type EffortRange = Partial<
  Pick<BodyOf<typeof tasks.update>, 'estimateMinutes' | 'optimisticMinutes' | 'pessimisticMinutes'>
>;

/**
 * Effort at best and at worst as they are written. What is touched has to fit the rest; an estimate
 * changed later moves them along in forecasts.
 */
export function effortRange(touched: EffortRange, all: EffortRange) {
  const { optimisticMinutes, pessimisticMinutes } = touched;
  const { estimateMinutes: likely, optimisticMinutes: best, pessimisticMinutes: worst } = all;
  if (optimisticMinutes != null && likely != null && optimisticMinutes > likely)
    throw invalid(['optimisticMinutes'], 'too-large', 'is more than the estimate');
  if (pessimisticMinutes != null && likely != null && pessimisticMinutes < likely)
    throw invalid(['pessimisticMinutes'], 'too-small', 'is less than the estimate');
  if (best != null && worst != null && best > worst) {
    const field = optimisticMinutes === undefined ? 'pessimisticMinutes' : 'optimisticMinutes';
    throw invalid([field], 'out-of-order', 'optimistic effort is more than pessimistic');
  }
  return { optimisticMinutes, pessimisticMinutes };
}

const scheduleFields = [
  'startOn',
  'dueOn',
  'isMilestone',
  'scheduling',
  'constraintType',
  'constraintOn',
  'constraintMinute',
  'durationMinutes',
  'splits',
  'state',
  'doneOn',
  'percentComplete',
  'actualStartOn',
] as const satisfies readonly (keyof ScheduleEdit)[];

function touchesSchedule(edit: ScheduleEdit): boolean {
  return scheduleFields.some((field) => edit[field] !== undefined);
}

function recordOf(task: ScheduledRecord): EditedTask {
  return {
    state: task.state,
    isMilestone: task.is_milestone,
    startOn: task.start_on,
    dueOn: task.due_on,
    doneOn: task.done_on,
    scheduling: task.scheduling,
    constraintType: task.constraint_type,
    constraintOn: task.constraint_on,
    constraintMinute: task.constraint_minute,
    typedDueOn: task.typed_due_on,
    durationMinutes: task.duration_minutes,
    splits: task.splits,
    percentComplete: task.percent_complete,
    actualStartOn: task.actual_start_on,
  };
}

/** The days that a task has, so many days on. */
function shiftOf(task: ScheduledRecord, days: number): ScheduleEdit {
  if (days === 0) return {};
  const moved = (day: CalendarDate | null) => (day === null ? undefined : addDays(day, days));
  return { startOn: moved(task.start_on), dueOn: moved(task.due_on) };
}

function refusalFor(
  task: {
    readonly name: string;
    readonly start_on: CalendarDate | null;
    readonly due_on: CalendarDate | null;
  },
  set: {
    readonly startOn?: CalendarDate | null | undefined;
    readonly dueOn?: CalendarDate | null | undefined;
  },
  problem: { readonly field: string; readonly code: string; readonly message: string },
) {
  if (problem.code !== 'too-early') {
    return invalid(['change', problem.field], problem.code, `“${task.name}”: ${problem.message}`);
  }
  const field = set.dueOn === undefined ? 'startOn' : 'dueOn';
  const [startOn, dueOn] = [set.startOn ?? task.start_on, set.dueOn ?? task.due_on];
  const message = `“${task.name}” would be due ${dueOn}, before its start ${startOn}`;
  return invalid(['change', field], problem.code, message);
}
