import type { ScenarioId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { setDeleted, updateRecord } from '../../../platform/db/records.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { containing } from '../../../platform/db/text-match.ts';
import { newId } from '../../../platform/ids.ts';

export type ScenarioRecord = Awaited<ReturnType<typeof listScenarios>>[number];

/** Scenarios that are not put away, the last written first. */
export function listScenarios(scope: Scope, search: string | undefined) {
  let query = scenarioRows(scope).where('scenario.deleted_at', 'is', null);
  if (search) query = query.where(containing(['scenario.name', 'scenario.notes'], search));
  return query.orderBy('scenario.updated_at', 'desc').orderBy('scenario.id').limit(500).execute();
}

export function findScenario(scope: Scope, id: ScenarioId): Promise<ScenarioRecord | undefined> {
  return scenarioRows(scope)
    .where('scenario.id', '=', id)
    .where('scenario.deleted_at', 'is', null)
    .executeTakeFirst();
}

export async function insertScenario(
  scope: Scope,
  { name, notes }: { readonly name: string; readonly notes: string },
): Promise<ScenarioId> {
  const id = newId<ScenarioId>();
  await scope.tx
    .insertInto('scenario')
    .values({
      workspace_id: scope.workspaceId,
      id,
      name,
      notes,
      created_by: scope.actor.memberId,
    })
    .execute();
  return id;
}

export function updateScenario(
  scope: Scope,
  record: { readonly id: ScenarioId; readonly version: number },
  columns: { readonly name?: string; readonly notes?: string },
): Promise<void> {
  return updateRecord(scope, 'scenario', record, columns);
}

/** Marks a scenario as applied, on the version that was looked at. */
export function markApplied(
  scope: Scope,
  record: { readonly id: ScenarioId; readonly version: number },
): Promise<void> {
  return updateRecord(scope, 'scenario', record, {
    applied_at: scope.now,
    applied_by: scope.actor.memberId,
  });
}

/** Counts a version on, so that whoever looks at the scenario hears that its changes are others. */
export async function touchScenario(scope: Scope, id: ScenarioId): Promise<void> {
  await scope.tx
    .updateTable('scenario')
    .set({ updated_at: sql`now()` } as object)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

export function setScenarioDeleted(
  scope: Scope,
  id: ScenarioId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'scenario', id, isDeleted);
}

/** Keeps a scenario from being changed by somebody else until the transaction ends. */
export async function lockScenario(scope: Scope, id: ScenarioId): Promise<void> {
  await scope.tx
    .selectFrom('scenario')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
}

/** What the ids that changes point at are called; those that are gone are not among them. */
export async function listNames(
  scope: Scope,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly name: string }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from deal where workspace_id = ${scope.workspaceId} and id = any(${[...ids]}::uuid[])
    union all select id, name from project where workspace_id = ${scope.workspaceId} and id = any(${[...ids]}::uuid[])
    union all select id, name from person where workspace_id = ${scope.workspaceId} and id = any(${[...ids]}::uuid[])
    union all select id, name from role where workspace_id = ${scope.workspaceId} and id = any(${[...ids]}::uuid[])
    union all select id, name from team where workspace_id = ${scope.workspaceId} and id = any(${[...ids]}::uuid[])
    union all select id, name from ring_fence where workspace_id = ${scope.workspaceId} and id = any(${[...ids]}::uuid[])
    union all select id, name from goal where workspace_id = ${scope.workspaceId} and id = any(${[...ids]}::uuid[])
    union all select id, name from template where workspace_id = ${scope.workspaceId} and id = any(${[...ids]}::uuid[])
    limit 1000`.execute(scope.tx);
  return rows;
}

function scenarioRows(scope: Scope) {
  return scope.tx
    .selectFrom('scenario')
    .innerJoin('member as maker', (join) =>
      join
        .onRef('maker.workspace_id', '=', 'scenario.workspace_id')
        .onRef('maker.id', '=', 'scenario.created_by'),
    )
    .leftJoin('member as applier', (join) =>
      join
        .onRef('applier.workspace_id', '=', 'scenario.workspace_id')
        .onRef('applier.id', '=', 'scenario.applied_by'),
    )
    .where('scenario.workspace_id', '=', scope.workspaceId)
    .select(['scenario.id', 'scenario.version', 'scenario.name', 'scenario.notes'])
    .select(['scenario.created_at', 'scenario.updated_at', 'scenario.created_by'])
    .select(['maker.name as maker_name', 'scenario.applied_at', 'scenario.applied_by'])
    .select('applier.name as applier_name')
    .select(
      sql<number>`(select count(*)::int from scenario_change c
        where c.workspace_id = scenario.workspace_id and c.scenario_id = scenario.id)`.as(
        'change_count',
      ),
    );
}
