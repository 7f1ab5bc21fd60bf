import { useEffect, useState } from 'react';

export type Bytes =
  | { readonly state: 'loading' | 'failed' }
  | { readonly state: 'here'; readonly bytes: ArrayBuffer };

/** Reads a file while it is shown; given up when it is closed. `read` must be steady. */
export function useBytes(read: (signal: AbortSignal) => Promise<ArrayBuffer>): Bytes {
  const [found, setFound] = useState<Bytes>({ state: 'loading' });
  useEffect(() => {
    const controller = new AbortController();
    setFound({ state: 'loading' });
    read(controller.signal).then(
      (bytes) => {
        if (!controller.signal.aborted) setFound({ state: 'here', bytes });
      },
      () => {
        if (!controller.signal.aborted) setFound({ state: 'failed' });
      },
    );
    return () => controller.abort();
  }, [read]);
  return found;
}
