import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../../start-error.ts';
import { type Account, canEnter, databaseAccount } from './account.ts';

/** Where one embedded database lives. */
export type Home = {
  readonly account: Account | null;
  /** Holds everything below. */
  readonly folder: string;
  /** Holds one PGDATA per major version. */
  readonly clusters: string;
  readonly sockets: string;
  readonly logFile: string;
  /** The socket whose listener is the one Evenkeel allowed on this folder. */
  readonly lockFile: string;
  /** What the person should know about the place, if anything. */
  readonly notices: readonly string[];
};

/** The port is part of the socket's name only: nothing listens on the network. */
export const socketPort = 5432;

/** Linux allows 107 bytes, macOS 103. */
const longestSocketPath = 100;

/**
 * The place of the database under `dataFolder`, made ready. As root under a folder closed to the
 * database's account it moves to /var/lib and says so.
 */
export function prepareHome(dataFolder: string): Home {
  makeDataFolder(dataFolder);
  const real = realpathSync(dataFolder);
  const known = join(fallbackFolder(real), 'database');
  const account = databaseAccount([join(real, 'database'), known, real]);
  const notices: string[] = [];
  const folder = reachableFolder(real, account, notices);
  const clusters = join(folder, 'database');
  makePrivate(clusters, account);
  const sockets = socketFolder(folder, account, notices);
  return {
    account,
    folder,
    clusters,
    sockets,
    logFile: join(folder, 'postgresql.log'),
    lockFile: join(sockets, 'evenkeel'),
    notices,
  };
}

/** The superuser's address. `database` defaults to Evenkeel's own. */
export function socketUrl(sockets: string, database = 'evenkeel'): string {
  const host = encodeURIComponent(sockets);
  return `postgresql://evenkeel@localhost:${socketPort}/${database}?host=${host}`;
}

/** As root it stays open for passing through, so that the database's account reaches its part. */
function makeDataFolder(folder: string): void {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  try {
    mkdirSync(folder, { recursive: true, mode });
  } catch (cause) {
    throw new StartError(
      `The data folder ${folder} cannot be made. Set EVENKEEL_DATA to a folder this account may write.`,
      { cause },
    );
  }
}

/** A folder of the account's own, closed to everybody else. */
export function makePrivate(folder: string, account: Account | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const owner = account?.uid ?? process.getuid?.() ?? found.uid;
  if (!found.isDirectory()) throw new StartError(`${folder} must be a folder.`);
  if (found.uid !== owner && process.getuid?.() !== 0) throw new StartError(belongsToOther(folder));
  if (account !== null) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
}

function belongsToOther(folder: string): string {
  return `${folder} belongs to another account. Start Evenkeel as the account that made it, or as root, or set EVENKEEL_DATA to another folder.`;
}

function reachableFolder(real: string, account: Account | null, notices: string[]): string {
  if (account === null) return real;
  const fallback = fallbackFolder(real);
  const movedBefore = holdsCluster(fallback) && !holdsCluster(real);
  if (canEnter(account, real) && !movedBefore) return real;
  mkdirSync(fallback, { recursive: true, mode: 0o711 });
  if (!canEnter(account, fallback)) throw new StartError(unreachable(account, real, fallback));
  notices.push(
    `PostgreSQL refuses root, so the account "${account.name}" runs it, which cannot enter ${real}: the database is kept in ${fallback}.`,
  );
  return fallback;
}

function unreachable(account: Account, real: string, fallback: string): string {
  return `PostgreSQL refuses root, and the account "${account.name}" can enter neither ${real} nor ${fallback}. Set EVENKEEL_DATA to a folder that account can enter.`;
}

function holdsCluster(folder: string): boolean {
  const clusters = join(folder, 'database');
  return existsSync(clusters) && readdirSync(clusters).length > 0;
}

function fallbackFolder(real: string): string {
  return `/var/lib/evenkeel-${shortHash(real)}`;
}

function socketFolder(folder: string, account: Account | null, notices: string[]): string {
  const near = join(folder, 'run');
  if (Buffer.byteLength(join(near, `.s.PGSQL.${socketPort}.lock`)) <= longestSocketPath) {
    makePrivate(near, account);
    return near;
  }
  const far = `/tmp/evenkeel-${process.getuid?.() ?? 0}-${shortHash(folder)}`;
  makePrivate(far, account);
  notices.push(`The path of ${folder} is too long for a socket; the sockets are in ${far}.`);
  return far;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
