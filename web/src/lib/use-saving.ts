import { useCallback, useEffect, useRef, useState } from 'react';

export type SavingState = 'quiet' | 'saving' | 'saved' | 'failed';

export type Saving<Change> = {
  /** Saves after everything that was asked before; throws what the server refused. */
  readonly save: (change: Change) => Promise<void>;
  readonly state: SavingState;
};

/**
 * Saves changes of one record one after the other, each on the version that the last one made, so
 * that quick edits of several fields never conflict with each other.
 */
export function useSaving<Change>(
  version: number,
  write: (change: Change, version: number) => Promise<{ readonly version: number }>,
): Saving<Change> {
  const [state, setState] = useState<SavingState>('quiet');
  const latestVersion = useRef(version);
  const latestWrite = useRef(write);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    // The answer of a read may be older than that of the last write.
    latestVersion.current = Math.max(latestVersion.current, version);
    latestWrite.current = write;
  });
  const save = useCallback((change: Change) => {
    const run = queue.current.then(async () => {
      setState('saving');
      try {
        const saved = await latestWrite.current(change, latestVersion.current);
        latestVersion.current = Math.max(latestVersion.current, saved.version);
        setState('saved');
      } catch (error) {
        setState('failed');
        throw error;
      }
    });
    queue.current = run.catch(() => undefined);
    return run;
  }, []);
  return { save, state };
}
