import type { DealReasonView } from '@evenkeel/contract/deal-reasons';
import { integer } from '../../../platform/db/values.ts';
import type { ReasonRecord } from './repository.ts';

export function presentReason(reason: ReasonRecord): DealReasonView {
  return {
    id: reason.id,
    version: reason.version,
    outcome: reason.outcome,
    name: reason.name,
    isRetired: reason.is_retired,
    dealCount: integer(reason.deal_count ?? 0),
  };
}
