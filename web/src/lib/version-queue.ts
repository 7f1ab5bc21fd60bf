/** Writes of one record that wait for each other. */
export type VersionQueue = {
  /** Tells which version has been read; a read may be older than the last write. */
  readonly saw: (version: number) => void;
  /** Writes after everything that was asked before; throws what the server refused. */
  readonly send: (
    write: (version: number) => Promise<{ readonly version: number }>,
  ) => Promise<void>;
};

/**
 * Sends the changes of one record one after the other, each on the version that the last one made,
 * so that quick edits of several fields never conflict with each other. A refused write holds up
 * none of those after it.
 */
export function versionQueue(): VersionQueue {
  let latest = 0;
  let last: Promise<unknown> = Promise.resolve();
  const saw = (version: number) => {
    latest = Math.max(latest, version);
  };
  return {
    saw,
    send: (write) => {
      const run = last.then(async () => saw((await write(latest)).version));
      last = run.catch(() => undefined);
      return run;
    },
  };
}
