import type { PersonId } from '@evenkeel/core/id';
import { AppError } from '../../platform/app-error.ts';
import type { Actor } from '../../platform/db/scope.ts';
import { hasPermission } from '../../platform/http/permission.ts';

/** Whether an actor may accept a hand-off whoever becomes project manager. */
export function canAcceptAny(actor: Actor): boolean {
  return hasPermission(actor, 'manage');
}

/** A hand-off is accepted by a manager, or by whoever becomes its project manager (PM-10). */
export function checkAccept(actor: Actor, projectManagerId: PersonId): void {
  if (canAcceptAny(actor) || actor.personId === projectManagerId) return;
  throw new AppError(
    'not-allowed',
    'A hand-off is accepted by a manager, or by the one who becomes its project manager.',
  );
}
