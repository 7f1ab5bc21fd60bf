import type { MemberId } from '@evenkeel/core/id';
import { AppError } from '../../platform/app-error.ts';
import type { Actor } from '../../platform/db/scope.ts';
import { hasPermission } from '../../platform/http/permission.ts';

type View = { readonly is_shared: boolean; readonly member_id: MemberId };

/** What everybody sees is made by those who write. */
export function requireMayShare(actor: Actor): void {
  if (hasPermission(actor, 'write')) return;
  throw new AppError('not-allowed', 'Viewers keep views for themselves; they cannot share them.');
}

/** An own view, or a shared one for those who manage. Another's own view is as if it were not there. */
export function requireMayChange(actor: Actor, view: View): void {
  if (view.member_id === actor.memberId) return;
  if (!view.is_shared) throw new AppError('not-found', 'There is no such view.');
  if (!hasPermission(actor, 'manage')) {
    throw new AppError('not-allowed', 'Only who made a shared view, or a manager, can change it.');
  }
}
