import { randomBytes } from 'node:crypto';
import { linkSync, lstatSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../../start-error.ts';

export type FolderLock = { release(): Promise<void> };

const answerMilliseconds = 1000;

/** Longer than anybody takes from finding a dead holder to putting itself in its place. */
const settlingMilliseconds = 250;

/**
 * Makes this process the only Evenkeel on a data folder. The lock is a listening socket and not a
 * file with a process number: the system closes it with the process, however that ends, and numbers
 * are given again to others, in containers nearly always.
 */
export async function holdLock(path: string, folder: string): Promise<FolderLock> {
  const own = `${path}.${randomBytes(3).toString('hex')}`;
  const server = await listenOn(own);
  const inode = lstatSync(own).ino;
  const release = async () => {
    if (inodeOf(path) === inode) rmSync(path);
    await closed(server);
  };
  if (!putInPlace(own, path)) {
    const holder = (await lockHolder(path)) ?? (await takeOver(own, path, inode));
    if (holder !== null) {
      await release();
      throw new StartError(inUse(folder, holder));
    }
  }
  return { release };
}

/** The process number of the Evenkeel that holds the lock, 'unknown', or null when none does. */
export function lockHolder(path: string): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect(path);
    let answer = '';
    socket.setTimeout(answerMilliseconds, () => socket.destroy());
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('error', () => resolve(null));
    // Reached after a connection only: somebody listens, even if too busy to answer.
    socket.on('close', () => resolve(answer.trim() || 'unknown'));
  });
}

/** False when another socket, dead or alive, has the place. */
function putInPlace(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    rmSync(own);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes the place of a dead socket. Others may have found it dead at the same moment, so the one
 * whose socket stands there after a while has it. Null when that is us, else who it is.
 */
async function takeOver(own: string, path: string, inode: number): Promise<string | null> {
  renameSync(own, path);
  await sleep(settlingMilliseconds);
  return inodeOf(path) === inode ? null : ((await lockHolder(path)) ?? 'unknown');
}

function inodeOf(path: string): number | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.ino;
}

function listenOn(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(`${process.pid}\n`);
    });
    server.on('error', reject);
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

function inUse(folder: string, holder: string): string {
  const who = holder === 'unknown' ? 'Another Evenkeel' : `Another Evenkeel (process ${holder})`;
  return `${who} runs on the data folder ${folder}. Stop it first, or set EVENKEEL_DATA to another folder (and PORT to another port).`;
}
