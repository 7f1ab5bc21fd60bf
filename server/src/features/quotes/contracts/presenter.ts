import type { ContractView } from '@evenkeel/contract/quotes';
import { quoteNumber } from '@evenkeel/core/deals/quote';
import { optionalInteger } from '../../../platform/db/values.ts';
import type { ContractRecord } from './repository.ts';

export function presentContract(contract: ContractRecord): ContractView {
  const { quote_id, year, number, revision } = contract;
  return {
    id: contract.id,
    version: contract.version,
    dealId: contract.deal_id,
    signedOn: contract.contract_signed_on,
    terms: contract.terms,
    value: optionalInteger(contract.value),
    startOn: contract.start_on,
    endOn: contract.end_on,
    quote:
      quote_id === null || year === null || number === null || revision === null
        ? null
        : { id: quote_id, name: quoteNumber({ year, number, revision }) },
    reference: contract.reference,
    notes: contract.notes,
  };
}
