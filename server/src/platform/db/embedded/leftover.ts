import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { socketPort } from './home.ts';
import { readPostmasterFile } from './postmaster-file.ts';

const stopMilliseconds = 60_000;
const pollMilliseconds = 50;

/**
 * Clears away what an Evenkeel that was killed left behind. To be called with the folder's lock
 * held: then a database that still runs belongs to nobody and is stopped. A `postmaster.pid` whose
 * number meanwhile belongs to another program (or to a zombie, in a container without init) would
 * make PostgreSQL refuse to start; it is removed once nobody is attached to its shared memory.
 */
export async function clearLeftovers(cluster: string, sockets: string): Promise<void> {
  const left = readPostmasterFile(cluster);
  if (left !== null && isPostgresOn(left.pid, cluster)) await stopOrphan(left.pid, cluster);
  const still = readPostmasterFile(cluster);
  if (still !== null) {
    await waitUntil(() => attachedProcesses(still.sharedMemoryId) === 0, stopMilliseconds);
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
  }
  const socket = join(sockets, `.s.PGSQL.${socketPort}`);
  rmSync(`${socket}.lock`, { force: true });
  rmSync(socket, { force: true });
}

/** Whether process `pid` is the PostgreSQL that serves `cluster`. */
export function isPostgresOn(pid: number, cluster: string): boolean {
  const words = commandLine(pid);
  return basename(words[0] ?? '') === 'postgres' && words.includes(cluster);
}

/** Asks every 50 ms; throws when `isSo` stays false for `milliseconds`. */
async function waitUntil(isSo: () => boolean, milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('Processes of a database that was killed still run.');
    await sleep(pollMilliseconds);
  }
}

/** SIGINT ends connections and writes everything down; SIGQUIT leaves that to recovery. */
async function stopOrphan(pid: number, cluster: string): Promise<void> {
  process.kill(pid, 'SIGINT');
  try {
    await waitUntil(() => !isPostgresOn(pid, cluster), stopMilliseconds);
  } catch {
    process.kill(pid, 'SIGQUIT');
    await waitUntil(() => !isPostgresOn(pid, cluster), stopMilliseconds);
  }
}

/** A zombie has no words. */
function commandLine(pid: number): string[] {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
    return stdout.toString().trim().split(' ');
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function sharedMemoryTable(): string[] {
  try {
    return readFileSync('/proc/sysvipc/shm', 'utf8').trim().split('\n');
  } catch {
    return [];
  }
}

/** Elsewhere than on Linux PostgreSQL's own check has to do. */
function attachedProcesses(sharedMemoryId: number | null): number {
  if (process.platform !== 'linux' || sharedMemoryId === null) return 0;
  const [head = '', ...rows] = sharedMemoryTable();
  const names = head.trim().split(/\s+/);
  for (const row of rows) {
    const cells = row.trim().split(/\s+/);
    if (Number(cells[names.indexOf('shmid')]) !== sharedMemoryId) continue;
    return Number(cells[names.indexOf('nattch')]);
  }
  return 0;
}
