import { type KeyboardEvent, memo, type PointerEvent } from 'react';
import styles from './gantt.module.css';
import { type GanttLayout, leastTree } from './use-gantt-layout.ts';

type GanttSplitterProps = {
  readonly layout: Pick<GanttLayout, 'treeWidth' | 'columnsWidth' | 'setTreeWidth'>;
};

/** Between the tree and the chart: drawn with the pointer, or moved with the arrows. */
export const GanttSplitter = memo(function GanttSplitter({ layout }: GanttSplitterProps) {
  const { treeWidth, columnsWidth, setTreeWidth } = layout;
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.currentTarget.focus();
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const left = event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0;
    setTreeWidth(Math.min(columnsWidth, event.clientX - left));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 24 : event.key === 'ArrowLeft' ? -24 : 0;
    if (by === 0) return;
    event.preventDefault();
    setTreeWidth(Math.min(columnsWidth, treeWidth + by));
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the table"
      aria-valuenow={treeWidth}
      aria-valuemin={leastTree}
      aria-valuemax={columnsWidth}
      className={styles['splitter']}
      style={{ left: treeWidth }}
      data-screen
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      onDoubleClick={() => setTreeWidth(columnsWidth)}
    />
  );
});
