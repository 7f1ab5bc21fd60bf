import type { MemberRole } from '@evenkeel/contract/identity';
import { AppError } from '../../platform/app-error.ts';
import type { Actor } from '../../platform/db/scope.ts';

/** Only an owner makes owners, and touches them. */
export function requireMayGrant(actor: Actor, roles: readonly MemberRole[]): void {
  if (actor.role === 'owner' || !roles.includes('owner')) return;
  throw new AppError('not-allowed', 'Only an owner can make somebody an owner or change an owner.');
}

/** A workspace without an active owner could never be administered again. */
export function requireOwnerLeft(
  member: { readonly role: MemberRole; readonly state: string },
  after: { readonly role: MemberRole; readonly state: string },
  activeOwners: number,
): void {
  const isOwnerNow = member.role === 'owner' && member.state === 'active';
  const staysOwner = after.role === 'owner' && after.state === 'active';
  if (!isOwnerNow || staysOwner || activeOwners > 1) return;
  throw new AppError('wrong-state', 'This is the last owner. Make somebody else an owner first.');
}
