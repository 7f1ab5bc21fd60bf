import { memo } from 'react';
import styles from './gantt.module.css';
import { type GanttScale, xOf } from './gantt-scale.ts';
import { ticksOf, unitsOf } from './gantt-ticks.ts';
import type { GanttView } from './use-gantt-view.ts';
import { useStretch } from './use-gantt-window.ts';

type GanttAxisProps = {
  readonly scale: GanttScale;
  readonly scroller: HTMLElement | null;
  readonly size: GanttView['size'];
  readonly now: number;
};

/** The time above the chart: a coarse line and a fine one. */
export const GanttAxis = memo(function GanttAxis(props: GanttAxisProps) {
  const { scale, now } = props;
  const { upper, lower } = unitsOf(scale.dayWidth);
  const view = useStretch(props.scroller, props.size, scale);
  return (
    <div className={styles['axis']} aria-hidden>
      {ticksOf(scale, upper, view).map((tick) => (
        <span
          key={hourAt(scale, tick.x)}
          className={styles['upper']}
          style={{ left: tick.x, width: tick.width }}
        >
          <span>{tick.label}</span>
        </span>
      ))}
      {ticksOf(scale, lower, view).map((tick) => (
        <span
          key={hourAt(scale, tick.x)}
          className={styles['lower']}
          style={{ left: tick.x, width: tick.width }}
        >
          {tick.label}
        </span>
      ))}
      <span className={styles['now']} style={{ left: xOf(scale, now) }} />
    </div>
  );
});

/** What a place stands for, in hours: the same tick of another scale is the same element. */
function hourAt({ dayWidth, firstDay }: GanttScale, x: number): number {
  return Math.round((x / dayWidth + firstDay) * 24);
}
