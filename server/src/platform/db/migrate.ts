import { Kysely, Migrator, PostgresDialect } from 'kysely';
import { type ClientBase, Pool } from 'pg';
import { migrations } from '../../schema/migrations.ts';
import { ensureQueueTables } from '../jobs/queue-tables.ts';

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
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
      // Numbers are given by theme: a later one may have been released before an earlier one.
      allowUnorderedMigrations: true,
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  } finally {
    await db.destroy();
  }
  await ensureQueueTables(ownerUrl);
}

/**
 * Runs the migrations called `names` on an empty database within the transaction that `client` has
 * open, so that they come or go together with what else is done in it.
 */
export async function migrateWithin(client: ClientBase, names: readonly string[]): Promise<void> {
  const connection = { query: client.query.bind(client), release: () => undefined };
  // The migrator unlocks after an error, which fails in its turn, and then throws only that.
  let firstError: unknown;
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({
      pool: { connect: async () => connection, end: async () => undefined },
    }),
    log: (event) => {
      if (event.level === 'error') firstError ??= event.error;
    },
  });
  const wanted = Object.entries(migrations).filter(([name]) => names.includes(name));
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(wanted) },
    disableTransactions: true,
  });
  const outcome = await migrator.migrateToLatest().catch((error: unknown) => ({ error }));
  if (outcome.error !== undefined) throw firstError ?? outcome.error;
}
