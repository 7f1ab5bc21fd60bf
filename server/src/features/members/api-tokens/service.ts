import type { TokenScope } from '@evenkeel/contract/members';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { hasPermission } from '../../../platform/http/permission.ts';
import {
  apiTokenPrefix,
  hashOf,
  newSecret,
  requireBrowserSession,
} from '../../identity/service.ts';
import * as repository from './repository.ts';

const dayMilliseconds = 24 * 60 * 60 * 1000;

export type TokenWithUse = repository.ApiTokenRecord & { readonly lastUsedAt: Date | null };

/** One's own; everybody's for those who administer. */
export async function listTokens(scope: Scope): Promise<readonly TokenWithUse[]> {
  const mayAll = hasPermission(scope.actor, 'administer');
  const tokens = await repository.listTokens(scope, mayAll ? 'everybody' : scope.actor.memberId);
  const uses = await repository.listLastUses(scope);
  return tokens.map((token) => ({ ...token, lastUsedAt: uses.get(token.id) ?? null }));
}

/** The secret is returned here and never again: only its hash is kept. */
export async function createToken(
  scope: Scope,
  draft: { name: string; scope: TokenScope; expiresInDays: number | null },
): Promise<{ token: TokenWithUse; secret: string }> {
  requireBrowserSession(scope.actor);
  const expiresAt =
    draft.expiresInDays === null
      ? null
      : new Date(scope.now.getTime() + draft.expiresInDays * dayMilliseconds);
  const secret = apiTokenPrefix + newSecret();
  const id = await repository.insertToken(scope, { ...draft, expiresAt }, hashOf(secret));
  const token = await repository.findToken(scope, id);
  if (!token) throw new Error('the token just written is not there');
  return { token: { ...token, lastUsedAt: null }, secret };
}

/** Also by an API token: a program that is told its token leaked may revoke it. */
export async function revokeToken(scope: Scope, id: repository.ApiTokenId): Promise<void> {
  const token = await repository.findToken(scope, id);
  const isMine = token?.member_id === scope.actor.memberId;
  if (!token || !(isMine || hasPermission(scope.actor, 'administer'))) {
    throw new AppError('not-found', 'There is no such API token.');
  }
  await repository.revokeToken(scope, id);
}
