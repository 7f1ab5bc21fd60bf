import type { dealChange, dealDraft, deals, demandLine } from '@evenkeel/contract/deals';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { DealId, Id, StageId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { z } from 'zod';
import { columnsOf } from '../../platform/db/columns.ts';
import { nextNumbers } from '../../platform/db/numbers.ts';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  number: { by: sql.ref('deal.number'), type: 'int' },
  name: { by: sql.ref('deal.name'), type: 'text' },
  account: { by: sql.ref('account.name'), type: 'text' },
  owner: { by: sql.ref('owner.name'), type: 'text' },
  stage: { by: sql.ref('stage.position'), type: 'int' },
  value: { by: sql.ref('deal.value'), type: 'bigint' },
  openedOn: { by: sql.ref('deal.opened_on'), type: 'date' },
  closeOn: { by: sql.ref('deal.close_on'), type: 'date' },
};

export type DealRecord = Awaited<ReturnType<typeof findDeal>> & object;

export function listDeals(scope: Scope, request: QueryOf<typeof deals.list>) {
  let query = dealRows(scope).where('deal.deleted_at', 'is', null);
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('deal.id', 'in', request.ids as DealId[]);
  if (request.search) {
    query = query.where(
      containing(['deal.name', 'account.name', 'deal.next_step'], request.search),
    );
  }
  if (request.pipelineId) query = query.where('stage.pipeline_id', 'in', request.pipelineId);
  if (request.productId) query = query.where('deal.product_id', 'in', request.productId);
  if (request.stageId) query = query.where('deal.stage_id', 'in', request.stageId);
  if (request.ownerId) query = query.where('deal.owner_id', 'in', request.ownerId);
  if (request.accountId) query = query.where('deal.account_id', 'in', request.accountId);
  if (request.outcome) query = query.where('stage.outcome', 'in', request.outcome);
  if (request.closeFrom) query = query.where('deal.close_on', '>=', request.closeFrom);
  if (request.closeTo) query = query.where('deal.close_on', '<=', request.closeTo);
  if (request.valueFrom !== undefined)
    query = query.where('deal.value', '>=', String(request.valueFrom));
  if (request.valueTo !== undefined)
    query = query.where('deal.value', '<=', String(request.valueTo));
  return readPage(query, request, sortKeys, sql<string>`deal.id`);
}

/** One deal, also from the trash. */
export function findDeal(scope: Scope, id: DealId) {
  return dealRows(scope)
    .leftJoin('hand_off', (join) =>
      join
        .onRef('hand_off.workspace_id', '=', 'deal.workspace_id')
        .onRef('hand_off.deal_id', '=', 'deal.id'),
    )
    .select([
      'deal.lost_reason',
      'deal.notes',
      'deal.scope',
      'deal.delivery_start_on',
      'deal.delivery_end_on',
      'deal.template_id',
      'deal.created_at',
      'deal.deleted_at',
      'hand_off.id as hand_off_id',
      'hand_off.state as hand_off_state',
      'hand_off.project_id',
      'hand_off.return_reason',
    ])
    .where('deal.id', '=', id)
    .executeTakeFirst();
}

export function listDemand(scope: Scope, dealId: DealId) {
  return scope.tx
    .selectFrom('deal_demand')
    .innerJoin('role', (join) =>
      join
        .onRef('role.workspace_id', '=', 'deal_demand.workspace_id')
        .onRef('role.id', '=', 'deal_demand.role_id'),
    )
    .select(['deal_demand.role_id', 'deal_demand.minutes', 'role.name as role_name'])
    .where('deal_demand.deal_id', '=', dealId)
    .orderBy('role.name')
    .orderBy('deal_demand.role_id')
    .limit(100)
    .execute();
}

export async function insertDeal(
  scope: Scope,
  draft: z.infer<typeof dealDraft> & { stageId: StageId },
): Promise<DealId> {
  const id = newId<DealId>();
  const { name, stageId, openedOn, value, ...rest } = draft;
  await scope.tx
    .insertInto('deal')
    .values({
      workspace_id: scope.workspaceId,
      id,
      number: await nextNumbers(scope, 'deal'),
      name,
      stage_id: stageId,
      stage_since: scope.today,
      opened_on: openedOn ?? scope.today,
      touched_on: scope.today,
      value: value ?? 0,
      ...columnsOf(rest),
    })
    .execute();
  return id;
}

export async function updateDeal(
  scope: Scope,
  id: DealId,
  version: number,
  change: z.infer<typeof dealChange> & {
    stageId?: StageId;
    stageSince?: CalendarDate;
    lostReason?: string | null;
    reasonId?: Id<'deal-reason'> | null;
  },
): Promise<void> {
  await updateRecord(
    scope,
    'deal',
    { id, version },
    { ...columnsOf(change), touched_on: scope.today },
  );
}

/** Replaces the hours that a deal sells. */
export async function replaceDemand(
  scope: Scope,
  dealId: DealId,
  lines: readonly z.infer<typeof demandLine>[],
): Promise<void> {
  await scope.tx.deleteFrom('deal_demand').where('deal_id', '=', dealId).execute();
  if (lines.length === 0) return;
  await scope.tx
    .insertInto('deal_demand')
    .values(
      lines.map((line) => ({
        workspace_id: scope.workspaceId,
        id: newId<Id<'deal-demand'>>(),
        deal_id: dealId,
        role_id: line.roleId,
        minutes: line.minutes,
      })),
    )
    .execute();
}

/** Notes that a deal was worked on today. */
export async function touchDeal(scope: Scope, id: DealId): Promise<void> {
  await scope.tx
    .updateTable('deal')
    .set({ touched_on: scope.today })
    .where('id', '=', id)
    .where('touched_on', 'is distinct from', scope.today)
    .execute();
}

/** Moves a deal into the trash or out of it. Whether there was one to move. */
export async function setDealDeleted(
  scope: Scope,
  id: DealId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'deal', id, isDeleted);
}

function dealRows(scope: Scope) {
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
    .select([
      'deal.id',
      'deal.number',
      'deal.version',
      'deal.name',
      'deal.account_id',
      'account.name as account_name',
      'deal.product_id',
      'product.name as product_name',
      'deal.owner_id',
      'owner.name as owner_name',
      'deal.stage_id',
      'stage.pipeline_id',
      'deal.value',
      'deal.opened_on',
      'deal.close_on',
      'deal.contract_signed_on',
      'deal.next_step',
      'deal.next_step_on',
      'deal.stage_since',
      'deal.touched_on',
      'deal.reason_id',
      'deal_reason.name as reason_name',
      'deal.contest',
      'stage.outcome',
      'stage.quiet_after_days',
      spokenOn(scope).as('spoken_on'),
    ]);
}

/** The last day on which somebody spoke with the customer about a deal that is still open. */
function spokenOn(scope: Scope) {
  return sql<CalendarDate | null>`case when stage.outcome = 'open' then (
    select max(interaction.on_date) from interaction
    where interaction.workspace_id = deal.workspace_id and interaction.deal_id = deal.id
      and interaction.kind <> 'note' and interaction.deleted_at is null
      and interaction.on_date <= ${scope.today}) end`;
}
