import type { NextContact } from '../model.ts';
import styles from './account-standing.module.css';

/** When the next contact is due; overdue stands out. */
export function NextContactMark({ next, words }: { next: NextContact; words: string }) {
  return <span className={styles[`contact-${next.standing}`]}>{words}</span>;
}
