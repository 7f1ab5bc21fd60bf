import { type PointerEvent, useState } from 'react';
import { type GanttDrawing, partsAt, spanAt, withPoints } from './gantt-drawing.ts';
import styles from './gantt-lines.module.css';
import { BarRow, TreeRow } from './gantt-row.tsx';
import type { GanttDraft } from './use-gantt-draft.ts';
import type { ActiveLine } from './use-gantt-keys.ts';
import type { GanttLayout } from './use-gantt-layout.ts';
import type { GanttFrame, GanttView } from './use-gantt-view.ts';
import { useRowWindow } from './use-gantt-window.ts';

type GanttLinesProps = {
  readonly idBase: string;
  readonly drawing: GanttDrawing;
  readonly frame: GanttFrame;
  readonly size: GanttView['size'];
  readonly predecessors: ReadonlyMap<number, string>;
  readonly folded: ReadonlySet<string>;
  readonly layout: GanttLayout;
  readonly active: ActiveLine | null;
  readonly draft: GanttDraft | null;
  readonly isEditable: boolean;
  readonly isCoarse: boolean;
};

/** The lines in view. */
export function GanttLines(props: GanttLinesProps) {
  const { drawing, frame, folded, active, draft } = props;
  const { outline, rows, measures } = drawing;
  const [hot, setHot] = useState(-1);
  const window = useRowWindow(frame.scroller, { size: props.size, rowHeight: measures.row });
  const lines: number[] = [];
  for (let row = window.first; row < Math.min(window.last, rows.shown.length); row += 1) {
    lines.push(row);
  }
  // The active line stays drawn out of view: keys and screen readers follow it by its id.
  if (active && !lines.includes(active.row) && active.row < rows.shown.length) {
    lines.push(active.row);
  }
  const onPointerOver = (event: PointerEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
    const next = row instanceof HTMLElement ? Number(row.dataset['row']) : -1;
    if (event.pointerType === 'mouse' && draft === null) setHot(next);
  };
  const shared = lines.flatMap((row) => {
    const index = rows.shown[row] ?? -1;
    const task = outline.tasks[index];
    if (!task) return [];
    const line = {
      id: `${props.idBase}-${row}`,
      task: withPoints(drawing, task),
      span: spanAt(drawing, index),
      parts: partsAt(drawing, index),
      row,
      top: row * measures.row,
      active: active?.row === row ? active.on : null,
      isHot: hot === row,
      isMoved: drawing.moved.has(task.id),
      isTarget: draft?.edit.kind === 'link' && draft.edit.to === task.id,
      progress: progressOf(task.id, draft) ?? task.progress,
    };
    return [{ index, line }];
  });
  const hover = { onPointerOver, onPointerLeave: () => setHot(-1) };
  return (
    <>
      <div role="rowgroup" className={styles['tree']} {...hover}>
        {shared.map(({ index, line }) => (
          <TreeRow
            key={line.task.id}
            {...line}
            number={outline.numbers[index] ?? ''}
            predecessors={props.predecessors.get(index) ?? ''}
            depth={outline.depths[index] ?? 0}
            hasChildren={(outline.below[index] ?? 0) > 0}
            isFolded={folded.has(line.task.id)}
            columns={props.layout.columns}
          />
        ))}
      </div>
      <div className={styles['tracks']} {...hover}>
        {shared.map(({ line }) => (
          <BarRow
            key={line.task.id}
            {...line}
            isEditable={props.isEditable && line.task.isMovable}
            isCoarse={props.isCoarse}
            scale={drawing.scale}
            layers={drawing.layers}
          />
        ))}
      </div>
    </>
  );
}

function progressOf(id: string, draft: GanttDraft | null): number | undefined {
  return draft?.edit.kind === 'progress' && draft.edit.id === id ? draft.edit.progress : undefined;
}
