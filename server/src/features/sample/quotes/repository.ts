import { type SampleQuote, sampleQuotes } from '@evenkeel/core/sample/quotes';
import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import { nextNumbers } from '../../../platform/db/numbers.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

/** Tax on what the sample firm sells, basis points. */
const tax = 1_900;

/** The quotes of the deals that have come so far, and the contracts of those that were signed. */
export async function insertQuotes(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const quotes = sampleQuotes(firm.deals, scope.today).map((quote) => ({ id: newId(), ...quote }));
  const year = Number(scope.today.slice(0, 4));
  const places = Math.max(0, ...quotes.map(({ place }) => place + 1));
  const first = await nextNumbers(scope, `quote ${year}`, places);
  await insertRows(
    scope,
    'quote',
    quotes.map((quote) => ({
      ...common(quote.id),
      deal_id: need(ids, 'deal', quote.deal),
      year,
      number: first + quote.place,
      revision: quote.revision,
      state: quote.state,
      title: quote.title,
      intro: quote.intro,
      terms: quote.terms,
      quoted_on: quote.quotedOn,
      valid_until: quote.validUntil,
      discount: quote.discount,
      decided_on: quote.decidedOn,
      decline_reason: quote.declineReason,
    })),
  );
  await insertRows(
    scope,
    'quote_line',
    quotes.flatMap((quote) =>
      quote.lines.map((line, position) => lineRow(quote, line, { position, ids })),
    ),
  );
  await insertContracts(scope, firm, { ids, quotes });
}

type WithId = SampleQuote & { readonly id: string };

function lineRow(
  quote: WithId,
  line: SampleQuote['lines'][number],
  { position, ids }: { readonly position: number; readonly ids: Ids },
) {
  const isHours = line.kind === 'hours';
  return {
    ...common(newId()),
    deal_id: need(ids, 'deal', quote.deal),
    quote_id: quote.id,
    position,
    kind: line.kind,
    description: line.description,
    role_id: isHours ? need(ids, 'role', line.role) : null,
    minutes: isHours ? line.minutes : null,
    rate: isHours ? line.rate : null,
    quantity: isHours ? null : line.quantity,
    unit_price: isHours ? null : line.unitPrice,
    discount: 0,
    tax,
  };
}

async function insertContracts(
  scope: Scope,
  firm: SampleFirm,
  { ids, quotes }: { readonly ids: Ids; readonly quotes: readonly WithId[] },
): Promise<void> {
  const signed = firm.deals.filter(({ contractSignedOn }) => contractSignedOn !== null);
  await insertRows(
    scope,
    'contract',
    signed.map((deal) => ({
      ...common(need(ids, 'contract', deal.key)),
      deal_id: need(ids, 'deal', deal.key),
      quote_id:
        quotes.find((quote) => quote.deal === deal.key && quote.state === 'accepted')?.id ?? null,
      terms: deal.product === 'training' ? 'time-and-materials' : 'fixed-price',
      value: deal.value,
      start_on: deal.deliveryStartOn,
      end_on: deal.deliveryEndOn,
      reference: '',
      notes: '',
    })),
  );
}
