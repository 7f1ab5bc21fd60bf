import { randomBytes } from 'node:crypto';
import { linkSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { StartError } from '../../start-error.ts';

export type FolderLock = { release(): Promise<void> };

const attempts = 5;
const answerMilliseconds = 1000;

/**
 * Makes this process the only Evenkeel on a data folder. The lock is a listening socket and not a
 * file with a process number: the system closes it with the process, however that ends, and numbers
 * are given again to others, in containers nearly always.
 */
export async function holdLock(path: string, folder: string): Promise<FolderLock> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const server = await listenOn(path);
    if (server !== null) return { release: () => closed(server) };
    const holder = (await lockHolder(path)) ?? (await takeAway(path));
    if (holder !== null) throw new StartError(inUse(folder, holder));
  }
  throw new StartError(inUse(folder, 'unknown'));
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

/**
 * Sets a dead holder's socket aside. Between asking and this, another Evenkeel may have done the
 * same and put its own there: then that one is given back and named.
 */
async function takeAway(path: string): Promise<string | null> {
  const aside = `${path}.${randomBytes(3).toString('hex')}`;
  try {
    renameSync(path, aside);
  } catch {
    // Gone already: the next attempt to listen tells.
    return null;
  }
  const holder = await lockHolder(aside);
  if (holder !== null) linkSync(aside, path);
  rmSync(aside, { force: true });
  return holder;
}

function listenOn(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(`${process.pid}\n`);
    });
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
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
