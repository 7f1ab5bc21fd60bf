import type { PortalAgreement } from '@evenkeel/contract/portal/agreements';
import { moment, optionalMoment } from '../../../platform/db/values.ts';
import type { FoundPortalAgreement } from './service.ts';

export function presentPortalAgreement(found: FoundPortalAgreement): PortalAgreement | null {
  if (!found) return null;
  const { agreement, acknowledgements } = found;
  const { content } = agreement;
  return {
    id: agreement.id,
    number: agreement.number,
    state: agreement.state,
    content: { ...content, parts: [...content.parts], surprises: [...content.surprises] },
    proposedAt: optionalMoment(agreement.proposed_at),
    acknowledgements: acknowledgements.map((one) => ({
      side: one.side,
      name: one.name,
      at: moment(one.acknowledged_at),
      contentHash: one.content_hash,
    })),
    isAcknowledged: acknowledgements.some((one) => one.is_mine && one.side === 'theirs'),
  };
}
