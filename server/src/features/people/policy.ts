import type { Actor } from '../../platform/db/scope.ts';
import { hasPermission } from '../../platform/http/permission.ts';

/** What an hour of somebody costs and is sold for is for managers and up. */
export function canSeeRates(actor: Actor): boolean {
  return hasPermission(actor, 'manage');
}
