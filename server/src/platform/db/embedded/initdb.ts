import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../../start-error.ts';
import type { Account } from './account.ts';
import type { Home } from './home.ts';
import { type Programs, runProgram } from './programs.ts';

/**
 * The folder of the cluster (PGDATA) for these programs, made when it is not there yet. It is made
 * under another name and renamed when it stands on disk, so that a start that was cut off leaves
 * nothing half made under the real name.
 */
export async function ensureCluster(
  home: Home,
  programs: Programs,
  durable: boolean,
): Promise<string> {
  const cluster = join(home.clusters, String(programs.major));
  removeUnfinished(home.clusters);
  if (existsSync(cluster)) return cluster;
  refuseOtherMajor(home.clusters, programs);
  const unfinished = mkdtempSync(join(home.clusters, 'unfinished-'));
  if (home.account !== null) chownSync(unfinished, home.account.uid, home.account.gid);
  await initialise(unfinished, programs, { account: home.account, durable });
  renameSync(unfinished, cluster);
  if (durable) synchronise(home.clusters);
  return cluster;
}

type Initialising = { readonly account: Account | null; readonly durable: boolean };

async function initialise(
  folder: string,
  programs: Programs,
  { account, durable }: Initialising,
): Promise<void> {
  const parameters = ['-D', folder, '-U', 'evenkeel', '-E', 'UTF8', '--no-instructions'];
  // The folder and the socket's folder are closed to other accounts: that is the protection.
  parameters.push('--auth=trust', '--data-checksums', ...localeParameters(programs.major));
  if (!durable) parameters.push('--no-sync');
  const { code, output } = await runProgram(join(programs.folder, 'initdb'), parameters, account);
  if (code === 0) return;
  rmSync(folder, { recursive: true, force: true });
  throw new StartError(
    `The database could not be made (initdb ended with ${code}):\n${output.trim()}`,
  );
}

/** The same sorting on every machine: PostgreSQL's own C.UTF-8 since 17, the system's before. */
function localeParameters(major: number): string[] {
  if (major >= 17) return ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  return [process.platform === 'linux' ? '--locale=C.UTF-8' : '--locale=C'];
}

function removeUnfinished(clusters: string): void {
  for (const name of readdirSync(clusters)) {
    if (name.startsWith('unfinished-')) rmSync(join(clusters, name), { recursive: true });
  }
}

function refuseOtherMajor(clusters: string, programs: Programs): void {
  const others = readdirSync(clusters).filter((name) => /^\d+$/.test(name));
  if (others.length === 0) return;
  throw new StartError(
    `${clusters} holds a database of PostgreSQL ${others.join(', ')}, and this is ${programs.version}. Make a backup with the Evenkeel that wrote it, then restore it into a new EVENKEEL_DATA folder with this one.`,
  );
}

/** A rename is on disk only when the folder is. */
function synchronise(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
