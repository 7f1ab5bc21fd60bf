import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../schema/tables.ts';
import type { Database } from './database.ts';

/**
 * Runs `work` in a read-only transaction of the restricted role with no workspace set: no row is
 * visible, only the functions meant for people who have not proven who they are.
 */
export function asVisitor<T>(
  database: Database,
  work: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return database.kysely
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`set local role evenkeel_app`.execute(tx);
      return work(tx);
    });
}
