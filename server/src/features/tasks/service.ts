import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { tasks } from '@evenkeel/contract/tasks';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import type { PersonId, TaskId } from '@evenkeel/core/id';
import type { TaskState } from '@evenkeel/core/projects/task';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { replaceAssignees, swapAssignees } from './assignments/service.ts';
import { addItem, type ChecklistItemRecord, countItems, listItems } from './checklist/service.ts';
import { readWaiting, type Waiting } from './dependencies/service.ts';
import { insertTasks } from './planned/service.ts';
import { followDone } from './recurrences/service.ts';
import * as repository from './repository.ts';
import {
  carryPhase,
  leaveParents,
  listParents,
  placeInTree,
  restoreTree,
  type SubTaskSums,
  sumSubTasks,
  trashTree,
} from './tree/service.ts';

export { createPlannedTasks, readStandingTasks } from './planned/service.ts';

/** A task with the people on it, what was logged on it, its parts and what it waits for. */
export type WithWork<Task> = {
  readonly task: Task;
  readonly assignees: readonly { readonly id: PersonId; readonly name: string }[];
  readonly loggedMinutes: number;
  readonly subTasks: SubTaskSums | null;
  readonly checklist: { readonly count: number; readonly doneCount: number };
  readonly waiting: Waiting;
};

/** A task with everything on it. */
export type WholeTask = WithWork<repository.TaskRecord> & {
  readonly parents: readonly { readonly id: TaskId; readonly name: string }[];
  readonly items: readonly ChecklistItemRecord[];
};

export async function listTasks(
  scope: Scope,
  { personId, ...request }: QueryOf<typeof tasks.list>,
) {
  const me = scope.actor.personId;
  const people = personId?.flatMap((who) => (who === 'me' ? (me ? [me] : []) : [who]));
  const { rows, ...page } = await repository.listTasks(scope, { ...request, personId: people });
  return { rows: await withWork(scope, rows), ...page };
}

/** One task, also from the trash. */
export async function getTask(scope: Scope, id: TaskId): Promise<WholeTask> {
  const task = await repository.findTask(scope, id);
  if (!task) throw new AppError('not-found', 'There is no such task.');
  const [found] = await withWork(scope, [task]);
  if (!found) throw new Error('one task went in, none came out');
  return { ...found, parents: await listParents(scope, id), items: await listItems(scope, [id]) };
}

export async function createTask(scope: Scope, draft: BodyOf<typeof tasks.create>) {
  checkDates(draft.startOn, draft.dueOn);
  const { projectId } = draft;
  if (!(await repository.hasProject(scope, projectId))) {
    throw invalid(['projectId'], 'unknown', 'there is no such project');
  }
  const place = await placeInTree(scope, { id: null, projectId, parentId: null }, draft);
  const task = {
    name: draft.name,
    notes: draft.notes ?? '',
    phaseId: place.phaseId ?? null,
    parentId: place.parentId ?? null,
    acceptance: draft.acceptance ?? '',
    roleId: draft.roleId ?? null,
    estimateMinutes: draft.estimateMinutes ?? null,
    startOn: draft.startOn ?? null,
    dueOn: draft.dueOn ?? null,
    isMilestone: draft.isMilestone ?? false,
    state: draft.state ?? ('open' as const),
  };
  const position = draft.position ?? (await repository.nextPosition(scope, projectId));
  const [id] = await insertTasks(scope, projectId, [task], position);
  if (!id) throw new Error('the task was not written');
  await replaceAssignees(scope, id, draft.assigneeIds ?? []);
  return getTask(scope, id);
}

export async function updateTask(
  scope: Scope,
  id: TaskId,
  version: number,
  change: BodyOf<typeof tasks.update>,
) {
  const { task } = await getTask(scope, id);
  checkDates(
    change.startOn === undefined ? task.start_on : change.startOn,
    change.dueOn === undefined ? task.due_on : change.dueOn,
  );
  const state = change.state === task.state ? undefined : change.state;
  const place = await placeInTree(
    scope,
    { id, projectId: task.project_id, parentId: task.parent_id },
    change,
  );
  const columns = { ...change, ...place, ...doneDay(scope, state) };
  await repository.updateTask(scope, id, version, columns);
  if (place.phaseId !== undefined) await carryPhase(scope, [id]);
  if (state === 'done') await followDone(scope, [id]);
  return getTask(scope, id);
}

export async function setAssignees(scope: Scope, id: TaskId, personIds: readonly PersonId[]) {
  await getTask(scope, id);
  await replaceAssignees(scope, id, personIds);
  return getTask(scope, id);
}

