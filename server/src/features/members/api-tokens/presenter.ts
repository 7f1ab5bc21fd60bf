import { type ApiTokenView, type TokenScope, tokenScopes } from '@evenkeel/contract/members';
import { moment, optionalMoment } from '../../../platform/db/values.ts';
import type { TokenWithUse } from './service.ts';

export function presentToken(token: TokenWithUse): ApiTokenView {
  return {
    id: token.id,
    name: token.name,
    scope: widest(token.scopes),
    member: { id: token.member_id, name: token.member_name },
    createdAt: moment(token.created_at),
    expiresAt: optionalMoment(token.expires_at),
    lastUsedAt: optionalMoment(token.lastUsedAt),
  };
}

/** Scopes include each other; the widest says it all. */
function widest(scopes: readonly string[]): TokenScope {
  return [...tokenScopes].reverse().find((scope) => scopes.includes(scope)) ?? 'read';
}
