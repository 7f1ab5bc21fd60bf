import { type Postmaster, type PostmasterOptions, startPostmaster } from './postmaster.ts';

/** A database that is started again when it falls. */
export type Supervised = {
  readonly lost: Promise<Error>;
  stop(): Promise<void>;
};

/** More falls than this within the window and starting again would only hide the cause. */
const mostRestarts = 5;
const windowMilliseconds = 60_000;

/**
 * Starts PostgreSQL and starts it again when it ends without having been asked (killed by the
 * system for want of memory, say): what was committed comes back by its own recovery.
 */
export async function supervise(
  options: PostmasterOptions,
  say: (line: string) => void,
): Promise<Supervised> {
  let starting = startPostmaster(options);
  let running = await starting;
  let stopping = false;
  const endWithUs = () => interrupt(running);
  process.on('exit', endWithUs);

  const watching = (async () => {
    const falls: number[] = [];
    for (;;) {
      const end = await running.ended;
      if (stopping) return null;
      if (isTooOften(falls)) return new Error(`PostgreSQL fell too often, last with ${end}.`);
      say(`The database ended with ${end} and is started again.`);
      starting = startPostmaster(options);
      running = await starting;
    }
  })().catch(asError);

  return {
    lost: neverNull(watching),
    async stop() {
      stopping = true;
      process.off('exit', endWithUs);
      // It may be on its way up again at this very moment.
      const last = await starting.catch(() => null);
      await last?.stop();
      await watching;
    },
  };
}

function isTooOften(falls: number[]): boolean {
  const now = Date.now();
  falls.push(now);
  return falls.filter((time) => now - time < windowMilliseconds).length > mostRestarts;
}

function neverNull(watching: Promise<Error | null>): Promise<Error> {
  return new Promise((resolve) => {
    watching.then((error) => {
      if (error !== null) resolve(error);
    });
  });
}

function interrupt(postmaster: Postmaster): void {
  try {
    process.kill(postmaster.pid, 'SIGINT');
  } catch {
    // It ended before us.
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
