import type { PortalScope } from '../../../platform/db/scope.ts';

export type NewsRecord = Awaited<ReturnType<typeof listNews>>[number];

/** What the reader was told, the latest first; the role sees nobody else's. */
export function listNews(scope: PortalScope, limit: number) {
  return scope.tx
    .selectFrom('notification')
    .select(['id', 'topic', 'title', 'body', 'path', 'created_at', 'read_at'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function countUnread(scope: PortalScope): Promise<number> {
  const { count } = await scope.tx
    .selectFrom('notification')
    .select(({ fn }) => fn.count<string>('id').as('count'))
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export function findSettings(scope: PortalScope) {
  return scope.tx
    .selectFrom('notification_setting')
    .select(['choices', 'digest_hour'])
    .executeTakeFirst();
}
