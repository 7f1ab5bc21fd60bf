import type { PointerEvent } from 'react';
import styles from './gantt.module.css';
import { GanttAxis } from './gantt-axis.tsx';
import type { GanttLayout } from './use-gantt-layout.ts';
import type { GanttFrame, GanttView } from './use-gantt-view.ts';

type GanttHeadProps = {
  readonly layout: GanttLayout;
  readonly view: GanttView;
  readonly frame: GanttFrame;
  readonly now: number;
};

/** Titles of the columns, and the time above the chart. */
export function GanttHead({ layout, view, frame, now }: GanttHeadProps) {
  return (
    <div role="rowgroup" className={styles['head']}>
      <div role="row" aria-rowindex={1} className={styles['head-row']}>
        <div className={styles['tree-head']}>
          <div className={styles['titles']}>
            {layout.columns.map((column) => (
              <span
                key={column.id}
                role="columnheader"
                className={styles['title']}
                data-number={column.isNumber || undefined}
                style={{ width: column.width }}
              >
                {column.label}
                <Resizer
                  width={column.width}
                  onResize={(width) => layout.resize(column.id, width)}
                />
              </span>
            ))}
          </div>
        </div>
        <div role="columnheader" aria-label="Over time" className={styles['axis-cell']}>
          <GanttAxis scale={view.scale} scroller={frame.scroller} size={view.size} now={now} />
        </div>
      </div>
    </div>
  );
}

type ResizerProps = { readonly width: number; readonly onResize: (width: number) => void };

/** The right edge of a title: drawn to make the column wider. The columns menu does without it. */
function Resizer({ width, onResize }: ResizerProps) {
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const element = event.currentTarget;
    element.setPointerCapture(event.pointerId);
    const from = event.clientX;
    const move = (next: globalThis.PointerEvent) => onResize(width + next.clientX - from);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', () => element.removeEventListener('pointermove', move), {
      once: true,
    });
  };
  return <span className={styles['resizer']} aria-hidden onPointerDown={onPointerDown} />;
}
