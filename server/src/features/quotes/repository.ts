import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { QuoteLineDraft, quotes } from '@evenkeel/contract/quotes';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { WrittenQuoteState } from '@evenkeel/core/deals/quote';
import type { DealId, Id, QuoteId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { columnsOf } from '../../platform/db/columns.ts';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  quotedOn: { by: sql.ref('quote.quoted_on'), type: 'date' },
  number: { by: sql`quote.year * 1000000 + quote.number`, type: 'int' },
  deal: { by: sql.ref('deal.name'), type: 'text' },
  account: { by: sql.ref('account.name'), type: 'text' },
};

export type QuoteRecord = NonNullable<Awaited<ReturnType<typeof findQuote>>>;
export type QuoteLineRecord = Awaited<ReturnType<typeof listLines>>[number];

export type QuoteDraft = {
  readonly dealId: DealId;
  readonly year: number;
  readonly number: number;
  readonly revision: number;
  readonly title: string;
  readonly intro: string;
  readonly terms: string;
  readonly validUntil: CalendarDate | null;
  readonly discount: number;
};

export function listQuotes(scope: Scope, request: QueryOf<typeof quotes.list>) {
  let query = quoteRows(scope).where('deal.deleted_at', 'is', null);
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('quote.id', 'in', request.ids as QuoteId[]);
  if (request.dealId) query = query.where('quote.deal_id', 'in', request.dealId);
  if (request.search) {
    query = query.where(containing(['quote.title', 'deal.name', 'account.name'], request.search));
  }
  return readPage(query, request, sortKeys, sql<string>`quote.id`);
}

export function findQuote(scope: Scope, id: QuoteId) {
  return quoteRows(scope).where('quote.id', '=', id).executeTakeFirst();
}

/** The lines of some quotes, in order. */
export function listLines(scope: Scope, ids: readonly QuoteId[]) {
  return scope.tx
    .selectFrom('quote_line')
    .leftJoin('role', (join) =>
      join
        .onRef('role.workspace_id', '=', 'quote_line.workspace_id')
        .onRef('role.id', '=', 'quote_line.role_id'),
    )
    .select([
      'quote_line.quote_id',
      'quote_line.kind',
      'quote_line.description',
      'quote_line.role_id',
      'role.name as role_name',
      'quote_line.minutes',
      'quote_line.rate',
      'quote_line.quantity',
      'quote_line.unit_price',
      'quote_line.discount',
      'quote_line.tax',
    ])
    .where('quote_line.workspace_id', '=', scope.workspaceId)
    .where('quote_line.quote_id', '=', sql<QuoteId>`any(${[...ids]}::uuid[])`)
    .orderBy('quote_line.quote_id')
    .orderBy('quote_line.position')
    .limit(100_000)
    .execute();
}

export async function insertQuote(scope: Scope, draft: QuoteDraft): Promise<QuoteId> {
  const id = newId<QuoteId>();
  await scope.tx
    .insertInto('quote')
    .values({
      workspace_id: scope.workspaceId,
      id,
      deal_id: draft.dealId,
      year: draft.year,
      number: draft.number,
      revision: draft.revision,
      title: draft.title,
      intro: draft.intro,
      terms: draft.terms,
      quoted_on: scope.today,
      valid_until: draft.validUntil,
      discount: draft.discount,
    })
    .execute();
  return id;
}

export async function updateQuote(
  scope: Scope,
  { id, version }: { readonly id: QuoteId; readonly version: number },
  change: {
    readonly title?: string | undefined;
    readonly intro?: string | undefined;
    readonly terms?: string | undefined;
    readonly validUntil?: CalendarDate | null | undefined;
    readonly discount?: number | undefined;
    readonly state?: WrittenQuoteState | undefined;
    readonly quotedOn?: CalendarDate | undefined;
    readonly decidedOn?: CalendarDate | null | undefined;
    readonly declineReason?: string | undefined;
  },
): Promise<void> {
  const written = await scope.tx
    .updateTable('quote')
    .set({ title: sql.ref('title'), ...columnsOf(change) })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => Boolean(await findQuote(scope, id)));
}

