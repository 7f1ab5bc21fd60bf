import { type CalendarDate, dayNumber, weekdaysThrough } from '../calendar-date.ts';
import type { ProjectId, TaskId } from '../id.ts';
import type { ScheduledPlan } from './schedule-dates.ts';
import type { ProjectKind } from './template.ts';

/** Why an edit moves a task. */
export const moveReasons = ['edited', 'predecessor', 'parts', 'people', 'project'] as const;
/**
 * Why an edit moves a task: it is the one that was edited, waits for another, ends with its parts,
 * follows the hours of its people or the firm, or begins with its project.
 */
export type MoveReason = (typeof moveReasons)[number];

/** The days of a task. */
export type TaskDays = {
  readonly startOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
};

/** Columns of a task before and after one write, as the change record keeps them. */
export type RecordedChange = {
  readonly taskId: TaskId;
  readonly action: 'create' | 'update' | 'delete';
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
};

/** How a task lay at one moment and lies at a later one; null where it was not in the plan. */
export type TaskMove = {
  readonly taskId: TaskId;
  readonly before: TaskDays | null;
  readonly after: TaskDays | null;
};

/** The days of a task, and whether it is in the plan or lies in the trash. */
export type StandingDays = TaskDays & { readonly isThere: boolean };

/**
 * The days of tasks before some writes: the days after them, with the change record read backwards.
 * Tasks that were not in the plan then are not among them. `changes` come in the order in which they
 * were written. O(tasks + changes).
 */
export function daysBefore(
  changes: readonly RecordedChange[],
  after: ReadonlyMap<TaskId, StandingDays>,
): Map<TaskId, StandingDays> {
  const first = new Map<TaskId, Earlier>();
  for (const change of changes) {
    const known = first.get(change.taskId) ?? { days: {}, isThere: null };
    first.set(change.taskId, earlierOf(known, change));
  }
  const found = new Map(after);
  for (const [id, { days, isThere }] of first) {
    const standing = after.get(id);
    const wasThere = isThere ?? standing?.isThere ?? false;
    found.set(id, { ...(standing ?? nowhere), ...days, isThere: wasThere });
  }
  return found;
}

/** Tasks that lie elsewhere afterwards; one that lies where it lay is left out, whatever happened between. */
export function movesBetween(
  before: ReadonlyMap<TaskId, StandingDays>,
  after: ReadonlyMap<TaskId, StandingDays>,
): TaskMove[] {
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].flatMap((taskId) => {
    const [one, other] = [shown(before.get(taskId)), shown(after.get(taskId))];
    return isSame(one, other) ? [] : [{ taskId, before: one, after: other }];
  });
}

/** Weekdays from one day to another, negative when it is earlier; null where either is not known. */
export function slipWeekdays(
  before: CalendarDate | null,
  after: CalendarDate | null,
): number | null {
  if (before === null || after === null) return null;
  return weekdaysThrough(dayNumber(after)) - weekdaysThrough(dayNumber(before));
}

/** A task and its project as people know them. */
export type MovedTask = {
  readonly id: TaskId;
  readonly number: number;
  readonly name: string;
  readonly projectId: ProjectId;
  readonly projectName: string;
  readonly projectKind: ProjectKind;
};

/** A move under the task's name, with the weekdays that its end moves by. */
export function namedMove({ before, after }: TaskMove, task: MovedTask) {
  return {
    task: { id: task.id, number: task.number, name: task.name },
    project: { id: task.projectId, name: task.projectName, kind: task.projectKind },
    before,
    after,
    weekdays: slipWeekdays(before?.dueOn ?? null, after?.dueOn ?? null),
  };
}

/** Why a task lies where it does after an edit, and the task that holds it there, if one does. */
export function reasonOf(
  taskId: TaskId,
  edited: ReadonlySet<TaskId>,
  scheduled: ScheduledPlan | undefined,
): { readonly reason: MoveReason; readonly because: TaskId | null } {
  const dates = scheduled?.dates.get(taskId);
  // The engine was given ids of tasks.
  const driver = (dates?.scheduled.drivingPredecessorId ?? null) as TaskId | null;
  if (edited.has(taskId)) return { reason: 'edited', because: driver };
  if (dates?.isSummary) return { reason: 'parts', because: null };
  if (driver !== null) return { reason: 'predecessor', because: driver };
  const staff = scheduled?.index.staff.get(taskId) ?? [];
  return { reason: staff.length > 0 ? 'people' : 'project', because: null };
}

type Earlier = {
  readonly days: Partial<TaskDays>;
  /** Whether it was in the plan before the first write that tells; null while none has. */
  readonly isThere: boolean | null;
};

const nowhere: StandingDays = { startOn: null, dueOn: null, isThere: false };

function shown(days: StandingDays | undefined): TaskDays | null {
  return days?.isThere ? { startOn: days.startOn, dueOn: days.dueOn } : null;
}

/** The first write of each column says what stood there before all of them. */
function earlierOf(known: Earlier, { action, before }: RecordedChange): Earlier {
  if (known.isThere === false) return known;
  if (action === 'create') return { ...known, isThere: known.isThere ?? false };
  const days = { ...daysIn(before), ...known.days };
  if (action === 'delete') return { days, isThere: known.isThere ?? true };
  const trash =
    before && Object.hasOwn(before, 'deleted_at') ? before['deleted_at'] === null : null;
  return { days, isThere: known.isThere ?? trash };
}

function daysIn(columns: RecordedChange['before']): Partial<TaskDays> {
  if (columns === null) return {};
  // The record keeps days as the text that they are.
  const day = (name: string) => (columns[name] ?? null) as CalendarDate | null;
  return {
    ...(Object.hasOwn(columns, 'start_on') ? { startOn: day('start_on') } : {}),
    ...(Object.hasOwn(columns, 'due_on') ? { dueOn: day('due_on') } : {}),
  };
}

function isSame(one: TaskDays | null, other: TaskDays | null): boolean {
  return (
    one?.startOn === other?.startOn &&
    one?.dueOn === other?.dueOn &&
    (one === null) === (other === null)
  );
}
