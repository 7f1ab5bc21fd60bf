import type { Id, PersonId, TaskId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

export async function listAssigned(scope: Scope, taskId: TaskId): Promise<PersonId[]> {
  const rows = await scope.tx
    .selectFrom('assignment')
    .select('person_id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('task_id', '=', taskId)
    .orderBy('person_id')
    .limit(200)
    .execute();
  return rows.map((row) => row.person_id);
}

/** Puts a person on tasks; where they are on one already, nothing happens. */
export async function insertAssignments(
  scope: Scope,
  taskIds: readonly TaskId[],
  personIds: readonly PersonId[],
): Promise<void> {
  if (taskIds.length === 0 || personIds.length === 0) return;
  const tasks = await scope.tx
    .selectFrom('task')
    .select(['id', 'project_id'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', sql<TaskId>`any(${[...taskIds]}::uuid[])`)
    .orderBy('id')
    .limit(taskIds.length)
    .execute();
  await scope.tx
    .insertInto('assignment')
    .values(
      tasks.flatMap((task) =>
        personIds.map((personId) => ({
          workspace_id: scope.workspaceId,
          id: newId<Id<'assignment'>>(),
          project_id: task.project_id,
          task_id: task.id,
          person_id: personId,
        })),
      ),
    )
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'task_id', 'person_id']).doNothing(),
    )
    .execute();
}

export async function deleteAssignments(
  scope: Scope,
  taskIds: readonly TaskId[],
  personIds: readonly PersonId[],
): Promise<void> {
  if (personIds.length === 0) return;
  await scope.tx
    .deleteFrom('assignment')
    .where('workspace_id', '=', scope.workspaceId)
    .where('task_id', '=', sql<TaskId>`any(${[...taskIds]}::uuid[])`)
    .where('person_id', '=', sql<PersonId>`any(${[...personIds]}::uuid[])`)
    .execute();
}
