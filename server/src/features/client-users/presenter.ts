import type { PortalFace } from '@evenkeel/contract/branding';
import type {
  ClientInvitationView,
  ClientUserView,
  PortalOffer,
} from '@evenkeel/contract/client-users';
import type { MemberId } from '@evenkeel/core/id';
import { portalLanguage } from '@evenkeel/core/words/language';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { ProvenInvitation } from '../members/invitations/service.ts';
import type { AccessRecord, InvitationRecord } from './repository.ts';

/** One user for all the access they have. */
export function presentUsers(
  rows: readonly AccessRecord[],
  lastSeen: ReadonlyMap<MemberId, Date>,
): ClientUserView[] {
  const users = new Map<MemberId, ClientUserView>();
  for (const row of rows) {
    const user = users.get(row.member_id) ?? {
      id: row.member_id,
      name: row.member_name,
      email: row.email,
      language: portalLanguage(row.language),
      lastSeenAt: optionalMoment(lastSeen.get(row.member_id) ?? null),
      access: [],
    };
    user.access.push({
      id: row.id,
      account: { id: row.account_id, name: row.account_name },
      project: referenceOf(row.project_id, row.project_name),
      contact: referenceOf(row.contact_id, row.contact_name),
    });
    users.set(row.member_id, user);
  }
  return [...users.values()];
}

export function presentInvitation(record: InvitationRecord, now: Date): ClientInvitationView {
  return {
    id: record.id,
    email: record.email,
    account: { id: record.account_id, name: record.account_name },
    project: referenceOf(record.project_id, record.project_name),
    contact: referenceOf(record.contact_id, record.contact_name),
    language: portalLanguage(record.language),
    invitedBy: record.invited_by_name ?? '',
    expiresAt: moment(record.expires_at),
    isExpired: record.expires_at <= now,
  };
}

export function presentOffer(offer: ProvenInvitation, firm: PortalFace): PortalOffer {
  return {
    firm,
    language: portalLanguage(offer.language),
    email: offer.email,
    invitedBy: offer.invited_by,
    what: offer.project_name ?? offer.account_name ?? offer.workspace_name,
    name: offer.contact_name,
    hasLogin: offer.user_id !== null,
  };
}
