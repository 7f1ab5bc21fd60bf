import type { PersonId } from '@evenkeel/core/id';
import type { Actor } from '../../platform/db/scope.ts';
import { hasPermission } from '../../platform/http/permission.ts';

/** Whose leave it is, and who leads them. */
export type LeaveOf = {
  readonly person_id: PersonId;
  readonly manager_id: PersonId | null;
};

/**
 * Managers and up decide, and whoever leads the person; about their own leave only an owner, who may be
 * the only one.
 */
export function canDecideLeave(actor: Actor, { person_id, manager_id }: LeaveOf): boolean {
  if (actor.personId === person_id) return actor.role === 'owner' && hasPermission(actor, 'manage');
  if (hasPermission(actor, 'manage')) return true;
  return isLead(actor, manager_id) && hasPermission(actor, 'write');
}

/** Everybody says their own, and those who decide that of others. */
export function canChangeLeave(actor: Actor, leave: LeaveOf): boolean {
  if (!hasPermission(actor, 'write')) return false;
  return actor.personId === leave.person_id || canDecideLeave(actor, leave);
}

/** What is not approved is between whose it is and those who decide. */
export function canSeeOpenLeave(actor: Actor, leave: LeaveOf): boolean {
  if (hasPermission(actor, 'manage')) return true;
  return actor.personId === leave.person_id || isLead(actor, leave.manager_id);
}

function isLead(actor: Actor, managerId: PersonId | null): boolean {
  return managerId !== null && actor.personId === managerId;
}
