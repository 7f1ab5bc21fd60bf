import type { Id, ProjectId } from '@evenkeel/core/id';
import type { PortalLanguage } from '@evenkeel/core/words/language';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

export type ShareLinkId = Id<'share-link'>;
export type ShareLinkRecord = Awaited<ReturnType<typeof listLinks>>[number];

export function listLinks(scope: Scope, projectId: ProjectId) {
  return linkRows(scope)
    .where('share_link.project_id', '=', projectId)
    .orderBy('share_link.created_at', 'desc')
    .limit(500)
    .execute();
}

export function findLink(scope: Scope, id: ShareLinkId) {
  return linkRows(scope).where('share_link.id', '=', id).executeTakeFirst();
}

export async function insertLink(
  scope: Scope,
  draft: {
    readonly projectId: ProjectId;
    readonly name: string;
    readonly language: PortalLanguage;
    readonly expiresAt: Date;
    /** SHA-256 of the secret: all that is kept of it. */
    readonly hash: string;
  },
): Promise<ShareLinkId> {
  const id = newId<ShareLinkId>();
  await scope.tx
    .insertInto('share_link')
    .values({
      workspace_id: scope.workspaceId,
      id,
      project_id: draft.projectId,
      name: draft.name,
      language: draft.language,
      created_by: scope.actor.memberId,
      expires_at: draft.expiresAt,
    })
    .execute();
  await sql`select identity.keep_proof(${draft.hash}, 'share_link', ${id})`.execute(scope.tx);
  return id;
}

/** Whether it was open. */
export async function revokeLink(scope: Scope, id: ShareLinkId): Promise<boolean> {
  const gone = await scope.tx
    .updateTable('share_link')
    .set({ revoked_at: scope.now })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** When each link was opened last. */
export async function listOpenings(scope: Scope): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ subject_id: string; last_used_at: Date | null }>`
    select * from identity.proofs_used('share_link')`.execute(scope.tx);
  return new Map(
    rows.flatMap((row) => (row.last_used_at ? [[row.subject_id, row.last_used_at] as const] : [])),
  );
}

function linkRows(scope: Scope) {
  return scope.tx
    .selectFrom('share_link')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'share_link.workspace_id')
        .onRef('member.id', '=', 'share_link.created_by'),
    )
    .where('share_link.workspace_id', '=', scope.workspaceId)
    .where('share_link.revoked_at', 'is', null)
    .select([
      'share_link.id',
      'share_link.name',
      'share_link.language',
      'share_link.created_at',
      'share_link.expires_at',
      'member.name as created_by_name',
    ]);
}
