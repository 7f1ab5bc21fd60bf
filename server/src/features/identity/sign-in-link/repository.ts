import type { UserId, WorkspaceId } from '@evenkeel/core/id';
import { type Kysely, sql } from 'kysely';
import type { MemberTable } from '../../../schema/tables.ts';
import type { IdentityTables } from '../tables.ts';

/** Whom a letter speaks to; without a membership the firm's columns are null. */
export type Reader = {
  readonly user_id: UserId;
  readonly name: string;
  readonly two_factor_enabled: boolean;
  readonly workspace_id: WorkspaceId | null;
  readonly workspace_name: string | null;
  readonly role: MemberTable['role'] | null;
  readonly language: string | null;
  readonly accent: string | null;
};

export async function findReader(
  database: Kysely<IdentityTables>,
  email: string,
): Promise<Reader | undefined> {
  const { rows } = await sql<Reader>`select * from identity.reader(${email})`.execute(database);
  return rows[0];
}

export async function trustAddress(
  database: Kysely<IdentityTables>,
  userId: UserId,
): Promise<void> {
  await database
    .updateTable('identity.user')
    .set({ email_verified: true })
    .where('id', '=', userId)
    .execute();
}
