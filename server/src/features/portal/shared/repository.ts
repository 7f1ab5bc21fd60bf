import type { AccountId, Id, ProjectId, WorkspaceId } from '@evenkeel/core/id';
import type { PortalLanguage } from '@evenkeel/core/words/language';
import { type QueryExecutorProvider, sql, type Transaction } from 'kysely';
import type { Tables } from '../../../schema/tables.ts';

/** What the bearer of a link has proven to hold. */
export type ProvenLink = {
  readonly workspace_id: WorkspaceId;
  readonly link_id: Id<'share-link'>;
  readonly project_id: ProjectId;
  readonly account_id: AccountId;
  readonly language: PortalLanguage;
  readonly currency: string;
  readonly time_zone: string;
};

/** A link that stands, of a project whose portal is open. */
export async function findProvenLink(
  tx: Transaction<Tables>,
  hash: string,
): Promise<ProvenLink | undefined> {
  const { rows } = await sql<ProvenLink>`
    select * from identity.share_link_proved(${hash})`.execute(tx);
  return rows[0];
}

/** Notes when a link was opened last. */
export async function noteOpening(logins: QueryExecutorProvider, hash: string): Promise<void> {
  await sql`select identity.note_use(${hash})`.execute(logins);
}
