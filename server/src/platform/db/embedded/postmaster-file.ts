import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What PostgreSQL writes into `postmaster.pid` (miscadmin.h, LOCK_FILE_LINE_…). */
export type PostmasterFile = {
  readonly pid: number;
  /** Of the System V segment that shows whether anybody is still attached. */
  readonly sharedMemoryId: number | null;
  readonly isReady: boolean;
};

/** Null when there is no such file, or one that was not written to the end. */
export function readPostmasterFile(cluster: string): PostmasterFile | null {
  const lines = readLines(join(cluster, 'postmaster.pid'));
  const pid = Number(lines?.[0]);
  if (lines === null || !Number.isInteger(pid) || pid <= 0) return null;
  const segment = /^\s*\d+\s+(\d+)/.exec(lines[6] ?? '');
  return {
    pid,
    sharedMemoryId: segment ? Number(segment[1]) : null,
    isReady: lines[7]?.trim() === 'ready',
  };
}

function readLines(path: string): string[] | null {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch (error) {
    // An error of readFileSync is always one of the system's, which has a code.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
