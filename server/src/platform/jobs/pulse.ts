import type { Thread } from './thread.ts';

type PulseUse = {
  /** Writes down how far the thread is; whether somebody asked it to stop. */
  readonly beat: () => Promise<boolean>;
  readonly onError: (error: unknown) => void;
};

/** The heartbeat of a thread's work. */
export type Pulse = {
  readonly isCancelled: () => boolean;
  /** Ends it, once the beat under way has ended. */
  readonly stop: () => Promise<void>;
};

const beatMilliseconds = 500;

/** Says every half second how far a thread is, and stops the thread when it hears that it is to. */
export function startPulse<Progress, Result>(
  thread: Thread<Progress, Result>,
  { beat, onError }: PulseUse,
): Pulse {
  let isCancelled = false;
  let beating: Promise<void> | null = null;
  const next = async (): Promise<void> => {
    try {
      isCancelled ||= await beat();
      if (isCancelled) thread.stop();
    } catch (error) {
      onError(error);
    } finally {
      beating = null;
    }
  };
  const timer = setInterval(() => {
    beating ??= next();
  }, beatMilliseconds);
  return {
    isCancelled: () => isCancelled,
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await beating;
    },
  };
}
