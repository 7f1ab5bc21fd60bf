import { useCallback } from 'react';
import { useGanttColours } from './gantt-colours.ts';
import type { GanttDrawing } from './gantt-drawing.ts';
import { paintGantt, type Region } from './paint-gantt.ts';
import { ViewportCanvas } from './viewport-canvas.tsx';

type GanttCanvasProps = {
  readonly drawing: GanttDrawing;
  readonly scroller: HTMLElement | null;
  readonly size: { readonly width: number; readonly height: number };
  readonly treeWidth: number;
};

/** What lies behind the bars. */
export function GanttCanvas({ drawing, scroller, size, treeWidth }: GanttCanvasProps) {
  const colours = useGanttColours();
  const paint = useCallback(
    (context: CanvasRenderingContext2D, region: Region) =>
      paintGantt(context, drawing, region, colours),
    [drawing, colours],
  );
  const { scale, rows, measures } = drawing;
  const sheet = {
    width: scale.days * scale.dayWidth,
    height: rows.shown.length * measures.row,
  };
  return (
    <ViewportCanvas
      paint={paint}
      sheet={sheet}
      scroller={scroller}
      size={size}
      treeWidth={treeWidth}
    />
  );
}
