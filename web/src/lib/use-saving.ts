import { useCallback, useEffect, useRef, useState } from 'react';
import { versionQueue } from './version-queue.ts';

type SavingState = 'quiet' | 'saving' | 'saved' | 'failed';

export type Saving<Change> = {
  /** Saves after everything that was asked before; throws what the server refused. */
  readonly save: (change: Change) => Promise<void>;
  readonly state: SavingState;
};

/**
 * Saves changes of one record in turn, and says how far that is. “Saved” is said once nothing waits
 * and no field's last try was refused: a refused field may be tried again a moment later. Key what
 * uses it by the record.
 */
export function useSaving<Change extends object>(
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
  const waiting = useRef(0);
  const refused = useRef(new Set<string>());
  const save = useCallback(
    async (change: Change) => {
      const fields = Object.keys(change).join(' ');
      waiting.current += 1;
      setState('saving');
      try {
        await queue.send((latest) => latestWrite.current(change, latest));
        refused.current.delete(fields);
      } catch (error) {
        refused.current.add(fields);
        throw error;
      } finally {
        waiting.current -= 1;
        if (waiting.current === 0) setState(refused.current.size > 0 ? 'failed' : 'saved');
      }
    },
    [queue],
  );
  return { save, state };
}
