import type { MemberId, SatisfactionId, UserId, WorkspaceId } from '@evenkeel/core/id';
import { type QueryExecutorProvider, sql, type Transaction } from 'kysely';
import type { Tables } from '../../../../schema/tables.ts';

/** What the bearer of a link has proven: that they hold the mail of one question. */
export type ProvenQuestion = {
  readonly workspace_id: WorkspaceId;
  readonly currency: string;
  readonly time_zone: string;
  readonly satisfaction_id: SatisfactionId;
  readonly member_id: MemberId;
  readonly user_id: UserId;
  readonly name: string;
  readonly email: string;
  /** Of the reader, else of the account (BCP 47). */
  readonly language: string | null;
};

/** A question that is open, of a client user who still is one. */
export async function findProven(
  tx: Transaction<Tables>,
  hash: string,
): Promise<ProvenQuestion | undefined> {
  const { rows } = await sql<ProvenQuestion>`
    select * from identity.satisfaction_proved(${hash})`.execute(tx);
  return rows[0];
}

/** Notes when a link was opened last. */
export async function noteOpening(logins: QueryExecutorProvider, hash: string): Promise<void> {
  await sql`select identity.note_use(${hash})`.execute(logins);
}
