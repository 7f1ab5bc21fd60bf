import type { PhaseId, TaskId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

export type SubTaskSums = {
  readonly taskCount: number;
  readonly doneCount: number;
  readonly estimateMinutes: number;
  readonly loggedMinutes: number;
};

/** What stands below each of the tasks that has sub-tasks: leaves, and every minute logged there. */
export async function sumSubTasks(
  scope: Scope,
  ids: readonly TaskId[],
): Promise<Map<TaskId, SubTaskSums>> {
  const { rows } = await sql<Record<keyof SubTaskSums, string> & { root: TaskId }>`
    with recursive below (root, id) as (
      select parent_id, id from task
      where workspace_id = ${scope.workspaceId} and parent_id = any(${[...ids]}::uuid[]) and deleted_at is null
      union all
      select below.root, task.id from below join task
        on task.workspace_id = ${scope.workspaceId} and task.parent_id = below.id and task.deleted_at is null
    ),
    line as (
      select below.root, task.state, task.estimate_minutes, logged.minutes, exists (
          select from task child where child.workspace_id = task.workspace_id
            and child.parent_id = task.id and child.deleted_at is null) as has_parts
      from below
      join task on task.workspace_id = ${scope.workspaceId} and task.id = below.id
      left join lateral (
        select sum(minutes) as minutes from time_entry
        where time_entry.workspace_id = task.workspace_id and time_entry.task_id = task.id
          and time_entry.deleted_at is null) logged on true
    )
    select root, count(*) filter (where not has_parts) as "taskCount",
      count(*) filter (where not has_parts and state = 'done') as "doneCount",
      coalesce(sum(estimate_minutes) filter (where not has_parts), 0) as "estimateMinutes",
      coalesce(sum(minutes), 0) as "loggedMinutes"
    from line group by root limit ${ids.length}`.execute(scope.tx);
  return new Map(
    rows.map((row) => [
      row.root,
      {
        taskCount: Number(row.taskCount),
        doneCount: Number(row.doneCount),
        estimateMinutes: Number(row.estimateMinutes),
        loggedMinutes: Number(row.loggedMinutes),
      },
    ]),
  );
}

/** What a task is part of, the topmost first. */
export async function listParents(
  scope: Scope,
  id: TaskId,
): Promise<{ id: TaskId; name: string }[]> {
  const { rows } = await sql<{ id: TaskId; name: string }>`
    with recursive above (id, name, parent_id, distance) as (
      select parent.id, parent.name, parent.parent_id, 1 from task
        join task parent on parent.workspace_id = task.workspace_id and parent.id = task.parent_id
      where task.workspace_id = ${scope.workspaceId} and task.id = ${id}
      union all
      select parent.id, parent.name, parent.parent_id, distance + 1 from above
        join task parent on parent.workspace_id = ${scope.workspaceId} and parent.id = above.parent_id
    )
    select id, name from above order by distance desc limit 100`.execute(scope.tx);
  return rows;
}

/** A task of a project, not in the trash, that others can be part of. */
export function findParent(scope: Scope, id: TaskId) {
  return scope.tx
    .selectFrom('task')
    .select(['id', 'project_id', 'phase_id', 'is_milestone'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** Puts everything below the tasks into the phase of the task it is part of. */
export async function carryPhase(scope: Scope, ids: readonly TaskId[]): Promise<void> {
  await sql`
    with recursive below (id, phase_id) as (
      select child.id, task.phase_id from task join task child
        on child.workspace_id = task.workspace_id and child.parent_id = task.id
      where task.workspace_id = ${scope.workspaceId} and task.id = any(${[...ids]}::uuid[])
      union
      select child.id, below.phase_id from below join task child
        on child.workspace_id = ${scope.workspaceId} and child.parent_id = below.id
    )
    update task set phase_id = below.phase_id from below
    where task.workspace_id = ${scope.workspaceId} and task.id = below.id
      and task.phase_id is distinct from below.phase_id`.execute(scope.tx);
}

/** Takes those of the tasks out of what they are part of that stand in another phase than it. */
export async function leaveParents(
  scope: Scope,
  ids: readonly TaskId[],
  phaseId: PhaseId | null,
): Promise<void> {
  await sql`
    update task set parent_id = null from task parent
    where task.workspace_id = ${scope.workspaceId} and task.id = any(${[...ids]}::uuid[])
      and parent.workspace_id = task.workspace_id and parent.id = task.parent_id
      and parent.id <> all(${[...ids]}::uuid[])
      and parent.phase_id is distinct from ${phaseId}::uuid`.execute(scope.tx);
}

/** Moves a task with everything below it into the trash. Whether there was one to move. */
export async function trashTree(scope: Scope, id: TaskId): Promise<boolean> {
  const { rows } = await sql<{ id: TaskId }>`
    with recursive tree (id) as (
      select id from task where workspace_id = ${scope.workspaceId} and id = ${id} and deleted_at is null
      union
      select task.id from tree join task on task.workspace_id = ${scope.workspaceId}
        and task.parent_id = tree.id and task.deleted_at is null
    )
    update task set deleted_at = ${scope.now} from tree
    where task.workspace_id = ${scope.workspaceId} and task.id = tree.id returning task.id`.execute(
    scope.tx,
  );
  return rows.length > 0;
}

/**
 * Takes a task out of the trash, with what went there together with it. It leaves a parent that still
 * lies there.
 */
export async function restoreTree(scope: Scope, id: TaskId): Promise<void> {
  await sql`
    with recursive tree (id, deleted_at) as (
      select id, deleted_at from task
      where workspace_id = ${scope.workspaceId} and id = ${id} and deleted_at is not null
      union
      select task.id, task.deleted_at from tree join task on task.workspace_id = ${scope.workspaceId}
        and task.parent_id = tree.id and task.deleted_at = tree.deleted_at
    )
    update task set deleted_at = null from tree
    where task.workspace_id = ${scope.workspaceId} and task.id = tree.id`.execute(scope.tx);
  await sql`
    update task set parent_id = null from task parent
    where task.workspace_id = ${scope.workspaceId} and task.id = ${id}
      and parent.workspace_id = task.workspace_id and parent.id = task.parent_id
      and parent.deleted_at is not null`.execute(scope.tx);
}
