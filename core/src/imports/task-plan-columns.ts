import type { CalendarDate } from '../calendar-date.ts';
import type { Scheduling, TaskConstraint, TaskType } from '../projects/schedule-plan.ts';
import type { PlanSplit } from '../projects/schedule-splits.ts';
import type { TaskState } from '../projects/task.ts';
import type { ListedTask } from './task-list.ts';

/** What a task's row says: the same for a new one and one that is here. Parents and phases apart. */
export type TaskColumns = {
  readonly name: string;
  readonly notes: string;
  readonly estimateMinutes: number | null;
  readonly isMilestone: boolean;
  readonly state: TaskState;
  readonly doneOn: CalendarDate | null;
  readonly scheduling: Scheduling;
  readonly constraintType: TaskConstraint;
  readonly constraintOn: CalendarDate | null;
  /** Minute of that day; null: when its work begins, or ends. */
  readonly constraintMinute: number | null;
  readonly typedDueOn: CalendarDate | null;
  /** Undefined where the days say how long. */
  readonly durationMinutes: number | null | undefined;
  readonly splits: readonly PlanSplit[];
  readonly taskType: TaskType;
  readonly isEffortDriven: boolean;
  readonly deadlineOn: CalendarDate | null;
  readonly percentComplete: number;
  readonly actualStartOn: CalendarDate | null;
  readonly schedulePriority: number;
  /** Undefined where the schedule works them out. */
  readonly startOn: CalendarDate | null | undefined;
  readonly dueOn: CalendarDate | null | undefined;
};

/** A value that differs from what is here. */
export type TaskChange = {
  readonly field: string;
  readonly before: string;
  readonly after: string;
};

/** The columns of a task as it comes in. */
export function columnsFor(task: ListedTask): TaskColumns {
  const { schedule } = task;
  const isTyped = schedule === null || schedule.scheduling === 'manual' || task.state === 'done';
  return {
    name: task.name,
    notes: task.notes,
    estimateMinutes: task.estimateMinutes,
    isMilestone: task.isMilestone,
    state: task.state,
    doneOn: task.doneOn,
    deadlineOn: task.deadlineOn,
    percentComplete: task.percentComplete,
    actualStartOn: task.actualStartOn,
    startOn: isTyped ? (task.isMilestone ? null : task.startOn) : undefined,
    dueOn: isTyped ? task.dueOn : undefined,
    ...(schedule === null ? typedPlace(task) : givenPlace(schedule)),
  };
}

type Place = Pick<
  TaskColumns,
  | 'scheduling'
  | 'constraintType'
  | 'constraintOn'
  | 'constraintMinute'
  | 'typedDueOn'
  | 'durationMinutes'
  | 'splits'
  | 'taskType'
  | 'isEffortDriven'
  | 'schedulePriority'
>;

function givenPlace(schedule: NonNullable<ListedTask['schedule']>): Place {
  const { priority, ...place } = schedule;
  return { ...place, typedDueOn: null, schedulePriority: priority };
}

/** Days as somebody types them: begin no earlier than the start, last to the due day. */
function typedPlace({ startOn, dueOn, isMilestone }: ListedTask): Place {
  const base = {
    scheduling: 'automatic',
    constraintMinute: null,
    durationMinutes: undefined,
    splits: [],
    taskType: 'fixed-duration',
    isEffortDriven: false,
    schedulePriority: 500,
  } as const;
  if (startOn !== null && !isMilestone)
    return {
      ...base,
      constraintType: 'start-no-earlier-than',
      constraintOn: startOn,
      typedDueOn: dueOn,
    };
  if (dueOn !== null)
    return {
      ...base,
      constraintType: 'finish-no-earlier-than',
      constraintOn: dueOn,
      typedDueOn: null,
    };
  return { ...base, constraintType: 'as-soon-as-possible', constraintOn: null, typedDueOn: null };
}

/**
 * A task keeps the length that the file gives it. Where effort and the people who come in with it would
 * make it longer or shorter (some are left out, not all work to the end), its duration is fixed.
 */
export function withLength(columns: TaskColumns, shares: number): TaskColumns {
  const { durationMinutes: given, estimateMinutes: work, taskType } = columns;
  if (taskType === 'fixed-duration' || !given || !work) return columns;
  const byWork = (work * 10_000) / (shares || 10_000);
  // Shares are whole hundredths of a per cent.
  const isSame = Math.abs(byWork - given) <= Math.max(1, given / 1000);
  return isSame ? columns : { ...columns, taskType: 'fixed-duration' };
}

const fieldWords: Readonly<Record<keyof TaskColumns, string>> = {
  name: 'name',
  notes: 'notes',
  estimateMinutes: 'effort',
  isMilestone: 'milestone',
  state: 'state',
  doneOn: 'done on',
  scheduling: 'scheduling',
  constraintType: 'constraint',
  constraintOn: 'constraint day',
  constraintMinute: 'constraint time',
  typedDueOn: 'due',
  durationMinutes: 'duration',
  splits: 'pauses',
  taskType: 'task type',
  isEffortDriven: 'effort-driven',
  deadlineOn: 'deadline',
  percentComplete: 'percent complete',
  actualStartOn: 'actual start',
  schedulePriority: 'priority',
  startOn: 'start',
  dueOn: 'due',
};
// The object's own keys.
const columnNames = Object.keys(fieldWords) as (keyof TaskColumns)[];

/** Values that a file says otherwise; what it leaves to the schedule is no difference. */
export function changedColumns(before: TaskColumns, after: TaskColumns): TaskChange[] {
  return columnNames.flatMap((name) => {
    if (after[name] === undefined || isLeft(name, after)) return [];
    const said = ({ [name]: value }: TaskColumns) =>
      name === 'constraintMinute' && typeof value === 'number' ? timeWords(value) : value;
    return changed(fieldWords[name], said(before), said(after));
  });
}

/** One value that differs, as words. */
export function changed(field: string, before: unknown, after: unknown): TaskChange[] {
  const [old, fresh] = [words(before), words(after)];
  return old === fresh ? [] : [{ field, before: old, after: fresh }];
}

function words(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.map(pauseWords).join(', ') : String(value);
}

/** A minute of the day as the clock shows it. */
function timeWords(minute: number): string {
  const hour = String(Math.floor(minute / 60)).padStart(2, '0');
  return `${hour}:${String(minute % 60).padStart(2, '0')}`;
}

/** A pause in hours, as lists of changes say it. */
function pauseWords({ afterMinutes, gapMinutes }: PlanSplit): string {
  const hours = (minutes: number) => Math.round(minutes / 6) / 10;
  return `${hours(gapMinutes)} h after ${hours(afterMinutes)} h`;
}

/** A task done has the day it was given here; days of others move with the schedule. */
function isLeft(name: keyof TaskColumns, { doneOn, state, scheduling }: TaskColumns): boolean {
  if (name === 'doneOn') return doneOn === null && state === 'done';
  const isDay = name === 'startOn' || name === 'dueOn';
  return isDay && state !== 'done' && scheduling === 'automatic';
}
