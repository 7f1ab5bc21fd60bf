import type { Instant } from '@evenkeel/core/instant';
import { TimeAgo } from '../marks/values.tsx';
import styles from './history-list.module.css';

/** One change of a record, already in words. */
export type HistoryEntry = {
  readonly id: string;
  readonly at: Instant;
  /** Who; null for the system itself. */
  readonly by: string | null;
  /** How it came in, where that is worth saying: an import, another program. */
  readonly via: string | null;
  /** `added the task Interview users`. */
  readonly what: string;
  readonly fields: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
};

/** Who changed what from what to what, newest first. */
export function HistoryList({
  entries,
  now,
}: {
  readonly entries: readonly HistoryEntry[];
  readonly now: Instant;
}) {
  return (
    <ol className={styles['history']}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles['entry']}>
          <p className={styles['head']}>
            <span className={styles['who']}>{entry.by ?? 'Evenkeel'}</span> {entry.what}
            {entry.via ? ` (${entry.via})` : null}
            <span className={styles['when']}>
              <TimeAgo moment={entry.at} now={now} />
            </span>
          </p>
          {entry.fields.length > 0 ? (
            <ul className={styles['fields']}>
              {entry.fields.map(({ field, before, after }) => (
                <li key={field}>
                  <span className={styles['field']}>{field}</span>{' '}
                  {before === null ? null : (
                    <>
                      <del className={styles['before']}>{before}</del>{' '}
                    </>
                  )}
                  <span className={styles['arrow']} aria-hidden>
                    →
                  </span>{' '}
                  <ins className={styles['after']}>{after ?? 'nothing'}</ins>
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
