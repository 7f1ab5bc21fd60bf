import type { TokenScope } from '@evenkeel/contract/members';
import type { Id, MemberId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

export type ApiTokenId = Id<'api-token'>;
export type ApiTokenRecord = Awaited<ReturnType<typeof listTokens>>[number];

/** Tokens that are not revoked: everybody's, or one member's. */
export function listTokens(scope: Scope, of: MemberId | 'everybody') {
  let query = liveTokens(scope);
  if (of !== 'everybody') query = query.where('api_token.member_id', '=', of);
  return query.orderBy('api_token.created_at', 'desc').limit(1_000).execute();
}

export function findToken(scope: Scope, id: ApiTokenId) {
  return liveTokens(scope).where('api_token.id', '=', id).executeTakeFirst();
}

export async function insertToken(
  scope: Scope,
  token: { readonly name: string; readonly scope: TokenScope; readonly expiresAt: Date | null },
  hash: string,
): Promise<ApiTokenId> {
  const id = newId<ApiTokenId>();
  await scope.tx
    .insertInto('api_token')
    .values({
      workspace_id: scope.workspaceId,
      id,
      member_id: scope.actor.memberId,
      name: token.name,
      scopes: [token.scope],
      expires_at: token.expiresAt,
    })
    .execute();
  await sql`select identity.keep_proof(${hash}, 'api_token', ${id})`.execute(scope.tx);
  return id;
}

export async function revokeToken(scope: Scope, id: ApiTokenId): Promise<void> {
  await scope.tx
    .updateTable('api_token')
    .set({ revoked_at: scope.now })
    .where('id', '=', id)
    .execute();
}

export async function listLastUses(scope: Scope): Promise<ReadonlyMap<string, Date | null>> {
  const { rows } = await sql<{ subject_id: string; last_used_at: Date | null }>`
    select * from identity.proofs_used('api_token')`.execute(scope.tx);
  return new Map(rows.map((row) => [row.subject_id, row.last_used_at]));
}

function liveTokens(scope: Scope) {
  return scope.tx
    .selectFrom('api_token')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'api_token.workspace_id')
        .onRef('member.id', '=', 'api_token.member_id'),
    )
    .where('api_token.revoked_at', 'is', null)
    .where('member.state', '<>', 'removed')
    .select([
      'api_token.id',
      'api_token.name',
      'api_token.scopes',
      'api_token.member_id',
      'member.name as member_name',
      'api_token.created_at',
      'api_token.expires_at',
    ]);
}
