import type { HandOffDeal } from '@evenkeel/core/deals/hand-off';
import type { SoldContact, SoldContract, SoldLine } from '@evenkeel/core/deals/hand-off-sold';
import { lineAmount } from '@evenkeel/core/deals/lines';
import { type QuoteLine, quoteNumber, quoteTotals } from '@evenkeel/core/deals/quote';
import type { CustomerGoalId, CustomerInitiativeId, DealId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../../platform/db/scope.ts';
import { integer, optionalInteger } from '../../../../platform/db/values.ts';

type Parts = Pick<
  HandOffDeal,
  | 'lines'
  | 'quote'
  | 'contract'
  | 'stakeholders'
  | 'competitors'
  | 'customerGoals'
  | 'customerInitiatives'
>;

/** Everything that hangs on a deal, as delivery takes it over. */
export async function readSoldParts(scope: Scope, dealId: DealId): Promise<Parts> {
  return {
    lines: await listLines(scope, dealId),
    quote: await acceptedQuote(scope, dealId),
    contract: await findContract(scope, dealId),
    stakeholders: await listStakeholders(scope, dealId),
    competitors: await listCompetitors(scope, dealId),
    customerGoals: await listServed<CustomerGoalId>(scope, dealId, 'customer_goal'),
    customerInitiatives: await listServed<CustomerInitiativeId>(
      scope,
      dealId,
      'customer_initiative',
    ),
  };
}

async function listLines(scope: Scope, dealId: DealId): Promise<SoldLine[]> {
  const rows = await scope.tx
    .selectFrom('deal_line')
    .select(['name', 'quantity', 'unit_price'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('deal_id', '=', dealId)
    .orderBy('position')
    .limit(200)
    .execute();
  return rows.map((row) => {
    const sold = { quantity: Number(row.quantity), unitPrice: integer(row.unit_price) };
    const none = { roleId: null, minutes: null, rate: null };
    return { description: row.name, ...none, ...sold, amount: lineAmount(sold) };
  });
}

/** The quote that was agreed; each line at what it costs after every discount, without tax. */
async function acceptedQuote(scope: Scope, dealId: DealId): Promise<HandOffDeal['quote']> {
  const quote = await scope.tx
    .selectFrom('quote')
    .select(['id', 'year', 'number', 'revision', 'discount'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('deal_id', '=', dealId)
    .where('state', '=', 'accepted')
    .executeTakeFirst();
  if (!quote) return null;
  const rows = await scope.tx
    .selectFrom('quote_line')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where('quote_id', '=', quote.id)
    .orderBy('position')
    .limit(200)
    .execute();
  const lines = rows.map((row) => ({
    row,
    minutes: row.minutes,
    rate: optionalInteger(row.rate),
    quantity: row.quantity === null ? null : Number(row.quantity),
    unitPrice: optionalInteger(row.unit_price),
  }));
  const totals = quoteTotals({
    discount: quote.discount,
    lines: lines.map(({ row, minutes, rate, quantity, unitPrice }): QuoteLine => {
      const shared = { discount: row.discount, tax: row.tax };
      return row.kind === 'hours'
        ? { kind: 'hours', minutes: minutes ?? 0, rate: rate ?? 0, ...shared }
        : { kind: 'fixed', quantity: quantity ?? 0, unitPrice: unitPrice ?? 0, ...shared };
    }),
  });
  return {
    id: quote.id,
    name: quoteNumber(quote),
    lines: lines.map(({ row, ...line }, index) => ({
      description: row.description,
      roleId: row.role_id,
      ...line,
      amount: totals.lines[index]?.taxable ?? 0,
    })),
  };
}

async function findContract(scope: Scope, dealId: DealId): Promise<SoldContract | null> {
  const row = await scope.tx
    .selectFrom('contract')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where('deal_id', '=', dealId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    terms: row.terms,
    value: optionalInteger(row.value),
    startOn: row.start_on,
    endOn: row.end_on,
    reference: row.reference,
    notes: row.notes,
  };
}

function listStakeholders(scope: Scope, dealId: DealId): Promise<SoldContact[]> {
  return scope.tx
    .selectFrom('deal_stakeholder')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'deal_stakeholder.workspace_id')
        .onRef('contact.id', '=', 'deal_stakeholder.contact_id'),
    )
    .select([
      'deal_stakeholder.contact_id as contactId',
      'contact.name',
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

async function listCompetitors(scope: Scope, dealId: DealId): Promise<string[]> {
  const rows = await scope.tx
    .selectFrom('deal_competitor')
    .select('name')
    .where('workspace_id', '=', scope.workspaceId)
    .where('deal_id', '=', dealId)
    .orderBy('position')
    .limit(30)
    .execute();
  return rows.map(({ name }) => name);
}

async function listServed<Id extends string>(
  scope: Scope,
  dealId: DealId,
  table: 'customer_goal' | 'customer_initiative',
): Promise<{ id: Id; name: string }[]> {
  const { rows } = await sql<{ id: Id; name: string }>`
    select served.id, served.name from ${sql.table(`deal_${table}`)} link
    join ${sql.table(table)} served on served.workspace_id = link.workspace_id
      and served.id = ${sql.ref(`link.${table}_id`)} and served.deleted_at is null
    where link.workspace_id = ${scope.workspaceId} and link.deal_id = ${dealId}
    order by served.number limit 100`.execute(scope.tx);
  return rows;
}
