import type { Actor } from '../../platform/db/scope.ts';
import { hasPermission } from '../../platform/http/permission.ts';

/** What work costs and what clients pay for it is for managers and up, as in Balance. */
export function canSeeMoney(actor: Actor): boolean {
  return hasPermission(actor, 'manage');
}
