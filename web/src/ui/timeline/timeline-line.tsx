import { memo } from 'react';
import { AppLink } from '../navigation/app-link.tsx';
import styles from './timeline.module.css';
import { TimelineBar } from './timeline-bar.tsx';
import type { BarDays, TimelineRow } from './timeline-row.ts';
import { type Scale, xOf } from './timeline-scale.ts';

type TimelineLineProps = {
  readonly row: TimelineRow;
  readonly scale: Scale;
  readonly top: number;
  readonly isMovable: boolean;
  readonly onMove: (row: TimelineRow, days: BarDays) => void;
};

/** One row: its name at the left edge, its bar and its milestones. */
export const TimelineLine = memo(function TimelineLine(props: TimelineLineProps) {
  const { row, scale, top } = props;
  return (
    <li className={styles['row']} style={{ top }}>
      <span
        className={styles['name']}
        data-summary={row.shape === 'summary' || undefined}
        style={{ paddingLeft: 18 + Math.min(row.depth, 6) * 16 }}
      >
        {row.mark}
        {row.href ? (
          <AppLink href={row.href} title={row.name}>
            {row.name}
          </AppLink>
        ) : (
          <span title={row.name}>{row.name}</span>
        )}
      </span>
      {row.days ? <TimelineBar {...props} days={row.days} /> : null}
      {row.points.map((point) => (
        <span
          key={point.key}
          className={styles['point']}
          data-done={point.isDone || undefined}
          data-late={point.isLate || undefined}
          data-tone={row.tone}
          style={{ left: xOf(scale, point.date) + scale.dayWidth }}
          title={point.name}
          role="img"
          aria-label={point.name}
        />
      ))}
    </li>
  );
});
