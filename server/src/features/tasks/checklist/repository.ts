import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { tasks } from '@evenkeel/contract/tasks';
import type { ChecklistItemId, ProjectId, TaskId } from '@evenkeel/core/id';
import { positionStep } from '@evenkeel/core/projects/task';
import { sql } from 'kysely';
import { columnsOf } from '../../../platform/db/columns.ts';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

export type ChecklistItemRecord = Awaited<ReturnType<typeof listItems>>[number];
export type NewItem = {
  readonly projectId: ProjectId;
  readonly taskId: TaskId;
  readonly name: string;
  readonly position: number;
  readonly isDone: boolean;
};
type ItemKey = { readonly taskId: TaskId; readonly id: ChecklistItemId };

/** The checklists of tasks, each in its order. */
export function listItems(scope: Scope, taskIds: readonly TaskId[]) {
  return scope.tx
    .selectFrom('checklist_item')
    .select(['id', 'version', 'task_id', 'name', 'position', 'is_done'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('task_id', '=', sql<TaskId>`any(${[...taskIds]}::uuid[])`)
    .orderBy('task_id')
    .orderBy('position')
    .orderBy('id')
    .limit(taskIds.length * 200)
    .execute();
}

/** How many items each of the tasks has that has any, and how many are ticked off. */
export async function countItems(scope: Scope, taskIds: readonly TaskId[]) {
  const rows = await scope.tx
    .selectFrom('checklist_item')
    .select(['task_id', sql<string>`count(*)`.as('count')])
    .select(sql<string>`count(*) filter (where is_done)`.as('done_count'))
    .where('workspace_id', '=', scope.workspaceId)
    .where('task_id', '=', sql<TaskId>`any(${[...taskIds]}::uuid[])`)
    .groupBy('task_id')
    .limit(taskIds.length)
    .execute();
  return new Map(
    rows.map((row) => [
      row.task_id,
      { count: Number(row.count), doneCount: Number(row.done_count) },
    ]),
  );
}

export async function insertItems(
  scope: Scope,
  items: readonly NewItem[],
): Promise<ChecklistItemId[]> {
  const rows = items.map((item) => ({
    id: newId<ChecklistItemId>(),
    project_id: item.projectId,
    task_id: item.taskId,
    name: item.name,
    position: item.position,
    is_done: item.isDone,
  }));
  await insertRows(scope, 'checklist_item', rows);
  return rows.map((row) => row.id);
}

export async function nextPosition(scope: Scope, taskId: TaskId): Promise<number> {
  const { last } = await scope.tx
    .selectFrom('checklist_item')
    .select(sql<number | null>`max(position)`.as('last'))
    .where('workspace_id', '=', scope.workspaceId)
    .where('task_id', '=', taskId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + positionStep;
}

/** Whether there was such an item. */
export async function updateItem(
  scope: Scope,
  key: ItemKey,
  change: BodyOf<typeof tasks.updateChecklistItem>,
): Promise<boolean> {
  const written = await scope.tx
    .updateTable('checklist_item')
    .set((fields) => ({ name: fields.ref('name'), ...columnsOf(change) }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('task_id', '=', key.taskId)
    .where('id', '=', key.id)
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}

/** Whether there was such an item. */
export async function deleteItem(scope: Scope, key: ItemKey): Promise<boolean> {
  const gone = await scope.tx
    .deleteFrom('checklist_item')
    .where('workspace_id', '=', scope.workspaceId)
    .where('task_id', '=', key.taskId)
    .where('id', '=', key.id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}
