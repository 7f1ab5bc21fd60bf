import { Kysely, Migrator, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { migrations } from '../../schema/migrations.ts';

/**
 * Brings a database to the latest schema: a no-op when it is there already. Safe to call from several
 * processes at once (Kysely's migrator takes an advisory lock). Throws the first migration's error,
 * with that migration rolled back.
 */
export async function migrateToLatest(ownerUrl: string): Promise<void> {
  const pool = new Pool({
    connectionString: ownerUrl,
    max: 2,
    application_name: 'evenkeel migrate',
  });
  pool.on('error', () => undefined);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  } finally {
    await db.destroy();
  }
}
