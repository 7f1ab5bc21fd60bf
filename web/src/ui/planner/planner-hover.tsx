import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { GanttFrame } from '../gantt/use-gantt-view.ts';
import styles from './planner.module.css';

/** Days of a lane, and where they lie in the window. */
export type HoveredDays = {
  readonly laneId: string;
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly y: number;
};

const pauseMilliseconds = 220;

/** Which days the mouse rests on; nothing while one scrolls or holds a button. */
export function usePlannerHover(
  frame: GanttFrame,
  find: (event: PointerEvent) => HoveredDays | null,
) {
  const [hovered, setHovered] = useState<HoveredDays | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const keyRef = useRef('');
  const { scroller } = frame;
  const hide = () => {
    clearTimeout(timer.current);
    keyRef.current = '';
    setHovered(null);
  };
  const latestHide = useRef(hide);
  latestHide.current = hide;
  useEffect(() => {
    if (!scroller) return;
    const onScroll = () => latestHide.current();
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      clearTimeout(timer.current);
    };
  }, [scroller]);
  const onPointerMove = (event: PointerEvent) => {
    if (event.pointerType !== 'mouse' || event.buttons !== 0) return hide();
    const found = find(event);
    const key = found ? `${found.laneId} ${found.from}` : '';
    if (key === keyRef.current) return;
    hide();
    keyRef.current = key;
    if (found) timer.current = setTimeout(() => setHovered(found), pauseMilliseconds);
  };
  return { hovered, handlers: { onPointerMove, onPointerLeave: hide } };
}

type HoverCardProps = { readonly days: HoveredDays; readonly children: ReactNode };

/** What is known of some days, beside them. */
export function PlannerHoverCard({ days, children }: HoverCardProps) {
  const isRight = days.x > window.innerWidth - 300;
  const isLow = days.y > window.innerHeight - 220;
  return (
    <div
      className={styles['hover']}
      style={{
        ...(isRight ? { right: window.innerWidth - days.x } : { left: days.x }),
        ...(isLow ? { bottom: window.innerHeight - days.y + 40 } : { top: days.y }),
      }}
    >
      {children}
    </div>
  );
}
