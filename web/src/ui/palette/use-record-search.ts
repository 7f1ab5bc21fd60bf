import { useEffect, useState } from 'react';

/** A record found by the search of the product. */
export type RecordHit = {
  readonly id: string;
  /** The heading it stands under: `Deals`. */
  readonly group: string;
  readonly label: string;
  /** What tells it from its namesakes: number, account, stage. */
  readonly detail?: string;
  readonly href: string;
};

export type SearchRecords = (query: string, signal: AbortSignal) => Promise<readonly RecordHit[]>;

export type RecordSearch = {
  readonly hits: readonly RecordHit[];
  readonly state: 'idle' | 'searching' | 'done' | 'failed';
};

const idle: RecordSearch = { hits: [], state: 'idle' };
const pauseMilliseconds = 120;

/** Searches after a short pause in typing; a newer query aborts the older. */
export function useRecordSearch(query: string, search: SearchRecords | undefined): RecordSearch {
  const [result, setResult] = useState<RecordSearch>(idle);
  const wanted = query.trim();
  useEffect(() => {
    if (!search || wanted.length < 2) {
      setResult(idle);
      return;
    }
    const controller = new AbortController();
    setResult((before) => ({ hits: before.hits, state: 'searching' }));
    const timer = setTimeout(() => {
      search(wanted, controller.signal).then(
        (hits) => {
          if (!controller.signal.aborted) setResult({ hits, state: 'done' });
        },
        () => {
          if (!controller.signal.aborted) setResult({ hits: [], state: 'failed' });
        },
      );
    }, pauseMilliseconds);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [wanted, search]);
  return result;
}
