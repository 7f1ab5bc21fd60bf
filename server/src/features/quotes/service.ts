import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { QuoteLineDraft, quotes } from '@evenkeel/contract/quotes';
import { rateBook, rateOn } from '@evenkeel/core/balance/rates';
import { addDays } from '@evenkeel/core/calendar-date';
import {
  type QuoteState,
  type QuoteTotals,
  quotedHours,
  quoteNumber,
  quoteState,
  quoteTotals,
} from '@evenkeel/core/deals/quote';
import type { DealId, QuoteId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../platform/app-error.ts';
import { nextNumbers } from '../../platform/db/numbers.ts';
import type { Page } from '../../platform/db/paging.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { integer } from '../../platform/db/values.ts';
import { getDeal, setDemand, updateDeal } from '../deals/service.ts';
import { listStandardRates } from '../people/roles/service.ts';
import * as repository from './repository.ts';

export { firmName } from './repository.ts';

/** A quote with its lines, its sums and the state that people see. */
export type Quote = {
  readonly quote: repository.QuoteRecord;
  readonly lines: readonly repository.QuoteLineRecord[];
  readonly totals: QuoteTotals;
  readonly state: QuoteState;
};

/** Days for which a new quote holds. */
const usualValidity = 30;

export async function listQuotes(
  scope: Scope,
  request: QueryOf<typeof quotes.list>,
): Promise<Page<Quote>> {
  const { rows, ...page } = await repository.listQuotes(scope, request);
  const lines = await repository.listLines(
    scope,
    rows.map((row) => row.id),
  );
  return {
    ...page,
    rows: rows.map((quote) =>
      withSums(
        scope,
        quote,
        lines.filter((line) => line.quote_id === quote.id),
      ),
    ),
  };
}

export async function getQuote(scope: Scope, id: QuoteId): Promise<Quote> {
  const quote = await repository.findQuote(scope, id);
  if (!quote) throw new AppError('not-found', 'There is no such quote.');
  return withSums(scope, quote, await repository.listLines(scope, [id]));
}

/** A quote with what the deal says already: its hours at the roles' rates, else its products, else its value. */
export async function createQuote(scope: Scope, dealId: DealId): Promise<Quote> {
  const { deal } = await getDeal(scope, dealId);
  const year = Number(scope.today.slice(0, 4));
  const id = await repository.insertQuote(scope, {
    dealId,
    year,
    number: await nextNumbers(scope, `quote ${year}`),
    revision: 1,
    title: deal.name,
    intro: deal.scope,
    terms: '',
    validUntil: addDays(scope.today, usualValidity),
    discount: 0,
  });
  await repository.replaceLines(scope, { id, dealId }, await firstLines(scope, dealId));
  return getQuote(scope, id);
}

export async function updateQuote(
  scope: Scope,
  { id, version }: { readonly id: QuoteId; readonly version: number },
  { lines, ...change }: BodyOf<typeof quotes.update>,
): Promise<Quote> {
  const { quote } = await requireState(scope, id, ['draft']);
  if (lines) await checkRoles(scope, lines);
  await repository.updateQuote(scope, { id, version }, change);
  if (lines) await repository.replaceLines(scope, { id, dealId: quote.deal_id }, lines);
  return getQuote(scope, id);
}

export async function sendQuote(scope: Scope, id: QuoteId, version: number): Promise<Quote> {
  const { lines, quote } = await requireState(scope, id, ['draft']);
  if (lines.length === 0) throw invalid(['lines'], 'needed', 'are needed before a quote is sent');
  if (quote.valid_until !== null && quote.valid_until < scope.today) {
    throw invalid(['validUntil'], 'too-early', 'lies in the past');
  }
  await repository.updateQuote(scope, { id, version }, { state: 'sent', quotedOn: scope.today });
  return getQuote(scope, id);
}

/** What was agreed becomes what the deal sells: value without tax, and hours by role (U02). */
export async function acceptQuote(scope: Scope, id: QuoteId, version: number): Promise<Quote> {
  const { quote, lines, totals } = await requireState(scope, id, ['draft', 'sent', 'expired']);
  await repository.replaceAccepted(scope, quote.deal_id, `Replaced by ${quoteNumber(quote)}`);
  await repository.updateQuote(
    scope,
    { id, version },
    { state: 'accepted', decidedOn: scope.today },
  );
  const { deal } = await getDeal(scope, quote.deal_id);
  await updateDeal(scope, quote.deal_id, deal.version, { value: totals.taxable });
  const hours = quotedHours(lines.map((line) => ({ roleId: line.role_id, minutes: line.minutes })));
  if (hours.length > 0) await setDemand(scope, quote.deal_id, hours);
  return getQuote(scope, id);
}

export async function declineQuote(
  scope: Scope,
  { id, version }: { readonly id: QuoteId; readonly version: number },
  reason: string,
): Promise<Quote> {
  await requireState(scope, id, ['sent', 'expired']);
  const change = { state: 'declined', decidedOn: scope.today, declineReason: reason } as const;
  await repository.updateQuote(scope, { id, version }, change);
  return getQuote(scope, id);
}

/** The next version: what was sent stays as it was sent. */
export async function reviseQuote(scope: Scope, id: QuoteId): Promise<Quote> {
  const { quote, lines } = await requireState(scope, id, [
    'sent',
    'expired',
    'declined',
    'accepted',
  ]);
  const fresh = await repository.insertQuote(scope, {
    dealId: quote.deal_id,
    year: quote.year,
    number: quote.number,
    revision: await repository.nextRevision(scope, quote),
    title: quote.title,
    intro: quote.intro,
    terms: quote.terms,
    validUntil: addDays(scope.today, usualValidity),
    discount: quote.discount,
  });
  await repository.replaceLines(scope, { id: fresh, dealId: quote.deal_id }, lines.map(draftOf));
  return getQuote(scope, fresh);
}

export async function removeQuote(scope: Scope, id: QuoteId): Promise<void> {
  await requireState(scope, id, ['draft']);
  await repository.deleteQuote(scope, id);
}

async function requireState(
  scope: Scope,
  id: QuoteId,
  states: readonly QuoteState[],
): Promise<Quote> {
  const found = await getQuote(scope, id);
  if (states.includes(found.state)) return found;
  throw new AppError(
    'wrong-state',
    found.state === 'draft'
      ? 'The quote is a draft: send it first.'
      : `The quote was ${found.state === 'expired' ? 'sent' : found.state} and stays as it is. Begin a new version instead.`,
  );
}

async function firstLines(scope: Scope, dealId: DealId): Promise<QuoteLineDraft[]> {
  const { deal, demand, parts } = await getDeal(scope, dealId);
  const more = { discount: 0, tax: await repository.usualTax(scope) };
  const fixed = (description: string, quantity: number, unitPrice: number): QuoteLineDraft => ({
    kind: 'fixed',
    description,
    quantity,
    unitPrice,
    ...more,
  });
  if (demand.length > 0) {
    const book = rateBook({ people: [], ...(await listStandardRates(scope)) });
    return demand.map((line) => ({
      kind: 'hours',
      description: `${line.role_name} work`,
      roleId: line.role_id,
      minutes: line.minutes,
      rate:
        rateOn(book, { personId: null, roleId: line.role_id }, scope.today)?.billPerHourMinor ?? 0,
      ...more,
    }));
  }
  if (parts.lines.length > 0) {
    return parts.lines.map((line) =>
      fixed(line.name, Number(line.quantity), integer(line.unit_price)),
    );
  }
  const value = integer(deal.value);
  return value > 0 ? [fixed(deal.name, 1, value)] : [];
}

async function checkRoles(scope: Scope, lines: readonly QuoteLineDraft[]): Promise<void> {
  const ids = lines.flatMap((line) => (line.kind === 'hours' ? [line.roleId] : []));
  const known = await repository.knownRoles(scope, ids);
  const index = lines.findIndex((line) => line.kind === 'hours' && !known.has(line.roleId));
  if (index >= 0) throw invalid(['lines', index, 'roleId'], 'unknown', 'is no role of the firm');
}

function withSums(
  scope: Scope,
  quote: repository.QuoteRecord,
  lines: readonly repository.QuoteLineRecord[],
): Quote {
  return {
    quote,
    lines,
    totals: quoteTotals({ lines: lines.map(draftOf), discount: quote.discount }),
    state: quoteState({ state: quote.state, validUntil: quote.valid_until }, scope.today),
  };
}

function draftOf(line: repository.QuoteLineRecord): QuoteLineDraft {
  const { description, discount, tax } = line;
  if (line.kind === 'hours' && line.role_id !== null) {
    const hours = {
      roleId: line.role_id,
      minutes: line.minutes ?? 0,
      rate: integer(line.rate ?? 0),
    };
    return { kind: 'hours', description, ...hours, discount, tax };
  }
  const sold = { quantity: Number(line.quantity), unitPrice: integer(line.unit_price ?? 0) };
  return { kind: 'fixed', description, ...sold, discount, tax };
}
