import type { QuoteRow, QuoteView } from '@evenkeel/contract/quotes';
import { quoteNumber } from '@evenkeel/core/deals/quote';
import { optionalInteger, referenceOf } from '../../platform/db/values.ts';
import type { Quote } from './service.ts';

export function presentQuoteRow({ quote, totals, state }: Quote): QuoteRow {
  return {
    id: quote.id,
    version: quote.version,
    name: quoteNumber(quote),
    revision: quote.revision,
    isLatest: quote.is_latest,
    deal: { id: quote.deal_id, name: quote.deal_name },
    account: referenceOf(quote.account_id, quote.account_name),
    title: quote.title,
    state,
    quotedOn: quote.quoted_on,
    validUntil: quote.valid_until,
    taxable: totals.taxable,
    total: totals.total,
  };
}

export function presentQuote(found: Quote): QuoteView {
  const { quote, lines, totals } = found;
  return {
    ...presentQuoteRow(found),
    intro: quote.intro,
    terms: quote.terms,
    discount: quote.discount,
    decidedOn: quote.decided_on,
    declineReason: quote.decline_reason,
    lines: lines.map((line, index) => ({
      kind: line.kind,
      description: line.description,
      role: referenceOf(line.role_id, line.role_name),
      minutes: line.minutes,
      rate: optionalInteger(line.rate),
      quantity: line.quantity === null ? null : Number(line.quantity),
      unitPrice: optionalInteger(line.unit_price),
      discount: line.discount,
      tax: line.tax,
      net: totals.lines[index]?.net ?? 0,
    })),
    net: totals.net,
    discountAmount: totals.discount,
    taxes: [...totals.taxes],
  };
}
