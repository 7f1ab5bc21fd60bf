import type { Endpoint } from '@evenkeel/contract/endpoint';
import { contracts, quotes } from '@evenkeel/contract/quotes';
import type { DealId, QuoteId } from '@evenkeel/core/id';
import { useAllRows } from '../../../lib/all-rows.ts';
import { useApi, useApiWrite } from '../../../lib/queries.ts';

const subjects = ['quote', 'quote_line', 'deal', 'deal_demand', 'contract'];

/** Every quote, each version on its own, the newest first. */
export function useQuotes() {
  return useAllRows(quotes.list, { sort: '-quotedOn' }, 'quote');
}

export function useQuote(id: QuoteId) {
  return useApi(quotes.get, { params: { id } }, { subjects });
}

/** The quotes of a deal, the newest first. */
export function useDealQuotes(dealId: DealId) {
  const query = { dealId, sort: '-number', limit: 100 } as const;
  return useApi(quotes.list, { query }, { subjects });
}

/** The contract of a deal, if it is written down. */
export function useContract(dealId: DealId) {
  return useApi(contracts.ofDeal, { params: { dealId } }, { subjects });
}

/** Any of the calls that write quotes and contracts. */
export function useQuoteWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}
