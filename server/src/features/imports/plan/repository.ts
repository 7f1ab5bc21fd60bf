import type { CellValue, ExistingRecord } from '@evenkeel/core/imports/plan-context';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { optionalInteger } from '../../../platform/db/values.ts';

/** Most records of one kind that names are matched against. */
const mostRecords = 500_000;

/** Counts up with every change of the workspace: the same number, the same state. */
export async function lastChange(scope: Scope): Promise<string> {
  const row = await scope.tx
    .selectFrom('change')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? '0';
}

export async function existingTeams(scope: Scope): Promise<ExistingRecord[]> {
  const rows = await scope.tx
    .selectFrom('team')
    .select(['id', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('id')
    .limit(mostRecords)
    .execute();
  return rows.map((row) => recordOf(row, {}));
}

/** The stages of the default pipeline: imported deals go there. */
export async function existingStages(scope: Scope): Promise<ExistingRecord[]> {
  const rows = await scope.tx
    .selectFrom('stage')
    .innerJoin('pipeline', (join) =>
      join
        .onRef('pipeline.workspace_id', '=', 'stage.workspace_id')
        .onRef('pipeline.id', '=', 'stage.pipeline_id')
        .on('pipeline.is_default', '=', true),
    )
    .select(['stage.id', 'stage.name', 'stage.outcome', 'stage.probability', 'stage.position'])
    .where('stage.workspace_id', '=', scope.workspaceId)
    .orderBy('stage.position')
    .orderBy('stage.id')
    .limit(1000)
    .execute();
  return rows.map(({ outcome, probability, position, ...row }) =>
    recordOf(row, { outcome, probability, position }),
  );
}

export async function existingPeople(scope: Scope): Promise<ExistingRecord[]> {
  const rows = await scope.tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'team_id', 'manager_id', 'deleted_at'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('id')
    .limit(mostRecords)
    .execute();
  return rows.map((row) =>
    recordOf(row, { email: row.email, team: row.team_id, manager: row.manager_id }),
  );
}

export async function existingProducts(scope: Scope): Promise<ExistingRecord[]> {
  const rows = await scope.tx
    .selectFrom('product')
    .select(['id', 'name', 'series', 'price', 'deleted_at'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('id')
    .limit(mostRecords)
    .execute();
  return rows.map((row) =>
    recordOf(row, { series: row.series, price: optionalInteger(row.price) }),
  );
}

export async function existingAccounts(scope: Scope): Promise<ExistingRecord[]> {
  const rows = await scope.tx
    .selectFrom('account')
    .select([
      'id',
      'name',
      'sector',
      'country',
      'employees',
      'annual_revenue',
      'founded_year',
      'website',
      'notes',
      'parent_id',
      'owner_id',
      'external_key',
      'deleted_at',
    ])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('id')
    .limit(mostRecords)
    .execute();
  return rows.map((row) =>
    recordOf(row, {
      sector: row.sector,
      country: row.country,
      employees: row.employees,
      annualRevenue: optionalInteger(row.annual_revenue),
      foundedYear: row.founded_year,
      website: row.website,
      notes: row.notes,
      parent: row.parent_id,
      owner: row.owner_id,
    }),
  );
}

/** The deals that bear one of these keys. */
export async function existingDeals(
  scope: Scope,
  keys: readonly string[],
): Promise<ExistingRecord[]> {
  const rows = await scope.tx
    .selectFrom('deal')
    .leftJoin('deal_reason', (join) =>
      join
        .onRef('deal_reason.workspace_id', '=', 'deal.workspace_id')
        .onRef('deal_reason.id', '=', 'deal.reason_id'),
    )
    .select([
      'deal.id',
      'deal.name',
      'account_id',
      'product_id',
      'owner_id',
      'stage_id',
      'value',
      'opened_on',
      'close_on',
      'contract_signed_on',
      // What came as text may have become a reason of the list.
      sql<string | null>`coalesce(deal.lost_reason, deal_reason.name)`.as('lost_reason'),
      'next_step',
      'notes',
      'external_key',
      'deleted_at',
    ])
    .where('deal.workspace_id', '=', scope.workspaceId)
    .where('external_key', '=', sql<string>`any(${[...keys]}::text[])`)
    .execute();
  return rows.map((row) =>
    recordOf(row, {
      account: row.account_id,
      product: row.product_id,
      owner: row.owner_id,
      stage: row.stage_id,
      value: optionalInteger(row.value),
      openedOn: row.opened_on,
      closeOn: row.close_on,
      contractSignedOn: row.contract_signed_on,
      lostReason: row.lost_reason,
      nextStep: row.next_step,
      notes: row.notes,
    }),
  );
}

function recordOf(
  row: { id: string; name: string; external_key?: string | null; deleted_at?: Date | null },
  values: Record<string, CellValue>,
): ExistingRecord {
  const externalKey = row.external_key ?? null;
  return {
    id: row.id,
    name: row.name,
    externalKey,
    isTrashed: (row.deleted_at ?? null) !== null,
    values: { name: row.name, externalKey, ...values },
  };
}