/** A quote that was agreed before gives way to another of the same deal. */
export async function replaceAccepted(scope: Scope, dealId: DealId, reason: string): Promise<void> {
  await scope.tx
    .updateTable('quote')
    .set({ state: 'declined', decline_reason: reason })
    .where('workspace_id', '=', scope.workspaceId)
    .where('deal_id', '=', dealId)
    .where('state', '=', 'accepted')
    .execute();
}

export async function replaceLines(
  scope: Scope,
  quote: { readonly id: QuoteId; readonly dealId: DealId },
  lines: readonly QuoteLineDraft[],
): Promise<void> {
  await scope.tx.deleteFrom('quote_line').where('quote_id', '=', quote.id).execute();
  if (lines.length === 0) return;
  const rows = lines.map((line, position) => ({
    workspace_id: scope.workspaceId,
    id: newId<Id<'quote-line'>>(),
    deal_id: quote.dealId,
    quote_id: quote.id,
    position,
    kind: line.kind,
    description: line.description,
    discount: line.discount,
    tax: line.tax,
    ...(line.kind === 'hours'
      ? { role_id: line.roleId, minutes: line.minutes, rate: line.rate }
      : { quantity: line.quantity, unit_price: line.unitPrice }),
  }));
  for (const row of rows) await scope.tx.insertInto('quote_line').values(row).execute();
}

/** The next version of a number. */
export async function nextRevision(
  scope: Scope,
  quote: { readonly year: number; readonly number: number },
): Promise<number> {
  const row = await scope.tx
    .selectFrom('quote')
    .select(sql<number>`max(revision)`.as('last'))
    .where('workspace_id', '=', scope.workspaceId)
    .where('year', '=', quote.year)
    .where('number', '=', quote.number)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** The tax of the line that was written last in the workspace: what the next one most likely has. */
export async function usualTax(scope: Scope): Promise<number> {
  const row = await scope.tx
    .selectFrom('quote_line')
    .select('tax')
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.tax ?? 0;
}

export async function deleteQuote(scope: Scope, id: QuoteId): Promise<void> {
  await scope.tx.deleteFrom('quote').where('id', '=', id).execute();
}

export async function firmName(scope: Scope): Promise<string> {
  const row = await scope.tx
    .selectFrom('workspace')
    .select('name')
    .where('id', '=', scope.workspaceId)
    .executeTakeFirstOrThrow();
  return row.name;
}

/** Roles that stand here. */
export async function knownRoles(scope: Scope, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from role where workspace_id = ${scope.workspaceId}
      and id = any(${[...ids]}::uuid[])`.execute(scope.tx);
  return new Set(rows.map((row) => row.id));
}

function quoteRows(scope: Scope) {
  return scope.tx
    .selectFrom('quote')
    .innerJoin('deal', (join) =>
      join
        .onRef('deal.workspace_id', '=', 'quote.workspace_id')
        .onRef('deal.id', '=', 'quote.deal_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'deal.workspace_id')
        .onRef('account.id', '=', 'deal.account_id'),
    )
    .where('quote.workspace_id', '=', scope.workspaceId)
    .select([
      'quote.id',
      'quote.version',
      'quote.deal_id',
      'deal.name as deal_name',
      'deal.account_id',
      'account.name as account_name',
      'quote.year',
      'quote.number',
      'quote.revision',
      'quote.state',
      'quote.title',
      'quote.intro',
      'quote.terms',
      'quote.quoted_on',
      'quote.valid_until',
      'quote.discount',
      'quote.decided_on',
      'quote.decline_reason',
      sql<boolean>`not exists (select from quote later where later.workspace_id = quote.workspace_id
        and later.year = quote.year and later.number = quote.number
        and later.revision > quote.revision)`.as('is_latest'),
    ]);
}
