import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import styles from './gantt.module.css';
import { headHeight } from './gantt-measures.ts';
import type { Region } from './paint-gantt.ts';

type Size = { readonly width: number; readonly height: number };

type ViewportCanvasProps = {
  /** Paints a part of the sheet; another function paints anew. */
  readonly paint: (context: CanvasRenderingContext2D, region: Region) => void;
  /** Everything that can be scrolled to, without the head and the tree. */
  readonly sheet: Size;
  readonly scroller: HTMLElement | null;
  readonly size: Size;
  readonly treeWidth: number;
};

/** How far beyond the view is painted already, in pixels: scrolling paints anew only past that. */
const reach = { x: 300, y: 260 };

/** One canvas as large as the view and some more, that lies on the sheet and so scrolls with it. */
export function ViewportCanvas(props: ViewportCanvasProps) {
  const { paint: paintRegion, sheet, scroller, size, treeWidth } = props;
  const canvas = useRef<HTMLCanvasElement | null>(null);
  const painted = useRef<Region | null>(null);
  const { width: sheetWidth, height: sheetHeight } = sheet;
  const paint = useCallback(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || !scroller || size.width === 0) return;
    const region = regionAround(scroller, size, { width: sheetWidth, height: sheetHeight });
    const ratio = fitCanvas(element, size);
    element.style.translate = `${treeWidth + region.left}px ${headHeight + region.top}px`;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintRegion(context, region);
    painted.current = region;
  }, [paintRegion, sheetWidth, sheetHeight, scroller, size, treeWidth]);
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
function fitCanvas(element: HTMLCanvasElement, size: Size): number {
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

function regionAround(scroller: HTMLElement, size: Size, sheet: Size): Region {
  const width = size.width + 2 * reach.x;
  const height = size.height + 2 * reach.y;
  const mostLeft = Math.max(0, sheet.width - width);
  const mostTop = Math.max(0, sheet.height - height);
  const left = Math.min(Math.max(0, scroller.scrollLeft - reach.x), mostLeft);
  const top = Math.min(Math.max(0, scroller.scrollTop - reach.y), mostTop);
  return { left: Math.round(left), top: Math.round(top), width, height };
}

function isCovered(
  region: Region | null,
  { scrollLeft, scrollTop }: HTMLElement,
  size: Size,
): boolean {
  if (!region) return false;
  return (
    scrollLeft >= region.left &&
    scrollTop >= region.top &&
    scrollLeft + size.width <= region.left + region.width &&
    scrollTop + size.height <= region.top + region.height
  );
}
