import { AppError } from '../../platform/app-error.ts';
import type { Actor } from '../../platform/db/scope.ts';
import { hasPermission } from '../../platform/http/permission.ts';

/** To bind the firm to an initiative is for managers and up; anybody who writes may propose one. */
export function checkMayApprove(actor: Actor): void {
  if (hasPermission(actor, 'manage')) return;
  throw new AppError('not-allowed', 'A manager, admin or owner approves initiatives.');
}
