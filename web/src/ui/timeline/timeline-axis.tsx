import styles from './timeline.module.css';
import type { Zoom } from './timeline-row.ts';
import { lowerTicks, type Scale, upperTicks } from './timeline-scale.ts';

type TimelineAxisProps = {
  readonly scale: Scale;
  readonly zoom: Zoom;
  readonly left: number;
  readonly todayX: number;
};

/** How much more than a screen is drawn to the right, in pixels. */
const reach = 3_200;

/** The days above a timeline: a coarse line and a fine one. */
export function TimelineAxis({ scale, zoom, left, todayX }: TimelineAxisProps) {
  const view = { left: left - 400, right: left + reach };
  return (
    <div className={styles['axis']} aria-hidden>
      {upperTicks(scale, zoom).map((tick) => (
        <span key={tick.x} className={styles['upper']} style={{ left: tick.x, width: tick.width }}>
          <span>{tick.label}</span>
        </span>
      ))}
      {lowerTicks(scale, zoom, view).map((tick) => (
        <span key={tick.x} className={styles['lower']} style={{ left: tick.x, width: tick.width }}>
          {tick.label}
        </span>
      ))}
      <span className={styles['now']} style={{ left: todayX }} />
    </div>
  );
}
