import { useCallback, useMemo, useRef, useState } from 'react';

export type Selection = {
  readonly keys: ReadonlySet<string>;
  /** Turns one row on or off; with `range` all between the last one and this. */
  readonly toggle: (index: number, options?: { range?: boolean }) => void;
  readonly setAll: (on: boolean) => void;
  readonly clear: () => void;
};

/** Which rows are selected, by key; a range starts at the row last turned. */
export function useSelection(keyAt: (index: number) => string, count: number): Selection {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<number | undefined>(undefined);
  const latest = useRef({ keyAt, count });
  latest.current = { keyAt, count };
  const toggle = useCallback((index: number, options?: { range?: boolean }) => {
    const from = options?.range ? (anchor.current ?? index) : index;
    anchor.current = index;
    setKeys((before) => {
      const next = new Set(before);
      const on = from === index ? !before.has(latest.current.keyAt(index)) : true;
      for (let at = Math.min(from, index); at <= Math.max(from, index); at += 1) {
        const key = latest.current.keyAt(at);
        if (on) next.add(key);
        else next.delete(key);
      }
      return next;
    });
  }, []);
  const clear = useCallback(() => setKeys(new Set()), []);
  const setAll = useCallback((on: boolean) => {
    const every = Array.from({ length: latest.current.count }, (_, index) =>
      latest.current.keyAt(index),
    );
    setKeys(new Set(on ? every : []));
  }, []);
  return useMemo(() => ({ keys, toggle, setAll, clear }), [keys, toggle, setAll, clear]);
}
