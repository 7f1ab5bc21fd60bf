import { Logger, run } from 'graphile-worker';
import { Pool, type PoolClient } from 'pg';

/** A job by name: what it does, and when by itself (five fields of cron, UTC). */
export type Job = {
  readonly name: string;
  readonly cron: string;
  readonly work: (client: PoolClient, log: (message: string) => void) => Promise<void>;
};

export type JobWorker = { close(): Promise<void> };

/**
 * Runs jobs beside the server, over PostgreSQL: of several server processes each job is taken by one.
 * A job that fails is tried again, later each time.
 */
export async function startJobs(options: {
  directUrl: string;
  jobs: readonly Job[];
  log: { info(message: string): void; error(error: unknown, message: string): void };
}): Promise<JobWorker> {
  const { jobs, log } = options;
  const pool = new Pool({
    connectionString: options.directUrl,
    max: 3,
    application_name: 'evenkeel jobs',
  });
  pool.on('error', (error) => log.error(error, 'a database connection of the jobs was lost'));
  // A connection lost while it is in use says so on itself; the job's query fails and is tried again.
  pool.on('connect', (client) => client.on('error', () => undefined));
  // As in db/database: the pool does not listen to connections that are in use.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const runner = await run({
    pgPool: pool,
    concurrency: 1,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error(new Error(message), 'a job failed');
    }),
    taskList: Object.fromEntries(
      jobs.map((job) => [
        job.name,
        (_payload, helpers) =>
          helpers.withPgClient((client) => job.work(client, (message) => log.info(message))),
      ]),
    ),
    crontab: jobs.map((job) => `${job.cron} ${job.name} ?fill=2d`).join('\n'),
  });
  return {
    async close() {
      await runner.stop();
      await pool.end();
    },
  };
}
