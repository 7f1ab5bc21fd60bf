import { passwordFault } from '@evenkeel/core/identity/password';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Actor } from '../../platform/db/scope.ts';

/** A person's own login is theirs alone: no API token may touch it. */
export function requireBrowserSession(actor: Actor): string {
  if (actor.sessionId !== null) return actor.sessionId;
  throw new AppError('not-allowed', 'An API token cannot do this. Sign in with a browser.');
}

export function requireGoodPassword(
  password: string,
  email: string,
  path: readonly string[],
): void {
  const fault = passwordFault(password, email);
  if (fault !== null) throw invalid(path, 'weak-password', `The password ${fault}.`);
}
