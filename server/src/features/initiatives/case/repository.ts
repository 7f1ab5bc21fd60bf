import type {
  AssumptionId,
  BenefitId,
  CostItemId,
  ProjectId,
  StakeholderId,
} from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { versioned } from '../../../platform/db/versioned.ts';
import { newId } from '../../../platform/ids.ts';

/** The tables whose rows are parts of the case of an initiative. */
export type CaseTable = 'benefit' | 'cost_item' | 'stakeholder' | 'assumption';

/** Above what anybody writes; a bound, so that no list is without one. */
const mostParts = 500;

export type BenefitRecord = Awaited<ReturnType<typeof findBenefit>> & object;
export type CostItemRecord = Awaited<ReturnType<typeof findCostItem>> & object;
export type StakeholderRecord = Awaited<ReturnType<typeof findStakeholder>> & object;

export type AssumptionRecord = Awaited<ReturnType<typeof findAssumption>> & object;

export function listAssumptions(scope: Scope, projectId: ProjectId) {
  return assumptionRows(scope)
    .where('assumption.project_id', '=', projectId)
    .orderBy('assumption.id')
    .limit(mostParts)
    .execute();
}

export function findAssumption(scope: Scope, id: AssumptionId) {
  return assumptionRows(scope).where('assumption.id', '=', id).executeTakeFirst();
}

export function listBenefits(scope: Scope, projectId: ProjectId) {
  return benefitRows(scope)
    .where('project_id', '=', projectId)
    .orderBy('due_on')
    .orderBy('id')
    .limit(mostParts)
    .execute();
}

export function findBenefit(scope: Scope, id: BenefitId) {
  return benefitRows(scope).where('id', '=', id).executeTakeFirst();
}

export function listCostItems(scope: Scope, projectId: ProjectId) {
  return costItemRows(scope)
    .where('cost_item.project_id', '=', projectId)
    .orderBy('cost_item.id')
    .limit(mostParts)
    .execute();
}

export function findCostItem(scope: Scope, id: CostItemId) {
  return costItemRows(scope).where('cost_item.id', '=', id).executeTakeFirst();
}

export function listStakeholders(scope: Scope, projectId: ProjectId) {
  return stakeholderRows(scope)
    .where('stakeholder.project_id', '=', projectId)
    .orderBy('stakeholder.id')
    .limit(mostParts)
    .execute();
}

export function findStakeholder(scope: Scope, id: StakeholderId) {
  return stakeholderRows(scope).where('stakeholder.id', '=', id).executeTakeFirst();
}

/** Adds a part to an initiative; `columns` are named as those of the table. */
export async function insertPart<PartId extends string>(
  scope: Scope,
  table: CaseTable,
  projectId: ProjectId,
  columns: object,
): Promise<PartId> {
  const id = newId() as string as PartId;
  const row = { workspace_id: scope.workspaceId, id, project_id: projectId, ...columns };
  const names = Object.keys(row).map((name) => sql.ref(name));
  await sql`insert into ${sql.table(table)} (${sql.join(names)})
    values (${sql.join(Object.values(row))})`.execute(scope.tx);
  return id;
}

/** Changes a part on the version the caller saw. Throws `stale-version` or `not-found`. */
export async function updatePart(
  scope: Scope,
  table: CaseTable,
  key: { readonly id: string; readonly version: number },
  columns: object,
): Promise<void> {
  const changes = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  const written = await sql<{ id: string }>`
    update ${sql.table(table)} set ${sql.join([...changes, sql`updated_at = now()`])}
    where id = ${key.id} and version = ${key.version} returning id`.execute(scope.tx);
  await versioned(written.rows[0], async () => {
    const found = await sql`select from ${sql.table(table)} where id = ${key.id}`.execute(scope.tx);
    return found.rows.length > 0;
  });
}

/** Takes a part off. Whether there was one. */
export async function deletePart(scope: Scope, table: CaseTable, id: string): Promise<boolean> {
  const { rows } = await sql`delete from ${sql.table(table)} where id = ${id} returning id`.execute(
    scope.tx,
  );
  return rows.length > 0;
}

/** Assumptions with their KPI, unless it is in the trash, and its latest actual. */
function assumptionRows(scope: Scope) {
  return scope.tx
    .selectFrom('assumption')
    .leftJoin('kpi', (join) =>
      join
        .onRef('kpi.workspace_id', '=', 'assumption.workspace_id')
        .onRef('kpi.id', '=', 'assumption.kpi_id')
        .on('kpi.deleted_at', 'is', null),
    )
    .selectAll('assumption')
    .select([
      'kpi.id as living_kpi_id',
      'kpi.name as kpi_name',
      'kpi.unit as kpi_unit',
      sql<string | null>`(select value from kpi_actual
        where kpi_actual.workspace_id = kpi.workspace_id and kpi_actual.kpi_id = kpi.id
        order by on_date desc limit 1)`.as('actual'),
    ])
    .where('assumption.workspace_id', '=', scope.workspaceId);
}

function benefitRows(scope: Scope) {
  return scope.tx.selectFrom('benefit').selectAll().where('workspace_id', '=', scope.workspaceId);
}

function costItemRows(scope: Scope) {
  return scope.tx
    .selectFrom('cost_item')
    .leftJoin('role', (join) =>
      join
        .onRef('role.workspace_id', '=', 'cost_item.workspace_id')
        .onRef('role.id', '=', 'cost_item.role_id'),
    )
    .selectAll('cost_item')
    .select('role.name as role_name')
    .where('cost_item.workspace_id', '=', scope.workspaceId);
}

function stakeholderRows(scope: Scope) {
  return scope.tx
    .selectFrom('stakeholder')
    .leftJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'stakeholder.workspace_id')
        .onRef('person.id', '=', 'stakeholder.person_id'),
    )
    .selectAll('stakeholder')
    .select('person.name as person_name')
    .where('stakeholder.workspace_id', '=', scope.workspaceId);
}
