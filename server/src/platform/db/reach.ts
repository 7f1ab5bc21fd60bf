import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Config } from '../../config.ts';
import { StartError } from '../start-error.ts';
import { runningEmbedded, startEmbedded } from './embedded/launcher.ts';

/** The database this process works on: a server elsewhere, or the embedded one. */
export type ReachedDatabase = {
  /** For the requests; may go through a pooler. */
  readonly url: string;
  /** Straight to the server: for LISTEN, advisory locks, migrations, backups. */
  readonly directUrl: string;
  /** Where the embedded database is kept; null for a server elsewhere. */
  readonly folder: string | null;
  /** Settles only when the embedded database fell for good. */
  readonly lost: Promise<Error>;
  release(): Promise<void>;
};

type Say = (line: string) => void;

/** A database that is just being started, beside us, gets this long. */
const patienceMilliseconds = 20_000;
const oldestVersion = 15;

/** For a server: `DATABASE_URL`, else the embedded database, which becomes this process's own. */
export async function reachDatabase(config: Config, say: Say): Promise<ReachedDatabase> {
  if (config.databaseUrl !== null) return reachServer(config.databaseUrl, config);
  const { url, folder, lost, stop } = await startEmbedded(config, say);
  return { url, directUrl: url, folder, lost, release: stop };
}

/** For a command: as `reachDatabase`, but beside an Evenkeel that runs on the same data folder. */
export async function joinDatabase(config: Config, say: Say): Promise<ReachedDatabase> {
  const url = config.databaseUrl === null ? await runningEmbedded(config) : null;
  return url === null ? reachDatabase(config, say) : reachServer(url, { databaseDirectUrl: url });
}

async function reachServer(
  url: string,
  { databaseDirectUrl }: Pick<Config, 'databaseDirectUrl'>,
): Promise<ReachedDatabase> {
  const directUrl = databaseDirectUrl ?? url;
  await requireUsable(directUrl);
  return { url, directUrl, folder: null, lost: new Promise(() => {}), release: async () => {} };
}

async function requireUsable(url: string): Promise<void> {
  const client = await patientlyConnected(url);
  const { rows } = await client.query<{ version: number; encoding: string }>(
    `select current_setting('server_version_num')::int / 10000 as version,
       current_setting('server_encoding') as encoding`,
  );
  await client.end();
  const { version = 0, encoding = '' } = rows[0] ?? {};
  if (version < oldestVersion) {
    throw new StartError(`PostgreSQL ${oldestVersion} or newer is needed; this one is ${version}.`);
  }
  if (encoding !== 'UTF8') {
    throw new StartError(
      `The database must be in UTF-8, and it is in ${encoding}: create it with ENCODING 'UTF8' TEMPLATE template0.`,
    );
  }
}

async function patientlyConnected(url: string): Promise<pg.Client> {
  const end = Date.now() + patienceMilliseconds;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (Date.now() > end || !isPassing(error)) throw new StartError(unreachable(url, error));
      await sleep(500);
    }
  }
}

/** Nobody listens yet, or PostgreSQL says itself that it is still starting. */
function isPassing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '57P03';
}

function unreachable(url: string, error: unknown): string {
  const { hostname, port, pathname } = new URL(url);
  const reason = error instanceof Error ? error.message || error.name : String(error);
  return `The database ${pathname.slice(1)} on ${hostname}:${port || 5432} cannot be reached: ${reason}. Check DATABASE_URL.`;
}
