import type { ReactNode } from 'react';
import styles from './record-layout.module.css';

type RecordLayoutProps = {
  /** The record's facts as fields, beside the text; below it where there is no room. */
  readonly side: ReactNode;
  readonly sideLabel: string;
  readonly children: ReactNode;
};

/** A record page: what is said in the middle, what is set at the side. */
export function RecordLayout({ side, sideLabel, children }: RecordLayoutProps) {
  return (
    <div className={styles['layout']}>
      <div className={styles['main']}>{children}</div>
      <section aria-label={sideLabel} className={styles['side']}>
        {side}
      </section>
    </div>
  );
}

type SavedNoteProps = { readonly state: 'quiet' | 'saving' | 'saved' | 'failed' };

const savedWords = { quiet: '', saving: 'Saving…', saved: 'Saved', failed: 'Not saved' } as const;

/** Says in the page's bar that what was changed has been saved. */
export function SavedNote({ state }: SavedNoteProps) {
  return (
    <span className={styles['saved']} data-state={state} role="status">
      {savedWords[state]}
    </span>
  );
}
