import type { Id, PersonId, ProjectId, TaskId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

/** Who is on a task, with the share of their time in basis points. */
export function listShares(scope: Scope, taskId: TaskId) {
  return scope.tx
    .selectFrom('assignment')
    .select(['person_id as personId', 'units'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('task_id', '=', taskId)
    .orderBy('person_id')
    .limit(200)
    .execute();
}

/** Gives people on a task other shares of their time. */
export async function setUnits(
  scope: Scope,
  taskId: TaskId,
  shares: readonly { readonly personId: PersonId; readonly units: number }[],
): Promise<void> {
  for (const { personId, units } of shares) {
    await scope.tx
      .updateTable('assignment')
      .set({ units })
      .where('workspace_id', '=', scope.workspaceId)
      .where('task_id', '=', taskId)
      .where('person_id', '=', personId)
      .execute();
  }
}

/** Who is on each of the tasks. */
export function listAssignments(scope: Scope, taskIds: readonly TaskId[]) {
  return scope.tx
    .selectFrom('assignment')
    .select(['task_id', 'person_id'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('task_id', '=', sql<TaskId>`any(${[...taskIds]}::uuid[])`)
    .orderBy('task_id')
    .orderBy('person_id')
    .limit(taskIds.length * 50)
    .execute();
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

/** Puts people on tasks that were just made, in one project. */
export async function insertPlanned(
  scope: Scope,
  projectId: ProjectId,
  pairs: readonly { readonly taskId: TaskId; readonly personId: PersonId }[],
): Promise<void> {
  await insertRows(
    scope,
    'assignment',
    pairs.map(({ taskId, personId }) => ({
      id: newId<Id<'assignment'>>(),
      project_id: projectId,
      task_id: taskId,
      person_id: personId,
    })),
  );
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

/** How work, duration and people of tasks go together. */
export async function listStaffing(scope: Scope, taskIds: readonly TaskId[]) {
  const rows = await scope.tx
    .selectFrom('task')
    .select(['id', 'task_type', 'estimate_minutes', 'is_effort_driven', 'duration_minutes'])
    .select(
      sql<string>`coalesce((select sum(units) from assignment a
        where a.workspace_id = task.workspace_id and a.task_id = task.id), 0)`.as('units'),
    )
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', sql<TaskId>`any(${[...taskIds]}::uuid[])`)
    .orderBy('id')
    .limit(taskIds.length)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    taskType: row.task_type,
    estimateMinutes: row.estimate_minutes,
    isEffortDriven: row.is_effort_driven,
    durationMinutes: row.duration_minutes,
    units: Number(row.units),
  }));
}

/** Writes the work of a task, and its length where that follows from the work. */
export async function setWork(
  scope: Scope,
  taskId: TaskId,
  work: { readonly estimateMinutes: number | null; readonly durationMinutes: number | null },
): Promise<void> {
  await scope.tx
    .updateTable('task')
    .set({ estimate_minutes: work.estimateMinutes, duration_minutes: work.durationMinutes })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', taskId)
    .execute();
}
