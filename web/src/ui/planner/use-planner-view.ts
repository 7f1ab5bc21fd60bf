import { useEffect, useState } from 'react';
import type { GanttFrame, GanttView } from '../gantt/use-gantt-view.ts';
import type { Stretch } from './planner-grain.ts';

const keptUnder = 'evenkeel-planner-tree';
const widestTree = 460;
const usualTree = 320;
const leastTree = 120;

/** How wide the names are, kept on this device. */
export function useTreeWidth(frameWidth: number) {
  const [kept, setKept] = useState(() => Number(localStorage.getItem(keptUnder)) || usualTree);
  useEffect(() => {
    try {
      localStorage.setItem(keptUnder, String(kept));
    } catch {
      // A browser that keeps nothing begins with the usual width next time.
    }
  }, [kept]);
  const most = Math.max(leastTree, frameWidth * 0.5);
  return {
    treeWidth: Math.round(Math.min(kept, most)),
    columnsWidth: widestTree,
    setTreeWidth: (width: number) =>
      setKept(Math.max(leastTree, Math.min(widestTree, Math.round(width)))),
  };
}

/** The days that are seen, told once scrolling has come to rest. */
export function useDaysInView(frame: GanttFrame, view: GanttView, treeWidth: number): Stretch {
  const { scroller } = frame;
  const { scale, size } = view;
  const [seen, setSeen] = useState<Stretch>({ from: 0, to: 0 });
  useEffect(() => {
    if (!scroller || size.width === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const see = () => {
      const from = scale.firstDay + Math.round(scroller.scrollLeft / scale.dayWidth);
      const to =
        from + Math.max(0, Math.round((scroller.clientWidth - treeWidth) / scale.dayWidth) - 1);
      setSeen((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    see();
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(see, 140);
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [scroller, scale, size.width, treeWidth]);
  return seen;
}
