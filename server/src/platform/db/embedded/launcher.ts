import pg from 'pg';
import type { Config } from '../../../config.ts';
import { type Home, prepareHome, socketUrl } from './home.ts';
import { ensureCluster } from './initdb.ts';
import { holdLock, lockHolder } from './lock.ts';
import type { PostmasterOptions } from './postmaster.ts';
import { findPrograms } from './programs.ts';
import { supervise } from './supervisor.ts';

/** The embedded PostgreSQL, running. */
export type EmbeddedDatabase = {
  /** For the superuser, who owns everything; over a Unix socket. */
  readonly url: string;
  /** Where it is kept. */
  readonly folder: string;
  /** Settles only when the database fell and could not be started again. */
  readonly lost: Promise<Error>;
  stop(): Promise<void>;
};

export type ClusterOptions = {
  readonly dataFolder: string;
  readonly postgresBinFolder: string | null;
  /** False only where nothing is worth keeping: in tests. */
  readonly durable: boolean;
  readonly settings: Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
};

/** The database of this data folder, made on the first start. */
export function startEmbedded(
  config: Pick<Config, 'dataFolder' | 'postgresBinFolder'>,
  say: (line: string) => void = console.log,
): Promise<EmbeddedDatabase> {
  const { dataFolder, postgresBinFolder } = config;
  return startCluster({ dataFolder, postgresBinFolder, durable: true, settings: {}, say });
}

/** The address of the database that another Evenkeel runs on this data folder, or null. */
export async function runningEmbedded(config: Pick<Config, 'dataFolder'>): Promise<string | null> {
  const home = prepareHome(config.dataFolder);
  return (await lockHolder(home.lockFile)) === null ? null : socketUrl(home.sockets);
}

export async function startCluster(options: ClusterOptions): Promise<EmbeddedDatabase> {
  const home = prepareHome(options.dataFolder);
  for (const notice of home.notices) options.say(notice);
  const lock = await holdLock(home.lockFile, options.dataFolder);
  try {
    const supervised = await supervise(await postmasterOptions(home, options), options.say);
    await ensureDatabase(home);
    const stop = async () => {
      await supervised.stop();
      await lock.release();
    };
    return { url: socketUrl(home.sockets), folder: home.folder, lost: supervised.lost, stop };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function postmasterOptions(home: Home, options: ClusterOptions): Promise<PostmasterOptions> {
  const programs = await findPrograms(options.postgresBinFolder, home);
  const cluster = await ensureCluster(home, programs, options.durable);
  return { home, programs, cluster, settings: options.settings };
}

async function ensureDatabase(home: Home): Promise<void> {
  const client = new pg.Client(socketUrl(home.sockets, 'postgres'));
  await client.connect();
  try {
    const found = await client.query(`select 1 from pg_database where datname = 'evenkeel'`);
    if (found.rowCount === 0) await client.query('create database evenkeel template template0');
  } finally {
    await client.end();
  }
}
