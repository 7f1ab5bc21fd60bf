import type { ImportId, ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** Where the tasks of an import go. */
export function findTarget(scope: Scope, importId: ImportId) {
  return scope.tx
    .selectFrom('task_target')
    .leftJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'task_target.workspace_id')
        .onRef('project.id', '=', 'task_target.project_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'task_target.workspace_id')
        .onRef('account.id', '=', 'task_target.account_id'),
    )
    .select(['task_target.project_id', 'task_target.new_kind', 'task_target.new_name'])
    .select(['project.name as project_name', 'project.kind as project_kind'])
    .select(['project.deleted_at as project_deleted_at'])
    .select(['task_target.account_id', 'account.name as account_name'])
    .where('task_target.workspace_id', '=', scope.workspaceId)
    .where('task_target.import_id', '=', importId)
    .executeTakeFirst();
}

export async function saveTarget(
  scope: Scope,
  importId: ImportId,
  target: {
    readonly project_id?: ProjectId | null;
    readonly new_kind?: 'client' | 'initiative';
    readonly new_name?: string;
    readonly account_id?: TargetAccount;
  },
): Promise<void> {
  const insert = scope.tx
    .insertInto('task_target')
    .values({ workspace_id: scope.workspaceId, import_id: importId, ...target });
  await insert
    .onConflict((conflict) => {
      const standing = conflict.columns(['workspace_id', 'import_id']);
      return Object.keys(target).length === 0 ? standing.doNothing() : standing.doUpdateSet(target);
    })
    .execute();
}

type TargetAccount = NonNullable<Awaited<ReturnType<typeof findTarget>>>['account_id'];

/** A project out of the trash. */
export async function isProject(scope: Scope, id: ProjectId): Promise<boolean> {
  const row = await scope.tx
    .selectFrom('project')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Tasks of a project that came in from a plan before, with everything that may have changed. */
export function listKnownTasks(scope: Scope, projectId: ProjectId, source: string) {
  return scope.tx
    .selectFrom('task')
    .leftJoin('phase', (join) =>
      join
        .onRef('phase.workspace_id', '=', 'task.workspace_id')
        .onRef('phase.id', '=', 'task.phase_id'),
    )
    .select(['task.id', 'task.external_key', 'task.parent_id', 'phase.name as phase_name'])
    .select(['task.name', 'task.notes', 'task.estimate_minutes', 'task.is_milestone'])
    .select(['task.state', 'task.done_on', 'task.scheduling', 'task.constraint_type'])
    .select(['task.constraint_on', 'task.typed_due_on', 'task.duration_minutes', 'task.task_type'])
    .select(['task.splits', 'task.constraint_minute'])
    .select(['task.is_effort_driven', 'task.deadline_on', 'task.percent_complete'])
    .select(['task.actual_start_on', 'task.schedule_priority', 'task.start_on', 'task.due_on'])
    .where('task.workspace_id', '=', scope.workspaceId)
    .where('task.project_id', '=', projectId)
    .where('task.deleted_at', 'is', null)
    .where(sql<boolean>`starts_with(task.external_key, ${`${source}:`})`)
    .orderBy('task.id')
    .limit(100_000)
    .execute();
}

export function listPhaseNames(scope: Scope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('phase')
    .select(['id', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .orderBy('position')
    .limit(10_000)
    .execute();
}

export function listKnownPeople(scope: Scope) {
  return scope.tx
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .limit(20_000)
    .execute();
}

/** Links whose ends are both among some tasks. */
export function listKnownLinks(scope: Scope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('dependency')
    .select(['predecessor_id', 'successor_id'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .orderBy('id')
    .limit(100_000)
    .execute();
}

export type KnownTaskRow = Awaited<ReturnType<typeof listKnownTasks>>[number];
