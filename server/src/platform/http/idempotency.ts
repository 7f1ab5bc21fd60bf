import { createHash } from 'node:crypto';
import type { Method } from '@evenkeel/contract/endpoint';
import { AppError } from '../app-error.ts';
import type { PortalScope, Scope } from '../db/scope.ts';

/**
 * Runs a write once for its `Idempotency-Key`, in the write's own transaction: the same key again
 * gets the first answer, the same key for another request is refused. A second request with the key
 * of one that is still running waits for it (on the primary key).
 */
export async function once(
  scope: Scope | PortalScope,
  request: { key: string; method: Method; url: string; body: unknown },
  work: () => Promise<unknown>,
): Promise<unknown> {
  const hash = hashOf(request);
  const { workspaceId, actor, tx } = scope;
  const inserted = await tx
    .insertInto('idempotency')
    .values({
      workspace_id: workspaceId,
      key: request.key,
      member_id: actor.memberId,
      request_hash: hash,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  const mine = tx
    .selectFrom('idempotency')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', actor.memberId)
    .where('key', '=', request.key);
  if (!inserted) {
    const earlier = await mine.select(['request_hash', 'body']).executeTakeFirstOrThrow();
    if (earlier.request_hash !== hash) throw new AppError('key-reused');
    return earlier.body;
  }
  const answer = await work();
  await tx
    .updateTable('idempotency')
    .set({ status: 200, body: JSON.stringify(answer) })
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', actor.memberId)
    .where('key', '=', request.key)
    .execute();
  return answer;
}

function hashOf(request: { method: string; url: string; body: unknown }): string {
  const text = JSON.stringify([request.method, request.url, request.body]);
  return createHash('sha256').update(text).digest('hex');
}
