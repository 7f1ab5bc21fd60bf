import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { handOffs } from '@evenkeel/contract/hand-offs';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { HandOffState } from '@evenkeel/core/deals/hand-off';
import type { DealId, HandOffId, ProjectId, TemplateId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { insertRows } from '../../platform/db/insert-rows.ts';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  proposedAt: { by: sql.ref('hand_off.proposed_at'), type: 'timestamptz' },
  account: { by: sql.ref('account.name'), type: 'text' },
  deal: { by: sql.ref('deal.name'), type: 'text' },
};

export type HandOffRecord = Awaited<ReturnType<typeof findHandOff>> & object;
export type ListedHandOff = Omit<
  Awaited<ReturnType<typeof listHandOffs>>['rows'][number],
  'sort_value'
>;

export function listHandOffs(scope: Scope, request: QueryOf<typeof handOffs.list>) {
  const states = request.state ?? ['proposed' as const];
  let query = handOffRows(scope).where('hand_off.state', 'in', states);
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('hand_off.id', 'in', request.ids as HandOffId[]);
  if (request.search)
    query = query.where(containing(['deal.name', 'account.name'], request.search));
  return readPage(query, request, sortKeys, sql<string>`hand_off.id`);
}

export function findHandOff(scope: Scope, id: HandOffId) {
  return handOffRows(scope).where('hand_off.id', '=', id).executeTakeFirst();
}

export function findHandOffOfDeal(scope: Scope, dealId: DealId) {
  return handOffRows(scope).where('hand_off.deal_id', '=', dealId).executeTakeFirst();
}

/** Proposes the hand-off of a deal; one that stands already stays as it is. */
export async function insertHandOff(
  scope: Scope,
  dealId: DealId,
  templateId: TemplateId | null,
): Promise<void> {
  await scope.tx
    .insertInto('hand_off')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<HandOffId>(),
      deal_id: dealId,
      state: 'proposed',
      template_id: templateId,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'deal_id']).doNothing())
    .execute();
}

export async function updateHandOff(
  scope: Scope,
  id: HandOffId,
  version: number,
  decision: {
    readonly state: HandOffState;
    readonly projectId: ProjectId | null;
    readonly returnReason: string;
  },
): Promise<void> {
  const isOpen = decision.state === 'proposed';
  const written = await scope.tx
    .updateTable('hand_off')
    .set({
      state: decision.state,
      project_id: decision.projectId,
      return_reason: decision.returnReason,
      decided_at: isOpen ? null : scope.now,
      decided_by: isOpen ? null : scope.actor.memberId,
      ...(isOpen ? { proposed_at: scope.now.toISOString() } : {}),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => (await findHandOff(scope, id)) !== undefined);
}

export async function deleteHandOff(scope: Scope, id: HandOffId, version: number): Promise<void> {
  const gone = await scope.tx
    .deleteFrom('hand_off')
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(gone, async () => true);
}

/** Takes back hand-offs that were proposed and not decided yet. */
export async function deleteHandOffs(scope: Scope, ids: readonly HandOffId[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from hand_off where workspace_id = ${scope.workspaceId} and state = 'proposed'
    and id = any(${[...ids]}::uuid[])`.execute(scope.tx);
}

/** Proposes the hand-offs of those deals that are won, were signed on the day or later and have none. */
export async function proposeSigned(
  scope: Scope,
  dealIds: readonly DealId[],
  from: CalendarDate,
): Promise<void> {
  const { rows } = await sql<{ id: DealId; template_id: TemplateId | null }>`
    select d.id, d.template_id from deal d
    join stage s on s.workspace_id = d.workspace_id and s.id = d.stage_id and s.outcome = 'won'
    where d.workspace_id = ${scope.workspaceId} and d.id = any(${[...dealIds]}::uuid[])
      and d.deleted_at is null and d.contract_signed_on >= ${from}
      and not exists (select from hand_off h where h.workspace_id = d.workspace_id and h.deal_id = d.id)
    order by d.id`.execute(scope.tx);
  await insertRows(
    scope,
    'hand_off',
    rows.map((row) => ({
      id: newId<HandOffId>(),
      version: 1,
      created_at: scope.now,
      updated_at: scope.now,
      deal_id: row.id,
      state: 'proposed',
      template_id: row.template_id,
      return_reason: '',
      proposed_at: scope.now,
    })),
  );
}

function handOffRows(scope: Scope) {
  return scope.tx
    .selectFrom('hand_off')
    .innerJoin('deal', (join) =>
      join
        .onRef('deal.workspace_id', '=', 'hand_off.workspace_id')
        .onRef('deal.id', '=', 'hand_off.deal_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'deal.workspace_id')
        .onRef('account.id', '=', 'deal.account_id'),
    )
    .leftJoin('person as owner', (join) =>
      join
        .onRef('owner.workspace_id', '=', 'deal.workspace_id')
        .onRef('owner.id', '=', 'deal.owner_id'),
    )
    .leftJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'hand_off.workspace_id')
        .onRef('project.id', '=', 'hand_off.project_id'),
    )
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'hand_off.workspace_id')
        .onRef('member.id', '=', 'hand_off.decided_by'),
    )
    .where('hand_off.workspace_id', '=', scope.workspaceId)
    .select([
      'hand_off.id',
      'hand_off.version',
      'hand_off.state',
      'hand_off.deal_id',
      'hand_off.project_id',
      'hand_off.return_reason',
      'hand_off.proposed_at',
      'hand_off.decided_at',
      'hand_off.decided_by',
      'deal.number as deal_number',
      'deal.name as deal_name',
      'deal.value as deal_value',
      'deal.account_id',
      'account.name as account_name',
      'deal.owner_id',
      'owner.name as owner_name',
      'project.name as project_name',
      'project.deleted_at as project_deleted_at',
      'member.name as decided_by_name',
    ]);
}
