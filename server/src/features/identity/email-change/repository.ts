import type { UserId } from '@evenkeel/core/id';
import { type Kysely, sql } from 'kysely';
import { translateUnique } from '../../../platform/db/unique.ts';
import type { IdentityTables } from '../tables.ts';

/** The hash of the password somebody signs in with; undefined for a login without one. */
export async function findPasswordHash(
  database: Kysely<IdentityTables>,
  userId: UserId,
): Promise<string | undefined> {
  const account = await database
    .selectFrom('identity.account')
    .select('password')
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst();
  return account?.password ?? undefined;
}

/** Gives a login its new address everywhere; false when it does not bear the old one any more. */
export async function changeEmail(
  database: Kysely<IdentityTables>,
  change: { readonly userId: UserId; readonly from: string; readonly to: string },
): Promise<boolean> {
  const { userId, from, to } = change;
  const found = await translateUnique(
    sql<{ changed: boolean }>`
      select identity.change_email(${userId}, ${from}, ${to}) as changed`.execute(database),
    { user_email_key: { path: ['email'], message: 'There is a login with this address already.' } },
  );
  return found.rows[0]?.changed ?? false;
}
