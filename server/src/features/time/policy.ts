import type { PersonId } from '@evenkeel/core/id';
import type { Actor } from '../../platform/db/scope.ts';
import { hasPermission } from '../../platform/http/permission.ts';

/** Everybody logs for themselves, managers and up for anybody. */
export function canLogFor(actor: Actor, personId: PersonId): boolean {
  if (hasPermission(actor, 'manage')) return true;
  return actor.personId === personId && hasPermission(actor, 'write');
}

/** Managers and up approve the weeks of others; their own only an owner, who may be the only one. */
export function canDecideWeek(actor: Actor, personId: PersonId): boolean {
  if (!hasPermission(actor, 'manage')) return false;
  return actor.personId !== personId || actor.role === 'owner';
}
