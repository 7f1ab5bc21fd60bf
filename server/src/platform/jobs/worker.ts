import { Logger, run } from 'graphile-worker';
import { Pool, type PoolClient } from 'pg';
import { lostConnection } from '../db/lost-connection.ts';

type Log = { info(message: string): void; error(error: unknown, message: string): void };

/** What happens by itself, at the minutes that five fields of cron name (UTC). */
export type TimedJob = {
  readonly name: string;
  readonly cron: string;
  readonly work: (client: PoolClient, log: (message: string) => void) => Promise<void>;
};

/** What requests have queued; `work` gets the payload as it was queued, and throws to be tried again. */
export type AskedJob = {
  readonly name: string;
  readonly work: (payload: unknown) => Promise<void>;
};

export type JobWorker = { close(): Promise<void> };

/** No job takes this long: whoever still holds one has died. */
const lostAfter = '15 minutes';

const releaseLost: TimedJob = {
  name: 'release_lost_jobs',
  cron: '* * * * *',
  work: async (client) => {
    await client.query(`
      select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
      from graphile_worker.jobs where locked_at < now() - interval '${lostAfter}'`);
  },
};

/**
 * Runs jobs beside the server, over PostgreSQL: of several server processes each job is taken by one.
 * A job that fails is tried again, later each time; one whose process died is taken up by another.
 */
export async function startJobs(options: {
  directUrl: string;
  timed: readonly TimedJob[];
  asked: readonly AskedJob[];
  log: Log;
}): Promise<JobWorker> {
  const { asked, log } = options;
  const timed = [...options.timed, releaseLost];
  const pool = openPool(options.directUrl, log);
  const runner = await run({
    pgPool: pool,
    // A long import keeps no letter waiting.
    concurrency: 3,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error(new Error(message), 'a job failed');
    }),
    taskList: {
      ...Object.fromEntries(asked.map(({ name, work }) => [name, work])),
      ...Object.fromEntries(
        timed.map(({ name, work }) => [
          name,
          (_payload: unknown, helpers: { withPgClient: WithClient }) =>
            helpers.withPgClient((client) => work(client, (message) => log.info(message))),
        ]),
      ),
    },
    crontab: timed.map(({ name, cron }) => `${cron} ${name}${fillOf(cron)}`).join('\n'),
  });
  return {
    async close() {
      await runner.stop();
      await pool.end();
    },
  };
}

type WithClient = (work: (client: PoolClient) => Promise<void>) => Promise<void>;

/** What runs each minute need not be made up for; anything rarer is, after a stop. */
function fillOf(cron: string): string {
  return cron.startsWith('*') ? '' : ' ?fill=2d';
}

function openPool(directUrl: string, log: Log): Pool {
  const pool = new Pool({
    connectionString: directUrl,
    max: 6,
    application_name: 'evenkeel jobs',
  });
  pool.on('error', (error) =>
    log.error(lostConnection(error), 'a database connection of the jobs was lost'),
  );
  // As in db/database: the pool does not listen to connections that are in use. The job's query
  // fails and is tried again.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
