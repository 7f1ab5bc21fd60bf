import { useCallback, useEffect, useRef, useState } from 'react';
import { versionQueue } from './version-queue.ts';

type SavingState = 'quiet' | 'saving' | 'saved' | 'failed';

export type Saving<Change> = {
  /** Saves after everything that was asked before; throws what the server refused. */
  readonly save: (change: Change) => Promise<void>;
  readonly state: SavingState;
};

/** Saves changes of one record in turn, and says how far that is. Key what uses it by the record. */
export function useSaving<Change>(
  version: number,
  write: (change: Change, version: number) => Promise<{ readonly version: number }>,
): Saving<Change> {
  const [state, setState] = useState<SavingState>('quiet');
  const [queue] = useState(versionQueue);
  const latestWrite = useRef(write);
  useEffect(() => {
    queue.saw(version);
    latestWrite.current = write;
  });
  const save = useCallback(
    (change: Change) =>
      queue.send(async (latest) => {
        setState('saving');
        try {
          const saved = await latestWrite.current(change, latest);
          setState('saved');
          return saved;
        } catch (error) {
          setState('failed');
          throw error;
        }
      }),
    [queue],
  );
  return { save, state };
}
