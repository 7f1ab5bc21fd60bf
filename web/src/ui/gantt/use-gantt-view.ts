import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useSteady } from '../near/use-steady.ts';
import { footRoom, headHeight } from './gantt-measures.ts';
import {
  fittingWidth,
  type GanttRange,
  type GanttScale,
  narrowestDay,
  scaleOf,
  type WorkingHours,
  widestDay,
  xOf,
} from './gantt-scale.ts';

export type GanttView = {
  readonly scale: GanttScale;
  /** Width and height of what is seen of the chart, in pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Scrolls to what has to stay in place after a zoom: once the sheet has its new width. */
  readonly place: () => void;
  /** Looks closer (above 1) or from farther, about a place of the view; today, or its middle, when none is given. */
  readonly zoomBy: (factor: number, offset?: number) => void;
  readonly fit: () => void;
  readonly showInstant: (minute: number) => void;
  readonly showRow: (row: number) => void;
};

/** The element that scrolls, with its inner size in pixels. */
export type GanttFrame = {
  readonly scroller: HTMLElement | null;
  readonly setScroller: (element: HTMLElement | null) => void;
  readonly width: number;
  readonly height: number;
};

type ViewInput = {
  readonly frame: GanttFrame;
  readonly range: GanttRange;
  /** What is looked at first; the range when missing. */
  readonly work?: GanttRange;
  readonly hours: WorkingHours;
  readonly now: number;
  readonly rowHeight: number;
  readonly treeWidth: number;
  /** The line that is looked at first, where it lies farther down than the view; 0 when missing. */
  readonly firstRow?: number;
  /** How wide a day is at first; by what there is to see when missing. */
  readonly firstWidth?: number;
  /** The least and the most that a day may be wide, in pixels. */
  readonly widths?: readonly [number, number];
  /** Room on either side of the range, in pixels. */
  readonly room?: number;
};

