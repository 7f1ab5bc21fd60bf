import type { EffortRow } from '@evenkeel/contract/effort';
import { formatEffort } from '../../../../ui/format/effort.ts';
import { kindColours } from '../../../../ui/marks/kind-badge.tsx';
import styles from './hours.module.css';

/**
 * The three numbers as one bar: the frame is the estimate, the tint what somebody is on, the fill what
 * was logged; what goes over the frame is red.
 */
export function HoursPicture({ row }: { readonly row: EffortRow }) {
  const { estimateMinutes, plannedMinutes, loggedMinutes } = row;
  const whole = Math.max(estimateMinutes, loggedMinutes, 1);
  const width = (minutes: number) => (100 * minutes) / whole;
  const colour = kindColours[row.project.kind];
  const words = `${formatEffort(loggedMinutes)} logged, ${formatEffort(plannedMinutes)} planned of ${formatEffort(estimateMinutes)} estimated`;
  return (
    <span className={styles['picture']} title={words}>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
        <rect width={width(estimateMinutes)} height={8} className={styles['estimate']} />
        <rect width={width(plannedMinutes)} height={8} fill={colour} opacity={0.25} />
        <rect
          width={width(Math.min(loggedMinutes, estimateMinutes || loggedMinutes))}
          height={8}
          fill={colour}
        />
        {loggedMinutes > estimateMinutes && estimateMinutes > 0 ? (
          <rect
            x={width(estimateMinutes)}
            width={width(loggedMinutes - estimateMinutes)}
            height={8}
            className={styles['over']}
          />
        ) : null}
      </svg>
      <span className={styles['hidden']}>{words}</span>
    </span>
  );
}
