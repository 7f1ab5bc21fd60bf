import { Logger, runMigrations } from 'graphile-worker';

/** The library's own tables, which it makes itself when jobs are first run. */
export const queueSchema = 'graphile_worker';

/** Makes the tables of the job queue, or brings them up to date; a no-op when they are. */
export async function ensureQueueTables(directUrl: string): Promise<void> {
  await runMigrations({ connectionString: directUrl, logger: new Logger(() => () => undefined) });
}
