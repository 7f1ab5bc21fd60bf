import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../../start-error.ts';
import { identity } from './account.ts';
import { type Home, socketPort } from './home.ts';
import { clearLeftovers } from './leftover.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { type Programs, programEnvironment } from './programs.ts';

/** One running PostgreSQL. */
export type Postmaster = {
  readonly pid: number;
  /** Settles when the process has ended, with how: "code 1", "signal SIGKILL". */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
};

export type PostmasterOptions = {
  readonly home: Home;
  readonly programs: Programs;
  readonly cluster: string;
  readonly settings: Readonly<Record<string, string>>;
};

const pollMilliseconds = 20;
const stopMilliseconds = 60_000;
const largestLogBytes = 10_000_000;

/** Sized for one firm on one small machine; a bigger one has its own PostgreSQL. */
const standardSettings = {
  cluster_name: 'evenkeel',
  timezone: 'UTC',
  log_timezone: 'UTC',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  log_checkpoints: 'off',
  // Compiling costs more than it saves for requests of a few milliseconds.
  jit: 'off',
} as const;

/** Starts PostgreSQL on `cluster`; settles when it takes connections. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  await clearLeftovers(options.cluster, options.home.sockets);
  const child = launch(options);
  const ended = endOf(child);
  const { pid } = child;
  if (pid === undefined) throw new StartError(`PostgreSQL cannot be started: ${await ended}`);
  await untilReady({ pid, ended, options });
  return { pid, ended, stop: () => stopChild(child, ended) };
}

function launch({ home, programs, cluster, settings }: PostmasterOptions): ChildProcess {
  const parameters = ['-D', cluster, '-k', home.sockets, '-p', String(socketPort), '-h', ''];
  for (const [name, value] of Object.entries({ ...standardSettings, ...settings })) {
    parameters.push('-c', `${name}=${value}`);
  }
  const log = openLog(home.logFile);
  const child = spawn(join(programs.folder, 'postgres'), parameters, {
    cwd: '/',
    env: programEnvironment(),
    // Its own session: Ctrl-C must reach Evenkeel only, which stops the database after the requests.
    detached: true,
    stdio: ['ignore', log, log],
    ...identity(home.account),
  });
  closeSync(log);
  return child;
}

function openLog(path: string): number {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes > largestLogBytes) {
    rmSync(`${path}.1`, { force: true });
    renameSync(path, `${path}.1`);
  }
  return openSync(path, 'a', 0o600);
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `code ${code}`));
  });
}

type Starting = {
  readonly pid: number;
  readonly ended: Promise<string>;
  readonly options: PostmasterOptions;
};

/** As long as the process lives it may still be recovering: there is no time limit to that. */
async function untilReady({ pid, ended, options }: Starting): Promise<void> {
  const { cluster, home } = options;
  const logged = statSync(home.logFile).size;
  for (;;) {
    const file = readPostmasterFile(cluster);
    if (file?.pid === pid && file.isReady) return;
    const end = await Promise.race([ended, sleep(pollMilliseconds, null)]);
    if (end === null) continue;
    const log = readFileSync(home.logFile).subarray(logged).toString().trim();
    throw new StartError(`PostgreSQL did not start (${end}); it says in ${home.logFile}:\n${log}`);
  }
}

/** SIGINT ends open connections and writes all down; SIGQUIT leaves that to the next start. */
async function stopChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGINT');
  const end = await Promise.race([ended, sleep(stopMilliseconds, null, { ref: false })]);
  if (end !== null) return;
  child.kill('SIGQUIT');
  await ended;
}