/** One change on many tasks, on all or on none. */
export async function changeTasks(scope: Scope, { ids, change }: BodyOf<typeof tasks.bulk>) {
  const unique = [...new Set(ids)];
  const found = await repository.findTasks(scope, unique);
  if (found.length < unique.length) {
    throw new AppError('not-found', 'Some of these tasks do not exist any more.');
  }
  const { shiftDays = 0, addAssigneeId: add, removeAssigneeId: remove, ...fields } = change;
  if (shiftDays !== 0 || Object.keys(fields).length > 0) {
    checkEachDates(found, fields);
    const columns = { ...fields, ...doneDay(scope, fields.state) };
    await repository.updateTasks(scope, unique, columns, shiftDays);
    if (fields.phaseId !== undefined) {
      await leaveParents(scope, unique, fields.phaseId);
      await carryPhase(scope, unique);
    }
  }
  if (fields.state === 'done') await followDone(scope, unique);
  await swapAssignees(scope, unique, { add, remove });
  return withWork(scope, await repository.findTasks(scope, unique));
}

/** Changes tasks each in its own way, all or none. */
export async function changeEach(scope: Scope, { changes }: BodyOf<typeof tasks.changes>) {
  for (const { id, change } of changes) {
    const { assigneeIds, ...fields } = change;
    const { task } = await getTask(scope, id);
    if (Object.keys(fields).length > 0) await updateTask(scope, id, task.version, fields);
    if (assigneeIds) await replaceAssignees(scope, id, assigneeIds);
  }
  const ids = changes.map(({ id }) => id);
  return withWork(scope, await repository.findTasks(scope, [...new Set(ids)]));
}

export async function addChecklistItem(
  scope: Scope,
  id: TaskId,
  draft: BodyOf<typeof tasks.addChecklistItem>,
) {
  const { task } = await getTask(scope, id);
  return addItem(scope, { id, projectId: task.project_id }, draft);
}

export async function removeTask(scope: Scope, id: TaskId): Promise<void> {
  if (await trashTree(scope, id)) return;
  throw new AppError('not-found', 'There is no such task.');
}

export async function restoreTask(scope: Scope, id: TaskId) {
  await restoreTree(scope, id);
  return getTask(scope, id);
}

async function withWork<Task extends { id: TaskId }>(
  scope: Scope,
  tasks: readonly Task[],
): Promise<WithWork<Task>[]> {
  const ids = tasks.map((task) => task.id);
  if (ids.length === 0) return [];
  const assignees = groupedBy(await repository.listAssignees(scope, ids), (row) => row.task_id);
  const logged = await repository.sumLogged(scope, ids);
  const sums = await sumSubTasks(scope, ids);
  const checklists = await countItems(scope, ids);
  const waitingOf = await readWaiting(scope, ids);
  return tasks.map((task) => ({
    task,
    assignees: (assignees.get(task.id) ?? []).map(({ id, name }) => ({ id, name })),
    loggedMinutes: logged.get(task.id) ?? 0,
    subTasks: sums.get(task.id) ?? null,
    checklist: checklists.get(task.id) ?? noItems,
    waiting: waitingOf(task.id),
  }));
}

const noItems = { count: 0, doneCount: 0 };

/** The day on which a task was done goes with its state. */
function doneDay(scope: Scope, state: TaskState | undefined): { doneOn?: CalendarDate | null } {
  if (state === undefined) return {};
  return { doneOn: state === 'done' ? scope.today : null };
}

/** Refuses a day for many that does not fit the other day of one of them. */
function checkEachDates(
  found: readonly { name: string; start_on: CalendarDate | null; due_on: CalendarDate | null }[],
  set: { startOn?: CalendarDate | null | undefined; dueOn?: CalendarDate | null | undefined },
): void {
  for (const task of found) {
    const startOn = set.startOn === undefined ? task.start_on : set.startOn;
    const dueOn = set.dueOn === undefined ? task.due_on : set.dueOn;
    if (!startOn || !dueOn || startOn <= dueOn) continue;
    const field = set.dueOn === undefined ? 'startOn' : 'dueOn';
    const message = `“${task.name}” would be due ${dueOn}, before its start ${startOn}`;
    throw invalid(['change', field], 'too-early', message);
  }
}

function checkDates(
  startOn: CalendarDate | null | undefined,
  dueOn: CalendarDate | null | undefined,
): void {
  if (startOn && dueOn && dueOn < startOn) {
    throw invalid(['dueOn'], 'too-early', 'is before the start');
  }
}
