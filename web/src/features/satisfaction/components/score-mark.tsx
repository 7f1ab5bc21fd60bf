import {
  isLowScore,
  isSatisfied,
  type Score,
  scores,
} from '@evenkeel/core/satisfaction/satisfaction';
import { joinClasses } from '../../../ui/join-classes.ts';
import styles from './satisfaction.module.css';

/** A score as five pips, told by number and shape before colour. */
export function ScoreMark({ score }: { readonly score: Score }) {
  const tone = isLowScore(score) ? 'low' : isSatisfied(score) ? 'high' : 'middle';
  return (
    <span className={joinClasses(styles['score'], styles[tone])}>
      <span className={styles['pips']} aria-hidden>
        {scores.map((pip) => (
          <span key={pip} className={joinClasses(styles['pip'], pip <= score && styles['full'])} />
        ))}
      </span>
      <span>
        {score}
        <span className={styles['hidden']}> of 5</span>
      </span>
    </span>
  );
}
