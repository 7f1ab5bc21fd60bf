import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ContractTerms } from '@evenkeel/core/deals/contract';
import type { ContractId, DealId, QuoteId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { columnsOf } from '../../../platform/db/columns.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { translateUnique } from '../../../platform/db/unique.ts';
import { versioned } from '../../../platform/db/versioned.ts';
import { newId } from '../../../platform/ids.ts';

export type ContractRecord = NonNullable<Awaited<ReturnType<typeof findContract>>>;
export type ContractFields = {
  readonly terms?: ContractTerms | undefined;
  readonly value?: number | null | undefined;
  readonly startOn?: CalendarDate | null | undefined;
  readonly endOn?: CalendarDate | null | undefined;
  readonly quoteId?: QuoteId | null | undefined;
  readonly reference?: string | undefined;
  readonly notes?: string | undefined;
};

export function findContract(scope: Scope, by: { id: ContractId } | { dealId: DealId }) {
  const query = scope.tx
    .selectFrom('contract')
    .innerJoin('deal', (join) =>
      join
        .onRef('deal.workspace_id', '=', 'contract.workspace_id')
        .onRef('deal.id', '=', 'contract.deal_id'),
    )
    .leftJoin('quote', (join) =>
      join
        .onRef('quote.workspace_id', '=', 'contract.workspace_id')
        .onRef('quote.id', '=', 'contract.quote_id'),
    )
    .where('contract.workspace_id', '=', scope.workspaceId)
    .select([
      'contract.id',
      'contract.version',
      'contract.deal_id',
      'deal.contract_signed_on',
      'contract.terms',
      'contract.value',
      'contract.start_on',
      'contract.end_on',
      'contract.quote_id',
      'quote.year',
      'quote.number',
      'quote.revision',
      'contract.reference',
      'contract.notes',
    ]);
  return 'id' in by
    ? query.where('contract.id', '=', by.id).executeTakeFirst()
    : query.where('contract.deal_id', '=', by.dealId).executeTakeFirst();
}

export async function insertContract(
  scope: Scope,
  dealId: DealId,
  { terms = 'fixed-price', ...fields }: ContractFields,
): Promise<ContractId> {
  const id = newId<ContractId>();
  const write = scope.tx
    .insertInto('contract')
    .values({
      workspace_id: scope.workspaceId,
      id,
      deal_id: dealId,
      terms,
      ...columnsOf(fields),
    })
    .execute();
  await translateUnique(write, {
    contract_workspace_id_deal_id_key: {
      path: ['dealId'],
      message: 'has its contract written down already',
    },
  });
  return id;
}

export async function updateContract(
  scope: Scope,
  { id, version }: { readonly id: ContractId; readonly version: number },
  change: ContractFields,
): Promise<void> {
  const written = await scope.tx
    .updateTable('contract')
    .set({ notes: sql.ref('notes'), ...columnsOf(change) })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => Boolean(await findContract(scope, { id })));
}

/** Deletes a contract. Whether there was one to delete. */
export async function deleteContract(scope: Scope, id: ContractId): Promise<boolean> {
  const gone = await scope.tx
    .deleteFrom('contract')
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** The quote of a deal that was agreed, and whether another of its quotes is named. */
export async function findQuoteOf(scope: Scope, dealId: DealId, id: QuoteId | null) {
  const query = scope.tx
    .selectFrom('quote')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('deal_id', '=', dealId);
  return id === null
    ? query.where('state', '=', 'accepted').executeTakeFirst()
    : query.where('id', '=', id).executeTakeFirst();
}
