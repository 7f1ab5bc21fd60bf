import type { InvitationOffer, InvitationView } from '@evenkeel/contract/members';
import { moment } from '../../../platform/db/values.ts';
import type { InvitationRecord, ProvenInvitation } from './repository.ts';

export function presentInvitation(record: InvitationRecord, now: Date): InvitationView {
  return {
    id: record.id,
    email: record.email,
    role: record.role,
    invitedBy: record.invited_by_name ?? '',
    expiresAt: moment(record.expires_at),
    isExpired: record.expires_at <= now,
  };
}

export function presentOffer(offer: ProvenInvitation): InvitationOffer {
  return {
    workspaceName: offer.workspace_name,
    email: offer.email,
    role: offer.role,
    invitedBy: offer.invited_by,
    hasLogin: offer.user_id !== null,
  };
}
