import type { dependencies } from '@evenkeel/contract/dependencies';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { DependencyId, ProjectId, TaskId } from '@evenkeel/core/id';
import type { DependencyType } from '@evenkeel/core/projects/dependency';
import type { LagUnit, Scheduling, TaskConstraint } from '@evenkeel/core/projects/schedule-plan';
import { sql } from 'kysely';
import { columnsOf } from '../../../platform/db/columns.ts';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { translateUnique } from '../../../platform/db/unique.ts';
import { versioned } from '../../../platform/db/versioned.ts';
import { newId } from '../../../platform/ids.ts';

export type DependencyRecord = Awaited<ReturnType<typeof listDependencies>>[number];
export type NewDependency = {
  readonly projectId: ProjectId;
  readonly predecessorId: TaskId;
  readonly successorId: TaskId;
  readonly type: DependencyType;
  readonly lagMinutes: number;
  readonly lagUnit?: LagUnit | undefined;
  readonly lagPercent?: number | undefined;
};

/**
 * Dependencies of which either end is among the tasks or in the projects, or whose successor is among
 * some; both ends out of the trash.
 */
export function listDependencies(
  scope: Scope,
  of: {
    readonly projectIds?: readonly ProjectId[];
    readonly taskIds?: readonly TaskId[];
    readonly successorIds?: readonly TaskId[];
  },
) {
  let query = dependencyRows(scope)
    .where('before.deleted_at', 'is', null)
    .where('after.deleted_at', 'is', null)
    .where('before_project.deleted_at', 'is', null)
    .where('after_project.deleted_at', 'is', null);
  // Conditions on the dependency's own columns are met by its indexes; on those of a task beside it
  // every dependency of the workspace would be joined first.
  const { projectIds, taskIds, successorIds } = of;
  if (projectIds) query = query.where('dependency.id', 'in', touching(scope, projectIds));
  if (taskIds) {
    const list = sql<TaskId>`any(${[...taskIds]}::uuid[])`;
    query = query.where((either) =>
      either.or([
        either('dependency.predecessor_id', '=', list),
        either('dependency.successor_id', '=', list),
      ]),
    );
  }
  if (successorIds) {
    const list = sql<TaskId>`any(${[...successorIds]}::uuid[])`;
    query = query.where('dependency.successor_id', '=', list);
  }
  return query.orderBy('dependency.id').limit(20_000).execute();
}

/** The dependencies of which either end is in some projects. */
function touching(scope: Scope, projectIds: readonly ProjectId[]) {
  const endIn = (end: 'predecessor_id' | 'successor_id') =>
    scope.tx
      .selectFrom('task')
      .innerJoin('dependency as touched', (join) =>
        join
          .onRef('touched.workspace_id', '=', 'task.workspace_id')
          .onRef(`touched.${end}`, '=', 'task.id'),
      )
      .where('task.workspace_id', '=', scope.workspaceId)
      .where('task.project_id', '=', sql<ProjectId>`any(${[...projectIds]}::uuid[])`)
      .select('touched.id');
  return endIn('predecessor_id').union(endIn('successor_id'));
}

export function findDependency(scope: Scope, id: DependencyId) {
  return dependencyRows(scope).where('dependency.id', '=', id).executeTakeFirst();
}

/** A task out of the trash that can be one end of a dependency. */
export function findEnd(scope: Scope, id: TaskId) {
  return scope.tx
    .selectFrom('task')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'task.workspace_id')
        .onRef('project.id', '=', 'task.project_id'),
    )
    .select(['task.id', 'task.project_id'])
    .where('task.workspace_id', '=', scope.workspaceId)
    .where('task.id', '=', id)
    .where('task.deleted_at', 'is', null)
    .where('project.deleted_at', 'is', null)
    .executeTakeFirst();
}

export async function insertDependencies(
  scope: Scope,
  added: readonly NewDependency[],
): Promise<DependencyId[]> {
  const rows = added.map((link) => ({
    id: newId<DependencyId>(),
    project_id: link.projectId,
    predecessor_id: link.predecessorId,
    successor_id: link.successorId,
    type: link.type,
    lag_minutes: link.lagMinutes,
    lag_unit: link.lagUnit ?? 'working',
    lag_percent: link.lagPercent ?? 0,
  }));
  await translateUnique(insertRows(scope, 'dependency', rows), {
    dependency_workspace_id_successor_id_predecessor_id_key: {
      path: ['predecessorId'],
      message: 'the task waits for it already',
    },
  });
  return rows.map((row) => row.id);
}

