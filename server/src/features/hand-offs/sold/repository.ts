import type { HandOffDeal } from '@evenkeel/core/deals/hand-off';
import type { DealOutcome } from '@evenkeel/core/deals/pipeline';
import type { DealId, PersonId, RoleId, TeamId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { integer, referenceOf } from '../../../platform/db/values.ts';
import { readSoldParts } from './parts/repository.ts';

/** A deal as the hand-off sees it, and whether it still stands as won. */
export type SoldDeal = {
  readonly deal: HandOffDeal;
  readonly outcome: DealOutcome;
  readonly isDeleted: boolean;
};

export async function findSoldDeal(scope: Scope, id: DealId): Promise<SoldDeal | undefined> {
  const row = await dealRow(scope, id);
  if (!row) return undefined;
  return {
    outcome: row.outcome,
    isDeleted: row.deleted_at !== null,
    deal: {
      id: row.id,
      number: row.number,
      name: row.name,
      account: referenceOf(row.account_id, row.account_name),
      product: referenceOf(row.product_id, row.product_name),
      owner: referenceOf(row.owner_id, row.owner_name),
      value: integer(row.value),
      openedOn: row.opened_on,
      stageSince: row.stage_since,
      closeOn: row.close_on,
      contractSignedOn: row.contract_signed_on,
      nextStep: row.next_step,
      notes: row.notes,
      scope: row.scope,
      deliveryStartOn: row.delivery_start_on,
      deliveryEndOn: row.delivery_end_on,
      templateId: row.template_id,
      nextStepOn: row.next_step_on,
      reason: row.reason_name,
      contest: row.contest,
      ...(await readSoldParts(scope, id)),
      demand: await listDemand(scope, id),
    },
  };
}

/** Names of people and teams that are not in the trash, by id. */
export async function listNames(
  scope: Scope,
  ids: readonly (PersonId | TeamId)[],
): Promise<Map<string, string>> {
  const list = sql`any(${[...ids]}::uuid[])`;
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person where id = ${list} and deleted_at is null
    union all select id, name from team where id = ${list}`.execute(scope.tx);
  return new Map(rows.map((row) => [row.id, row.name]));
}

async function listDemand(
  scope: Scope,
  id: DealId,
): Promise<{ roleId: RoleId; minutes: number }[]> {
  const rows = await scope.tx
    .selectFrom('deal_demand')
    .select(['role_id', 'minutes'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('deal_id', '=', id)
    .orderBy('role_id')
    .limit(100)
    .execute();
  return rows.map((row) => ({ roleId: row.role_id, minutes: row.minutes }));
}

function dealRow(scope: Scope, id: DealId) {
  return scope.tx
    .selectFrom('deal')
    .innerJoin('stage', (join) =>
      join
        .onRef('stage.workspace_id', '=', 'deal.workspace_id')
        .onRef('stage.id', '=', 'deal.stage_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'deal.workspace_id')
        .onRef('account.id', '=', 'deal.account_id'),
    )
    .leftJoin('product', (join) =>
      join
        .onRef('product.workspace_id', '=', 'deal.workspace_id')
        .onRef('product.id', '=', 'deal.product_id'),
    )
    .leftJoin('deal_reason', (join) =>
      join
        .onRef('deal_reason.workspace_id', '=', 'deal.workspace_id')
        .onRef('deal_reason.id', '=', 'deal.reason_id'),
    )
    .leftJoin('person as owner', (join) =>
      join
        .onRef('owner.workspace_id', '=', 'deal.workspace_id')
        .onRef('owner.id', '=', 'deal.owner_id'),
    )
    .where('deal.workspace_id', '=', scope.workspaceId)
    .where('deal.id', '=', id)
    .selectAll('deal')
    .select([
      'stage.outcome',
      'account.name as account_name',
      'product.name as product_name',
      'deal_reason.name as reason_name',
      'owner.name as owner_name',
    ])
    .executeTakeFirst();
}
