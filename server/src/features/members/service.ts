import type { MemberId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { hasPermission } from '../../platform/http/permission.ts';
import { requireMayGrant, requireOwnerLeft } from './policy.ts';
import * as repository from './repository.ts';

export { findMemberByEmail } from './repository.ts';

export type MemberWithLogin = repository.MemberRecord & {
  readonly login: repository.MemberLogin | null;
};

/** Everybody; how they protect their login is for those who administer. */
export async function listMembers(scope: Scope): Promise<readonly MemberWithLogin[]> {
  const members = await repository.listMembers(scope);
  if (!hasPermission(scope.actor, 'administer')) {
    return members.map((member) => ({ ...member, login: null }));
  }
  const logins = await repository.listMemberLogins(scope);
  const loginOf = new Map(logins.map((login) => [login.member_id, login]));
  return members.map((member) => ({ ...member, login: loginOf.get(member.id) ?? null }));
}

export async function updateMember(
  scope: Scope,
  id: MemberId,
  version: number,
  change: repository.MemberChange,
): Promise<MemberWithLogin> {
  const member = await getMember(scope, id);
  const after = {
    role: change.role ?? member.role,
    state: change.state ?? member.state,
  };
  requireMayGrant(scope.actor, [member.role, after.role]);
  requireOwnerLeft(member, after, await repository.lockActiveOwners(scope));
  if (change.personId && !(await repository.personExists(scope, change.personId))) {
    throw invalid(['personId'], 'unknown', 'There is no such person.');
  }
  await repository.updateMember(scope, id, version, change);
  const changed = (await listMembers(scope)).find((listed) => listed.id === id);
  if (!changed) throw new AppError('not-found');
  return changed;
}

export async function removeMember(scope: Scope, id: MemberId): Promise<void> {
  const member = await getMember(scope, id);
  requireMayGrant(scope.actor, [member.role]);
  const after = { role: member.role, state: 'removed' };
  requireOwnerLeft(member, after, await repository.lockActiveOwners(scope));
  await repository.removeMember(scope, id);
}

async function getMember(scope: Scope, id: MemberId): Promise<repository.MemberRecord> {
  const member = await repository.findMember(scope, id);
  if (!member) throw new AppError('not-found', 'There is no such member.');
  return member;
}
