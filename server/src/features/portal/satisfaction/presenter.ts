import type { PortalSatisfaction } from '@evenkeel/contract/portal/satisfaction';
import { moment, optionalMoment } from '../../../platform/db/values.ts';
import type { PortalSatisfactionRecord } from './repository.ts';

export function presentQuestion(row: PortalSatisfactionRecord, now: Date): PortalSatisfaction {
  return {
    id: row.id,
    occasion: row.occasion,
    milestone: row.milestone_name,
    askedAt: moment(row.asked_at),
    expiresAt: moment(row.expires_at),
    isOpen: row.expires_at > now,
    score: row.score,
    comment: row.comment,
    answeredAt: optionalMoment(row.answered_at),
  };
}
