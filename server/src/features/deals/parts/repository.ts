import type { dealCompetitor, dealLine, dealStakeholder } from '@evenkeel/contract/deal-parts';
import type { CustomerGoalId, CustomerInitiativeId, DealId, Id } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

export type Parts = Awaited<ReturnType<typeof readParts>>;

/** Everything that hangs on a deal, in its order. */
export async function readParts(scope: Scope, dealId: DealId) {
  return {
    lines: await listLines(scope, dealId),
    stakeholders: await listStakeholders(scope, dealId),
    competitors: await listCompetitors(scope, dealId),
    customerGoals: await listServed(scope, dealId, 'customer_goal'),
    customerInitiatives: await listServed(scope, dealId, 'customer_initiative'),
  };
}

export async function replaceLines(
  scope: Scope,
  dealId: DealId,
  lines: readonly z.infer<typeof dealLine>[],
): Promise<void> {
  await scope.tx.deleteFrom('deal_line').where('deal_id', '=', dealId).execute();
  if (lines.length === 0) return;
  const rows = lines.map((line, position) => ({
    ...own(scope, dealId, newId<Id<'deal-line'>>()),
    position,
    product_id: line.productId,
    name: line.name,
    quantity: line.quantity,
    unit_price: line.unitPrice,
  }));
  await scope.tx.insertInto('deal_line').values(rows).execute();
}

export async function replaceStakeholders(
  scope: Scope,
  dealId: DealId,
  stakeholders: readonly z.infer<typeof dealStakeholder>[],
): Promise<void> {
  await scope.tx.deleteFrom('deal_stakeholder').where('deal_id', '=', dealId).execute();
  if (stakeholders.length === 0) return;
  const rows = stakeholders.map(({ contactId, part, note }) => ({
    ...own(scope, dealId, newId<Id<'deal-stakeholder'>>()),
    contact_id: contactId,
    part,
    note,
  }));
  await scope.tx.insertInto('deal_stakeholder').values(rows).execute();
}

export async function replaceCompetitors(
  scope: Scope,
  dealId: DealId,
  competitors: readonly z.infer<typeof dealCompetitor>[],
): Promise<void> {
  await scope.tx.deleteFrom('deal_competitor').where('deal_id', '=', dealId).execute();
  if (competitors.length === 0) return;
  const rows = competitors.map((competitor, position) => ({
    ...own(scope, dealId, newId<Id<'deal-competitor'>>()),
    position,
    ...competitor,
  }));
  await scope.tx.insertInto('deal_competitor').values(rows).execute();
}

export async function replaceServed(
  scope: Scope,
  dealId: DealId,
  served: {
    readonly goalIds: readonly CustomerGoalId[];
    readonly initiativeIds: readonly CustomerInitiativeId[];
  },
): Promise<void> {
  await scope.tx.deleteFrom('deal_customer_goal').where('deal_id', '=', dealId).execute();
  await scope.tx.deleteFrom('deal_customer_initiative').where('deal_id', '=', dealId).execute();
  if (served.goalIds.length > 0) {
    const rows = served.goalIds.map((id) => ({
      ...own(scope, dealId, newId<Id<'deal-customer-goal'>>()),
      customer_goal_id: id,
    }));
    await scope.tx.insertInto('deal_customer_goal').values(rows).execute();
  }
  if (served.initiativeIds.length > 0) {
    const rows = served.initiativeIds.map((id) => ({
      ...own(scope, dealId, newId<Id<'deal-customer-initiative'>>()),
      customer_initiative_id: id,
    }));
    await scope.tx.insertInto('deal_customer_initiative').values(rows).execute();
  }
}

/** Those of the ids that stand in the table and not in the trash. */
export async function knownIds(
  scope: Scope,
  table: 'contact' | 'product' | 'customer_goal' | 'customer_initiative',
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)}
    where workspace_id = ${scope.workspaceId} and id = any(${[...ids]}::uuid[]) and deleted_at is null
  `.execute(scope.tx);
  return new Set(rows.map((row) => row.id));
}

function listLines(scope: Scope, dealId: DealId) {
  return scope.tx
    .selectFrom('deal_line')
    .leftJoin('product', (join) =>
      join
        .onRef('product.workspace_id', '=', 'deal_line.workspace_id')
        .onRef('product.id', '=', 'deal_line.product_id'),
    )
    .select([
      'deal_line.product_id',
      'product.name as product_name',
      'deal_line.name',
      'deal_line.quantity',
      'deal_line.unit_price',
    ])
    .where('deal_line.workspace_id', '=', scope.workspaceId)
    .where('deal_line.deal_id', '=', dealId)
    .orderBy('deal_line.position')
    .orderBy('deal_line.id')
    .limit(200)
    .execute();
}

function listStakeholders(scope: Scope, dealId: DealId) {
  return scope.tx
    .selectFrom('deal_stakeholder')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'deal_stakeholder.workspace_id')
        .onRef('contact.id', '=', 'deal_stakeholder.contact_id'),
    )
    .select([
      'deal_stakeholder.contact_id',
      'contact.name as contact_name',
      'contact.job_title',
      'deal_stakeholder.part',
      'deal_stakeholder.note',
    ])
    .where('deal_stakeholder.workspace_id', '=', scope.workspaceId)
    .where('deal_stakeholder.deal_id', '=', dealId)
    .orderBy('contact.name')
    .orderBy('deal_stakeholder.id')
    .limit(100)
    .execute();
}

function listCompetitors(scope: Scope, dealId: DealId) {
  return scope.tx
    .selectFrom('deal_competitor')
    .select(['name', 'feature', 'function', 'price', 'performance', 'note'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('deal_id', '=', dealId)
    .orderBy('position')
    .orderBy('id')
    .limit(30)
    .execute();
}

async function listServed<Table extends 'customer_goal' | 'customer_initiative'>(
  scope: Scope,
  dealId: DealId,
  table: Table,
) {
  type Served = {
    readonly id: Table extends 'customer_goal' ? CustomerGoalId : CustomerInitiativeId;
    readonly name: string;
  };
  const { rows } = await sql<Served>`
    select served.id, served.name from ${sql.table(`deal_${table}`)} link
    join ${sql.table(table)} served on served.workspace_id = link.workspace_id
      and served.id = ${sql.ref(`link.${table}_id`)}
    where link.workspace_id = ${scope.workspaceId} and link.deal_id = ${dealId}
      and served.deleted_at is null
    order by served.number limit 100`.execute(scope.tx);
  return rows;
}

function own<I>(scope: Scope, dealId: DealId, id: I) {
  return { workspace_id: scope.workspaceId, id, deal_id: dealId };
}