/** The frame of a chart, measured before it is drawn and whenever it changes. */
export function useGanttFrame(): GanttFrame {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    if (!scroller) return;
    const measure = () => setSize({ width: scroller.clientWidth, height: scroller.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [scroller]);
  const { width, height } = size;
  return useMemo(() => ({ scroller, setScroller, width, height }), [scroller, width, height]);
}

/** What is seen of a chart: how close, and which part; zooming keeps what lies under the pointer. */
export function useGanttView(input: ViewInput): GanttView {
  const { frame, range, hours, now, rowHeight, treeWidth } = input;
  const { scroller } = frame;
  const size = useMemo(() => chartSize(frame, treeWidth), [frame, treeWidth]);
  const [chosen, setChosen] = useState<number | null>(null);
  // The day that has to stay at an offset of the view when the scale changes.
  const anchor = useRef<{ readonly day: number; readonly offset: number } | null>(null);
  const work = input.work ?? range;
  // How close it is at first goes by what there was to see then: an edit does not change the scale.
  const [opening] = useState(work);
  const first = input.firstWidth ?? firstWidth(opening, size.width);
  const dayWidth = chosen ?? first;
  const { room, firstRow = 0 } = input;
  const scale = useMemo(
    () =>
      scaleOf({
        range,
        dayWidth,
        hours,
        viewWidth: size.width,
        ...(room === undefined ? {} : { room }),
      }),
    [range, dayWidth, hours, size.width, room],
  );
  const isPlaced = useRef(false);
  const place = useCallback(() => {
    if (!scroller || size.width === 0) return;
    const place = { now, viewWidth: size.width, dayWidth: first };
    const held = anchor.current ?? (isPlaced.current ? null : firstAnchor(work, place));
    if (held) scroller.scrollLeft = (held.day - scale.firstDay) * scale.dayWidth - held.offset;
    const top = firstRow * rowHeight;
    // What is done and over stays above; some of it in view, so that nobody thinks it is gone.
    if (!isPlaced.current && top > size.height * 0.6) scroller.scrollTop = top - 3 * rowHeight;
    anchor.current = null;
    isPlaced.current = true;
  }, [scroller, size, scale, work, now, first, firstRow, rowHeight]);
  const zoomTo = (width: number, offset: number) => {
    if (!scroller) return;
    const day = scale.firstDay + (scroller.scrollLeft + offset) / scale.dayWidth;
    anchor.current = { day, offset };
    const [least, most] = input.widths ?? [narrowestDay, widestDay];
    setChosen(Math.min(most, Math.max(least, width)));
  };
  const zoomBy = (factor: number, offset = middleOf()) => zoomTo(scale.dayWidth * factor, offset);
  // About today where that is in view: it is what most people look at.
  const middleOf = () => {
    const today = xOf(scale, now) - (scroller?.scrollLeft ?? 0);
    return today > 0 && today < size.width ? today : size.width / 2;
  };
  useWheelZoom(scroller, treeWidth, zoomBy);
  const steady = useSteady({
    zoomBy,
    fit: () => {
      anchor.current = { day: work.first, offset: 40 };
      setChosen(fittingWidth(work, size.width));
    },
    showInstant: (minute: number) =>
      scroller?.scrollTo({ left: xOf(scale, minute) - size.width * 0.3, behavior: glide() }),
    showRow: (row: number) => {
      if (scroller) showLine(scroller, { top: row * rowHeight, rowHeight, height: size.height });
    },
  });
  return { scale, size, place, ...steady };
}

/** At once for those who want less motion. */
function glide(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}

/** Nothing before the frame is measured. */
function chartSize({ width, height }: GanttFrame, treeWidth: number): GanttView['size'] {
  if (width === 0) return { width: 0, height: 0 };
  return { width: Math.max(60, width - treeWidth), height: Math.max(60, height - headHeight) };
}

/** Ctrl and the wheel, or two fingers on a pad: one zoom a frame, however many events come. */
function useWheelZoom(
  scroller: HTMLElement | null,
  treeWidth: number,
  zoomBy: (factor: number, offset?: number) => void,
): void {
  const latest = useRef(zoomBy);
  useLayoutEffect(() => {
    latest.current = zoomBy;
  });
  useEffect(() => {
    if (!scroller) return;
    let [factor, frame] = [1, 0];
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      factor *= Math.exp(-event.deltaY * (event.deltaMode === 0 ? 0.0025 : 0.05));
      const offset = event.clientX - scroller.getBoundingClientRect().left - treeWidth;
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        flushSync(() => latest.current(factor, Math.max(0, offset)));
        [factor, frame] = [1, 0];
      });
    };
    // Not passive: the browser would zoom the page.
    scroller.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('wheel', onWheel);
    };
  }, [scroller, treeWidth]);
}

/** All of it where that leaves days to be told apart, else months. */
function firstWidth(range: GanttRange, viewWidth: number): number {
  return Math.min(40, Math.max(2.6, fittingWidth(range, viewWidth || 900)));
}

type FirstLook = { readonly now: number; readonly viewWidth: number; readonly dayWidth: number };

/** Whoever opens a plan wants to see today, or where the bars begin when today is outside of them. */
function firstAnchor(range: GanttRange, { now, viewWidth, dayWidth }: FirstLook) {
  const today = now / 1440;
  const isLong = (range.last - range.first) * dayWidth > viewWidth;
  return isLong && today > range.first && today < range.last
    ? { day: today, offset: viewWidth * 0.35 }
    : { day: range.first, offset: 40 };
}

type LinePlace = { readonly top: number; readonly rowHeight: number; readonly height: number };

function showLine(scroller: HTMLElement, { top, rowHeight, height }: LinePlace): void {
  // Below it room for what an edit leads to.
  const bottom = top + rowHeight + Math.min(footRoom, height / 4);
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (bottom > scroller.scrollTop + height) scroller.scrollTop = bottom - height;
}
