import type { PersonId, ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';

/** A project out of the trash. */
export function findProject(scope: Scope, id: ProjectId) {
  return scope.tx
    .selectFrom('project')
    .select(['id', 'name', 'purpose', 'number'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

export function listPhases(scope: Scope, id: ProjectId) {
  return scope.tx
    .selectFrom('phase')
    .select(['id', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', id)
    .orderBy('position')
    .orderBy('id')
    .limit(10_000)
    .execute();
}

/** Tasks out of the trash in the order of the plan. */
export function listTasks(scope: Scope, id: ProjectId) {
  return scope.tx
    .selectFrom('task')
    .select(['id', 'parent_id', 'phase_id', 'name', 'notes', 'is_milestone', 'estimate_minutes'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', id)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .limit(100_000)
    .execute();
}

export function listPeople(scope: Scope, ids: readonly PersonId[]) {
  return scope.tx
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', sql<PersonId>`any(${[...ids]}::uuid[])`)
    .orderBy('name')
    .orderBy('id')
    .limit(10_000)
    .execute();
}

/** The latest kept plans of a project, the newest first, with the days of each task. */
export async function listBaselines(scope: Scope, id: ProjectId) {
  const baselines = await scope.tx
    .selectFrom('baseline')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', id)
    .orderBy('taken_at', 'desc')
    .orderBy('id', 'desc')
    .limit(11)
    .execute();
  const ids = baselines.map((baseline) => baseline.id);
  const rows = await scope.tx
    .selectFrom('baseline_task')
    .select(['baseline_id', 'task_id', 'start_on', 'due_on'])
    .select(['duration_minutes', 'estimate_minutes'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('baseline_id', '=', sql<(typeof ids)[number]>`any(${[...ids]}::uuid[])`)
    .limit(1_000_000)
    .execute();
  return ids.map((baselineId) => rows.filter((row) => row.baseline_id === baselineId));
}

export type ExportTask = Awaited<ReturnType<typeof listTasks>>[number];
export type BaselineRow = Awaited<ReturnType<typeof listBaselines>>[number][number];
