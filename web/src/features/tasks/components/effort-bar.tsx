import type { TaskRow } from '@evenkeel/contract/tasks';
import { formatEffort, formatEffortShort } from '../../../ui/format/effort.ts';
import { effortTone } from '../model.ts';
import styles from './tasks.module.css';

type EffortBarProps = Pick<TaskRow, 'estimateMinutes' | 'loggedMinutes'>;

/** Logged against estimated time: the two numbers and how full the estimate is (U04). */
export function EffortBar(effort: EffortBarProps) {
  const { estimateMinutes, loggedMinutes } = effort;
  const tone = effortTone(effort);
  const share = estimateMinutes ? Math.min(1, loggedMinutes / estimateMinutes) : 0;
  const words =
    estimateMinutes === null
      ? `${formatEffort(loggedMinutes)} logged, no estimate`
      : `${formatEffort(loggedMinutes)} logged of ${formatEffort(estimateMinutes)} estimated`;
  return (
    <span className={styles['effort']} title={words}>
      <span className={styles['hidden']}>{words}</span>
      <span aria-hidden className={styles[`effort-${tone}`]}>
        {loggedMinutes > 0 ? formatEffortShort(loggedMinutes) : '–'}
      </span>
      <svg viewBox="0 0 40 4" width={40} height={4} aria-hidden preserveAspectRatio="none">
        <rect width={40} height={4} rx={2} className={styles['bar-rest']} />
        <rect width={40 * share} height={4} rx={2} className={styles[`bar-${tone}`]} />
      </svg>
    </span>
  );
}
