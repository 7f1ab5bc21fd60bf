import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import styles from './gantt.module.css';
import { useGanttColours } from './gantt-colours.ts';
import type { GanttDrawing } from './gantt-drawing.ts';
import { headHeight } from './gantt-measures.ts';
import { paintGantt, type Region } from './paint-gantt.ts';

type GanttCanvasProps = {
  readonly drawing: GanttDrawing;
  readonly scroller: HTMLElement | null;
  readonly size: { readonly width: number; readonly height: number };
  readonly treeWidth: number;
};

/** How far beyond the view is painted already, in pixels: scrolling paints anew only past that. */
const reach = { x: 300, y: 260 };

/** What lies behind the bars, on one canvas that lies on the sheet and so scrolls with them. */
export function GanttCanvas({ drawing, scroller, size, treeWidth }: GanttCanvasProps) {
  const canvas = useRef<HTMLCanvasElement | null>(null);
  const painted = useRef<Region | null>(null);
  const colours = useGanttColours();
  const paint = useCallback(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || !scroller || size.width === 0) return;
    const region = regionAround(scroller, size, drawing);
    const ratio = fitCanvas(element, size);
    element.style.translate = `${treeWidth + region.left}px ${headHeight + region.top}px`;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintGantt(context, drawing, region, colours);
    painted.current = region;
  }, [drawing, scroller, size, treeWidth, colours]);
  useLayoutEffect(paint, [paint]);
  useEffect(() => {
    if (!scroller) return;
    const onScroll = () => {
      if (!isCovered(painted.current, scroller, size)) paint();
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => scroller.removeEventListener('scroll', onScroll);
  }, [scroller, size, paint]);
  return <canvas ref={canvas} className={styles['canvas']} aria-hidden />;
}

/** Sets the size of the canvas where it has changed, which clears it; gives pixels per pixel. */
function fitCanvas(element: HTMLCanvasElement, size: GanttCanvasProps['size']): number {
  const ratio = Math.min(2, window.devicePixelRatio || 1);
  const width = size.width + 2 * reach.x;
  const height = size.height + 2 * reach.y;
  const isFit =
    element.width === Math.round(width * ratio) && element.height === Math.round(height * ratio);
  if (!isFit) {
    element.width = Math.round(width * ratio);
    element.height = Math.round(height * ratio);
    element.style.width = `${width}px`;
    element.style.height = `${height}px`;
  }
  return ratio;
}

function regionAround(
  scroller: HTMLElement,
  size: GanttCanvasProps['size'],
  { scale, rows, measures }: GanttDrawing,
): Region {
  const width = size.width + 2 * reach.x;
  const height = size.height + 2 * reach.y;
  const mostLeft = Math.max(0, scale.days * scale.dayWidth - width);
  const mostTop = Math.max(0, rows.shown.length * measures.row - height);
  const left = Math.min(Math.max(0, scroller.scrollLeft - reach.x), mostLeft);
  const top = Math.min(Math.max(0, scroller.scrollTop - reach.y), mostTop);
  return { left: Math.round(left), top: Math.round(top), width, height };
}

function isCovered(
  region: Region | null,
  { scrollLeft, scrollTop }: HTMLElement,
  size: GanttCanvasProps['size'],
): boolean {
  if (!region) return false;
  return (
    scrollLeft >= region.left &&
    scrollTop >= region.top &&
    scrollLeft + size.width <= region.left + region.width &&
    scrollTop + size.height <= region.top + region.height
  );
}
