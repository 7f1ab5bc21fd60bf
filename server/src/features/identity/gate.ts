import type { Kysely } from 'kysely';
import { AppError } from '../../platform/app-error.ts';
import type { Actor } from '../../platform/db/scope.ts';
import type { Gate } from '../../platform/http/mount.ts';
import { limits, spend } from './attempts/service.ts';
import { bearerToken, hashOf, sessionToken } from './credentials.ts';
import { findSession, findToken, noteTokenUse, type ProvenUser } from './repository.ts';
import type { IdentityTables } from './tables.ts';

export type GateOptions = {
  readonly database: Kysely<IdentityTables>;
  readonly cookieName: string;
  readonly secret: string;
  /** Runs what the request must not wait for. */
  readonly background: (work: Promise<void>) => void;
};

const noteUseEveryMilliseconds = 60_000;

/**
 * Proves who calls with one query. A bearer token decides alone: a cookie beside it is ignored, since
 * only cookies are checked for requests forged by other sites.
 */
export function createGate(options: GateOptions): Gate {
  return async (request, tx) => {
    const bearer = bearerToken(request.headers.authorization);
    if (bearer !== null) {
      const hash = hashOf(bearer);
      const proven = await findToken(tx, hash);
      if (proven) {
        const lastUsed = proven.last_used_at?.getTime() ?? 0;
        if (Date.now() - lastUsed > noteUseEveryMilliseconds) {
          options.background(noteTokenUse(options.database, hash));
        }
        return actorOf(proven, { tokenScopes: proven.scopes, sessionId: null });
      }
      await spend(options.database, [{ limit: limits.bearer, key: request.address }]);
      throw new AppError('not-signed-in', 'This API token is unknown, expired or revoked.');
    }
    const token = sessionToken(request.headers.cookie, options.cookieName, options.secret);
    const proven = token === null ? null : await findSession(tx, token);
    return proven && actorOf(proven, { tokenScopes: null, sessionId: proven.session_id });
  };
}

/** Null for a login that belongs to no workspace. */
export function actorOf(
  proven: ProvenUser,
  by: Pick<Actor, 'tokenScopes' | 'sessionId'>,
): Actor | null {
  if (proven.workspace_id === null) return null;
  return {
    userId: proven.user_id,
    memberId: proven.member_id,
    workspaceId: proven.workspace_id,
    personId: proven.person_id,
    role: proven.role,
    name: proven.name,
    email: proven.email,
    currency: proven.currency,
    timeZone: proven.time_zone,
    ...by,
  };
}
