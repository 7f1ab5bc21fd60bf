import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { ScheduleEdit } from '@evenkeel/contract/schedule-edits';
import type { tasks } from '@evenkeel/contract/tasks';
import { groupedBy } from '@evenkeel/core/grouping';
import type { PersonId, TaskId } from '@evenkeel/core/id';
import { workForDuration } from '@evenkeel/core/projects/schedule-effort';
import { AppError, invalid } from '../../platform/app-error.ts';
import { columnsOf } from '../../platform/db/columns.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { reschedule } from '../schedules/service.ts';
import { replaceAssignees, replaceShares, swapAssignees, unitsOn } from './assignments/service.ts';
import { addItem, type ChecklistItemRecord, countItems, listItems } from './checklist/service.ts';
import { readWaiting, type Waiting } from './dependencies/service.ts';
import { insertTasks } from './planned/service.ts';
import { followDone } from './recurrences/service.ts';
import * as repository from './repository.ts';
import {
  bulkColumns,
  effortRange,
  newTask,
  scheduleColumns,
  settingsOf,
} from './scheduling/service.ts';
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
  readonly assignees: readonly {
    readonly id: PersonId;
    readonly name: string;
    readonly units: number;
  }[];
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
  const { projectId, name, assigneeIds, position, ...said } = draft;
  if (!(await repository.hasProject(scope, projectId))) {
    throw invalid(['projectId'], 'unknown', 'there is no such project');
  }
  const place = await placeInTree(scope, { id: null, projectId, parentId: null }, draft);
  const columns = scheduleColumns(newTask, said, scope.today);
  const [id] = await insertTasks(
    scope,
    projectId,
    [
      {
        name,
        notes: draft.notes ?? '',
        phaseId: place.phaseId ?? null,
        parentId: place.parentId ?? null,
        acceptance: draft.acceptance ?? '',
        roleId: draft.roleId ?? null,
        estimateMinutes: draft.estimateMinutes ?? null,
        startOn: null,
        dueOn: null,
        isMilestone: draft.isMilestone ?? false,
        schedule: columnsOf({ ...settingsOf(draft), ...effortRange(draft, draft), ...columns }),
      },
    ],
    position ?? (await repository.nextPosition(scope, projectId)),
  );
  if (!id) throw new Error('the task was not written');
  await replaceAssignees(scope, id, assigneeIds ?? []);
  await reschedule(scope);
  return getTask(scope, id);
}

export async function updateTask(
  scope: Scope,
  id: TaskId,
  version: number,
  change: BodyOf<typeof tasks.update>,
) {
  await editTask(scope, { id, version }, change);
  await reschedule(scope);
  return getTask(scope, id);
}

/** What can be changed of a task, who does it among it. */
type WholeChange = Extract<ScheduleEdit, { kind: 'task' }>['change'];

/**
 * Writes what somebody changed on a task; dates follow with the next rescheduling, which is left to the
 * caller, who may have more to write. Without a version, on whatever stands there.
 */
export async function editTask(
  scope: Scope,
  { id, version }: { readonly id: TaskId; readonly version: number | null },
  { assigneeIds, shares, ...change }: WholeChange,
): Promise<void> {
  const task = await repository.findTask(scope, id);
  if (!task) throw new AppError('not-found', 'There is no such task.');
  // Before the other fields, for what is said of the work has the last word.
  if (assigneeIds) await replaceAssignees(scope, id, assigneeIds);
  if (shares) await replaceShares(scope, id, shares);
  const isRestaffed = assigneeIds !== undefined || shares !== undefined;
  const latest = isRestaffed ? await versionOf(scope, id) : task.version;
  if (Object.keys(change).length === 0) return;
  const place = await placeInTree(
    scope,
    { id, projectId: task.project_id, parentId: task.parent_id },
    change,
  );
  const columns = {
    ...change,
    ...effortRange(change, {
      estimateMinutes: task.estimate_minutes,
      optimisticMinutes: task.optimistic_minutes,
      pessimisticMinutes: task.pessimistic_minutes,
      ...change,
    }),
    ...place,
    ...scheduleColumns(task, change, scope.today),
    ...(await workFor(scope, task, change)),
  };
  const isCurrent = version === null || version === task.version;
  await repository.updateTask(scope, id, isCurrent ? latest : version, columns);
  if (place.phaseId !== undefined) await carryPhase(scope, [id]);
  if (change.state === 'done' && task.state !== 'done') await followDone(scope, [id]);
}

/** The version of a task after people were put on it, for the work may follow. */
async function versionOf(scope: Scope, id: TaskId): Promise<number> {
  const task = await repository.findTask(scope, id);
  return task?.version ?? 0;
}

/** The work that follows from a duration that somebody typed, where units are what stays. */
async function workFor(
  scope: Scope,
  task: repository.TaskRecord,
  change: BodyOf<typeof tasks.update>,
): Promise<{ estimateMinutes?: number | null }> {
  const { durationMinutes, estimateMinutes } = change;
  const taskType = change.taskType ?? task.task_type;
  if (durationMinutes == null || estimateMinutes !== undefined || taskType !== 'fixed-units') {
    return {};
  }
  const isEffortDriven = change.isEffortDriven ?? task.is_effort_driven;
  const staffed = { taskType, isEffortDriven, estimateMinutes: task.estimate_minutes };
  const units = await unitsOn(scope, task.id);
  return { estimateMinutes: workForDuration(staffed, durationMinutes, units) };
}

export async function setAssignees(
  scope: Scope,
  id: TaskId,
  said: BodyOf<typeof tasks.setAssignees>,
) {
  await getTask(scope, id);
  if ('shares' in said) await replaceShares(scope, id, said.shares);
  else await replaceAssignees(scope, id, said.personIds);
  await reschedule(scope);
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
    await repository.updateTasks(scope, bulkColumns(scope, found, { shiftDays, fields }));
    if (fields.phaseId !== undefined) {
      await leaveParents(scope, unique, fields.phaseId);
      await carryPhase(scope, unique);
    }
  }
  if (fields.state === 'done') await followDone(scope, unique);
  await swapAssignees(scope, unique, { add, remove });
  await reschedule(scope);
  return withWork(scope, await repository.findTasks(scope, unique));
}

/** Changes tasks each in its own way, all or none. */
export async function changeEach(scope: Scope, { changes }: BodyOf<typeof tasks.changes>) {
  for (const { id, change } of changes) await editTask(scope, { id, version: null }, change);
  await reschedule(scope);
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
  if (await trashTree(scope, id)) return reschedule(scope);
  throw new AppError('not-found', 'There is no such task.');
}

export async function restoreTask(scope: Scope, id: TaskId) {
  await restoreTree(scope, id);
  await reschedule(scope);
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
    assignees: (assignees.get(task.id) ?? []).map(({ id, name, units }) => ({ id, name, units })),
    loggedMinutes: logged.get(task.id) ?? 0,
    subTasks: sums.get(task.id) ?? null,
    checklist: checklists.get(task.id) ?? noItems,
    waiting: waitingOf(task.id),
  }));
}

const noItems = { count: 0, doneCount: 0 };
