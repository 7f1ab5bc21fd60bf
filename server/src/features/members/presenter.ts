import type { MemberView } from '@evenkeel/contract/members';
import { optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { MemberWithLogin } from './service.ts';

export function presentMember(member: MemberWithLogin): MemberView {
  return {
    id: member.id,
    version: member.version,
    name: member.name,
    email: member.email,
    role: member.role,
    state: member.state === 'active' ? 'active' : 'deactivated',
    person: referenceOf(member.person_id, member.person_name),
    hasTwoFactor: member.login?.two_factor_enabled ?? null,
    lastSeenAt: optionalMoment(member.login?.last_seen_at ?? null),
  };
}
