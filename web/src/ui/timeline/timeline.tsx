import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type UIEvent, useLayoutEffect, useMemo, useState } from 'react';
import { joinClasses } from '../join-classes.ts';
import { useSteady } from '../near/use-steady.ts';
import styles from './timeline.module.css';
import { TimelineAxis } from './timeline-axis.tsx';
import { TimelineLine } from './timeline-line.tsx';
import { TimelineLinks } from './timeline-links.tsx';
import type { BarDays, TimelineLink, TimelineRow, Zoom } from './timeline-row.ts';
import { scaleOf, xOf } from './timeline-scale.ts';

export type TimelineProps = {
  readonly label: string;
  readonly rows: readonly TimelineRow[];
  readonly links: readonly TimelineLink[];
  readonly today: CalendarDate;
  readonly zoom: Zoom;
  /** Saves the days of a row that was moved or stretched, by drag, keyboard or menu. */
  readonly onMove?: (row: TimelineRow, days: BarDays) => void;
};

export const rowHeight = 34;
export const axisHeight = 46;

/** How far one has scrolled, in steps, so that the axis is not drawn anew with every pixel. */
const step = 400;

/** Bars over days with what waits for what: only the rows in view are drawn. */
export function Timeline(props: TimelineProps) {
  const { rows, links, today, zoom } = props;
  const scale = useMemo(() => scaleOf(rows, today, zoom), [rows, today, zoom]);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [left, setLeft] = useState(0);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: axisHeight,
  });
  const todayX = xOf(scale, today);
  // Whoever opens a timeline, or looks closer, wants to see today.
  useLayoutEffect(() => {
    scroller?.scrollTo({ left: Math.max(0, todayX - scroller.clientWidth * 0.3) });
  }, [scroller, todayX]);
  const onScroll = (event: UIEvent<HTMLElement>) => {
    const now = Math.floor(event.currentTarget.scrollLeft / step) * step;
    if (now !== left) setLeft(now);
  };
  const onMove = useSteady({
    move: (row: TimelineRow, days: BarDays) => props.onMove?.(row, days),
  });
  const shown = virtualizer.getVirtualItems();
  const width = scale.days * scale.dayWidth;
  const body = rows.length * rowHeight;
  return (
    <section
      ref={setScroller}
      className={joinClasses(styles['frame'], styles[`zoom-${zoom}`])}
      aria-label={props.label}
      onScroll={onScroll}
    >
      <div className={styles['canvas']} style={{ width, height: axisHeight + body }}>
        <TimelineAxis scale={scale} zoom={zoom} left={left} todayX={todayX} />
        <div
          className={styles['grid']}
          style={{ height: body, backgroundSize: `${scale.dayWidth * 7}px 100%` }}
          aria-hidden
        />
        <div className={styles['today']} style={{ left: todayX, height: body }} aria-hidden />
        <TimelineLinks
          {...{ rows, links, scale }}
          first={shown[0]?.index ?? 0}
          last={shown.at(-1)?.index ?? 0}
        />
        <ul className={styles['rows']} style={{ height: body }}>
          {shown.map(({ index, start }) => {
            const row = rows[index];
            return row ? (
              <TimelineLine
                key={row.key}
                row={row}
                scale={scale}
                top={start - axisHeight}
                isMovable={props.onMove !== undefined && row.isMovable}
                onMove={onMove.move}
              />
            ) : null;
          })}
        </ul>
      </div>
    </section>
  );
}
