import { useEffect, useState } from 'react';

/** A record that can be picked: its id, its name and what tells namesakes apart. */
export type RecordOption = {
  readonly id: string;
  readonly name: string;
  readonly detail?: string;
};

export type RecordSource = (query: string, signal: AbortSignal) => Promise<readonly RecordOption[]>;

export type RecordOptions = {
  readonly options: readonly RecordOption[];
  readonly state: 'loading' | 'done' | 'failed';
};

/** Options for what is typed, fetched while the list is open; a newer query aborts the older. */
export function useRecordOptions(
  opened: boolean,
  query: string,
  source: RecordSource,
): RecordOptions {
  const [result, setResult] = useState<RecordOptions>({ options: [], state: 'loading' });
  useEffect(() => {
    if (!opened) return;
    const controller = new AbortController();
    setResult((before) => ({ options: before.options, state: 'loading' }));
    const timer = setTimeout(
      () => {
        source(query.trim(), controller.signal).then(
          (options) => {
            if (!controller.signal.aborted) setResult({ options, state: 'done' });
          },
          () => {
            if (!controller.signal.aborted) setResult({ options: [], state: 'failed' });
          },
        );
      },
      query ? 120 : 0,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [opened, query, source]);
  return result;
}