export async function updateDependency(
  scope: Scope,
  key: { readonly id: DependencyId; readonly version: number },
  change: BodyOf<typeof dependencies.update>,
): Promise<void> {
  const written = await scope.tx
    .updateTable('dependency')
    .set((fields) => ({ lag_minutes: fields.ref('lag_minutes'), ...columnsOf(change) }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', key.id)
    .where('version', '=', key.version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => (await findDependency(scope, key.id)) !== undefined);
}

export async function deleteDependency(scope: Scope, id: DependencyId): Promise<boolean> {
  const gone = await scope.tx
    .deleteFrom('dependency')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** Every task that hangs together with some, by dependencies or as parts, with its parent. */
export async function listConnected(scope: Scope, ids: readonly TaskId[]) {
  const { rows } = await sql<{ id: TaskId; parent_id: TaskId | null }>`
    with recursive network (id) as (
      select unnest(${[...ids]}::uuid[])
      union
      select near.id from network, lateral (
        select successor_id as id from dependency
          where workspace_id = ${scope.workspaceId} and predecessor_id = network.id
        union all select predecessor_id from dependency
          where workspace_id = ${scope.workspaceId} and successor_id = network.id
        union all select id from task
          where workspace_id = ${scope.workspaceId} and parent_id = network.id
        union all select parent_id from task
          where workspace_id = ${scope.workspaceId} and id = network.id and parent_id is not null
      ) near
    )
    select task.id, task.parent_id from network
      join task on task.workspace_id = ${scope.workspaceId} and task.id = network.id
    where task.deleted_at is null limit 200000`.execute(scope.tx);
  return rows;
}

/** The dependencies between some tasks. */
export function listBetween(scope: Scope, ids: readonly TaskId[]) {
  return scope.tx
    .selectFrom('dependency')
    .select(['id', 'predecessor_id', 'successor_id', 'type', 'lag_minutes'])
    .select(['lag_unit', 'lag_percent'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('successor_id', '=', sql<TaskId>`any(${[...ids]}::uuid[])`)
    .where('predecessor_id', '=', sql<TaskId>`any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .limit(200_000)
    .execute();
}

export async function listNames(scope: Scope, ids: readonly TaskId[]) {
  const rows = await scope.tx
    .selectFrom('task')
    .select(['id', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', sql<TaskId>`any(${[...ids]}::uuid[])`)
    .limit(ids.length)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

function dependencyRows(scope: Scope) {
  return scope.tx
    .selectFrom('dependency')
    .innerJoin('task as before', (join) =>
      join
        .onRef('before.workspace_id', '=', 'dependency.workspace_id')
        .onRef('before.id', '=', 'dependency.predecessor_id'),
    )
    .innerJoin('task as after', (join) =>
      join
        .onRef('after.workspace_id', '=', 'dependency.workspace_id')
        .onRef('after.id', '=', 'dependency.successor_id'),
    )
    .innerJoin('project as before_project', (join) =>
      join
        .onRef('before_project.workspace_id', '=', 'before.workspace_id')
        .onRef('before_project.id', '=', 'before.project_id'),
    )
    .innerJoin('project as after_project', (join) =>
      join
        .onRef('after_project.workspace_id', '=', 'after.workspace_id')
        .onRef('after_project.id', '=', 'after.project_id'),
    )
    .where('dependency.workspace_id', '=', scope.workspaceId)
    .select(['dependency.id', 'dependency.version', 'dependency.type', 'dependency.lag_minutes'])
    .select(['dependency.lag_unit', 'dependency.lag_percent'])
    .select([endOf('before').as('predecessor'), endOf('after').as('successor')]);
}

export type EndRecord = {
  id: TaskId;
  number: number;
  name: string;
  state: 'open' | 'started' | 'done';
  start_on: CalendarDate | null;
  due_on: CalendarDate | null;
  is_milestone: boolean;
  scheduling: Scheduling;
  constraint_type: TaskConstraint;
  project_id: ProjectId;
  project_name: string;
  project_kind: 'client' | 'initiative';
};

function endOf(end: 'before' | 'after') {
  const task = sql.table(end);
  const project = sql.table(`${end}_project`);
  return sql<EndRecord>`jsonb_build_object('id', ${task}.id, 'number', ${task}.number,
    'name', ${task}.name, 'state', ${task}.state, 'start_on', ${task}.start_on, 'due_on', ${task}.due_on,
    'is_milestone', ${task}.is_milestone, 'scheduling', ${task}.scheduling,
    'constraint_type', ${task}.constraint_type, 'project_id', ${project}.id, 'project_name', ${project}.name,
    'project_kind', ${project}.kind)`;
}
