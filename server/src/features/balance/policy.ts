import type { Actor } from '../../platform/db/scope.ts';
import { hasPermission } from '../../platform/http/permission.ts';

/** Costs and client value are hours times rates, and what an hour costs is for managers and up. */
export function canSeeMoney(actor: Actor): boolean {
  return hasPermission(actor, 'manage');
}
