import type { PortalAmountsView } from '@evenkeel/contract/portal/amounts';
import { optionalInteger } from '../../../platform/db/values.ts';
import type { AmountsRecord } from './repository.ts';

export function presentAmounts(amounts: AmountsRecord, currency: string): PortalAmountsView {
  return {
    currency,
    price: optionalInteger(amounts.price),
    budgetedMinutes: optionalInteger(amounts.budgeted_minutes),
    usedMinutes: optionalInteger(amounts.used_minutes),
  };
}
