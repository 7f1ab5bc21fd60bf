import { memo } from 'react';
import styles from './timeline.module.css';
import type { TimelineLink, TimelineRow } from './timeline-row.ts';
import { type Scale, xOf } from './timeline-scale.ts';

type TimelineLinksProps = {
  readonly rows: readonly TimelineRow[];
  readonly links: readonly TimelineLink[];
  readonly scale: Scale;
  /** First and last of the rows that are drawn. */
  readonly first: number;
  readonly last: number;
};

const rowHeight = 34;
const elbow = 7;

/** Arrows from what must come first to what waits for it, where either row is drawn. */
export const TimelineLinks = memo(function TimelineLinks(props: TimelineLinksProps) {
  const { rows, links, scale, first, last } = props;
  const places = new Map(rows.map((row, index) => [row.key, index]));
  const shown = links.flatMap((link) => {
    const from = places.get(link.from.row);
    const to = places.get(link.to.row);
    if (from === undefined || to === undefined) return [];
    const isShown = Math.max(from, to) >= first && Math.min(from, to) <= last;
    return isShown ? [{ link, from, to }] : [];
  });
  return (
    <svg
      className={styles['links']}
      width={scale.days * scale.dayWidth}
      height={rows.length * rowHeight}
      aria-hidden
    >
      {shown.map(({ link, from, to }) => (
        <g key={link.key} data-broken={link.isBroken || undefined}>
          <path d={pathOf(pointOf(link.from, from, scale), pointOf(link.to, to, scale))} />
        </g>
      ))}
    </svg>
  );
});

type Point = { readonly x: number; readonly y: number; readonly out: 1 | -1 };

function pointOf(end: TimelineLink['from'], row: number, scale: Scale): Point {
  const isFinish = end.end === 'finish';
  return {
    x: xOf(scale, end.date) + (isFinish ? scale.dayWidth : 0),
    y: row * rowHeight + rowHeight / 2,
    out: isFinish ? 1 : -1,
  };
}

/** Out of the one bar, along between the rows, into the other, with a head at the end. */
function pathOf(from: Point, to: Point): string {
  const leave = from.x + from.out * elbow;
  const enter = to.x + to.out * elbow;
  const down = to.y >= from.y ? 1 : -1;
  const between = from.y + (down * rowHeight) / 2;
  const isDirect = to.out === -1 && from.out === 1 && enter >= leave;
  const way = isDirect
    ? `H${leave} V${to.y} H${to.x}`
    : `H${leave} V${between} H${enter} V${to.y} H${to.x}`;
  const head = `M${to.x + to.out * 4} ${to.y - 3} L${to.x} ${to.y} L${to.x + to.out * 4} ${to.y + 3}`;
  return `M${from.x} ${from.y} ${way} ${head}`;
}
