import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { projects } from '@evenkeel/contract/projects';
import type { PhaseId, ProjectId } from '@evenkeel/core/id';
import type { PlannedPhase } from '@evenkeel/core/projects/plan';
import { sql } from 'kysely';
import { columnsOf } from '../../../platform/db/columns.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { versioned } from '../../../platform/db/versioned.ts';
import { newId } from '../../../platform/ids.ts';

export type PhaseRecord = Awaited<ReturnType<typeof listPhases>>[number];

export function listPhases(scope: Scope, projectId: ProjectId) {
  return phaseRows(scope, projectId).orderBy('position').orderBy('id').limit(1_000).execute();
}

export function findPhase(scope: Scope, projectId: ProjectId, id: PhaseId) {
  return phaseRows(scope, projectId).where('id', '=', id).executeTakeFirst();
}

/** Adds phases one after the other, from a position on. The ids come in the order of the phases. */
export async function insertPhases(
  scope: Scope,
  projectId: ProjectId,
  phases: readonly PlannedPhase[],
  firstPosition: number,
): Promise<PhaseId[]> {
  if (phases.length === 0) return [];
  const rows = phases.map((phase, index) => ({
    workspace_id: scope.workspaceId,
    id: newId<PhaseId>(),
    project_id: projectId,
    name: phase.name,
    position: firstPosition + index,
    start_on: phase.startOn,
    end_on: phase.endOn,
  }));
  await scope.tx.insertInto('phase').values(rows).execute();
  return rows.map((row) => row.id);
}

export async function updatePhase(
  scope: Scope,
  key: { readonly projectId: ProjectId; readonly id: PhaseId },
  version: number,
  change: BodyOf<typeof projects.updatePhase>,
): Promise<void> {
  const written = await scope.tx
    .updateTable('phase')
    .set((fields) => ({ name: fields.ref('name'), ...columnsOf(change) }))
    .where('project_id', '=', key.projectId)
    .where('id', '=', key.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  const exists = async () => (await findPhase(scope, key.projectId, key.id)) !== undefined;
  await versioned(written, exists);
}

/** Takes tasks in the trash out of a phase, so that it can go. */
export async function releaseTrashedTasks(scope: Scope, id: PhaseId): Promise<void> {
  await scope.tx
    .updateTable('task')
    .set({ phase_id: null })
    .where('phase_id', '=', id)
    .where('deleted_at', 'is not', null)
    .execute();
}

export async function countTasks(scope: Scope, id: PhaseId): Promise<number> {
  const { count } = await scope.tx
    .selectFrom('task')
    .select(sql<string>`count(*)`.as('count'))
    .where('workspace_id', '=', scope.workspaceId)
    .where('phase_id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function deletePhase(
  scope: Scope,
  projectId: ProjectId,
  id: PhaseId,
): Promise<boolean> {
  const gone = await scope.tx
    .deleteFrom('phase')
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

function phaseRows(scope: Scope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('phase')
    .select(['id', 'version', 'name', 'position', 'start_on', 'end_on'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId);
}
