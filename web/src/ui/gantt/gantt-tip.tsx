import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { dayText, durationText, momentText } from './gantt-columns.ts';
import type { GanttPoint, GanttSpan, GanttTask } from './gantt-task.ts';
import styles from './gantt-tip.module.css';
import { tipLines } from './tip-lines.ts';

type Rested = {
  readonly row: number;
  /** Key of a point of the line, where the pointer rests on one. */
  readonly point: string | null;
  readonly x: number;
  readonly y: number;
};

const pauseMilliseconds = 350;

/** Which bar the mouse rests on; none while one scrolls, or holds a button. */
export function useGanttTip(scroller: HTMLElement | null) {
  const [rested, setRested] = useState<Rested | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const before = useRef('');
  useEffect(() => {
    const hide = () => {
      clearTimeout(timer.current);
      before.current = '';
      setRested(null);
    };
    scroller?.addEventListener('scroll', hide, { passive: true });
    return () => {
      clearTimeout(timer.current);
      scroller?.removeEventListener('scroll', hide);
    };
  }, [scroller]);
  const see = (found: Rested | null) => {
    const key = found ? `${found.row} ${found.point}` : '';
    if (key === before.current) return;
    before.current = key;
    clearTimeout(timer.current);
    setRested(null);
    if (found) timer.current = setTimeout(() => setRested(found), pauseMilliseconds);
  };
  return {
    rested,
    handlers: {
      onPointerMove: (event: PointerEvent) =>
        see(event.pointerType === 'mouse' && event.buttons === 0 ? restedOn(event) : null),
      onPointerLeave: () => see(null),
    },
  };
}

function restedOn({ target, clientX: x }: PointerEvent): Rested | null {
  if (!(target instanceof Element)) return null;
  const shape = target.closest('[data-shape], [data-point]');
  const row = shape?.closest('[data-row]');
  if (!(shape instanceof HTMLElement) || !(row instanceof HTMLElement)) return null;
  const { bottom } = row.getBoundingClientRect();
  return { row: Number(row.dataset['row']), point: shape.dataset['point'] ?? null, x, y: bottom };
}

type GanttTipProps = {
  readonly rested: Rested | null;
  readonly taskOnRow: (row: number) => GanttTask | undefined;
  readonly isHourly: boolean;
};

/** What is known of a bar, below it; those who hear the chart have it in the line's last cell. */
export function GanttTip({ rested, taskOnRow, isHourly }: GanttTipProps) {
  const task = rested ? taskOnRow(rested.row) : undefined;
  if (!rested || !task) return null;
  const isRight = rested.x > window.innerWidth - 340;
  const isLow = rested.y > window.innerHeight - 230;
  const point = task.points.find(({ key }) => key === rested.point);
  return (
    <div
      className={styles['tip']}
      aria-hidden
      style={{
        ...(isRight ? { right: window.innerWidth - rested.x } : { left: rested.x }),
        ...(isLow ? { bottom: window.innerHeight - rested.y + 36 } : { top: rested.y + 2 }),
      }}
    >
      {point ? <PointTip point={point} /> : <TaskTip task={task} isHourly={isHourly} />}
    </div>
  );
}

function PointTip({ point }: { readonly point: GanttPoint }) {
  return (
    <>
      <strong>{point.name}</strong>
      <span>{dayText(point.at)}</span>
      {point.isDone ? <span>Reached</span> : null}
      {point.isLate ? <span className={styles['bad']}>Late</span> : null}
    </>
  );
}

type TaskTipProps = { readonly task: GanttTask; readonly isHourly: boolean };

function TaskTip({ task, isHourly }: TaskTipProps) {
  const { span } = task;
  if (!span) return <strong>{task.name}</strong>;
  const textOf = isHourly ? momentText : dayText;
  return (
    <>
      <strong>{task.name}</strong>
      <span>{daysText(task, span, textOf)}</span>
      {tipLines(task, span).map(({ text, isBad }) => (
        <span key={text} className={isBad ? styles['bad'] : undefined}>
          {text}
        </span>
      ))}
    </>
  );
}

function daysText(task: GanttTask, span: GanttSpan, textOf: (minute: number) => string): string {
  const [start, finish] = [textOf(span.start), textOf(span.finish)];
  const days = start === finish ? start : `${start} – ${finish}`;
  const length = task.kind === 'task' ? durationText(task.durationMinutes) : '';
  return length === '' ? days : `${days} · ${length}`;
}
