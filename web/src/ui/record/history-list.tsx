import type { Instant } from '@evenkeel/core/instant';
import type { ReactNode } from 'react';
import { PersonMark } from '../marks/record-marks.tsx';
import { TimeAgo } from '../marks/values.tsx';
import { EmptyState } from '../states/empty-state.tsx';
import styles from './record.module.css';

/** One change of a record, in words. */
export type HistoryEntry = {
  readonly id: string;
  /** Undefined for what the software did by itself. */
  readonly who: { readonly id: string; readonly name: string } | undefined;
  readonly when: Instant;
  /** `created this deal`, `moved it to the trash`; without it the fields speak. */
  readonly what?: string;
  readonly fields?: readonly HistoryField[];
};

export type HistoryField = {
  readonly label: string;
  /** Undefined where there was nothing, or is nothing now. */
  readonly from: ReactNode | undefined;
  readonly to: ReactNode | undefined;
};

type HistoryListProps = {
  readonly entries: readonly HistoryEntry[];
  readonly now: Instant;
  readonly onMore?: () => void;
};

/** Who changed what from what to what, newest first. */
export function HistoryList({ entries, now, onMore }: HistoryListProps) {
  if (entries.length === 0)
    return <EmptyState title="No changes yet">Every change will stand here.</EmptyState>;
  return (
    <div>
      <ol className={styles['history']}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles['entry']}>
            <EntryMark entry={entry} />
            <div className={styles['entry-text']}>
              <p>
                <span className={styles['who']}>{entry.who?.name ?? 'Evenkeel'}</span>{' '}
                {entry.what ?? 'changed'}{' '}
                <span className={styles['when']}>
                  <TimeAgo moment={entry.when} now={now} />
                </span>
              </p>
              {entry.fields ? <FieldChanges fields={entry.fields} /> : null}
            </div>
          </li>
        ))}
      </ol>
      {onMore ? (
        <button type="button" className={styles['more']} onClick={onMore}>
          Show older changes
        </button>
      ) : null}
    </div>
  );
}

function EntryMark({ entry }: { readonly entry: HistoryEntry }) {
  if (!entry.who) return <img src="/mark.svg" alt="" width={18} height={18} />;
  return (
    <span aria-hidden>
      <PersonMark person={entry.who} show="initials" />
    </span>
  );
}

function FieldChanges({ fields }: { readonly fields: readonly HistoryField[] }) {
  return (
    <ul className={styles['changes']}>
      {fields.map((field) => (
        <li key={field.label}>
          <span className={styles['changed']}>{field.label}</span>{' '}
          {field.from === undefined ? null : (
            <>
              <del className={styles['before']}>{field.from}</del> <span aria-hidden>→</span>
              <span className={styles['hidden']}>to</span>{' '}
            </>
          )}
          {field.to === undefined ? (
            <span className={styles['before']}>removed</span>
          ) : (
            <ins className={styles['after']}>{field.to}</ins>
          )}
        </li>
      ))}
    </ul>
  );
}
