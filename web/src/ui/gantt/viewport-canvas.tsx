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
  const paint = useCallback(
    (isOnlyScrolled: boolean) => {
      const element = canvas.current;
      const context = element?.getContext('2d');
      if (!element || !context || !scroller || size.width === 0) return;
      const region = regionAround(scroller, size, { width: sheetWidth, height: sheetHeight });
      const { ratio, isFit } = fitCanvas(element, size);
      const kept =
        isOnlyScrolled && isFit ? shifted(context, painted.current, { region, ratio }) : null;
      element.style.translate = `${treeWidth + region.left}px ${headHeight + region.top}px`;
      for (const part of kept ? uncovered(kept, region) : [region]) {
        paintPart(context, part, { region, ratio, paintRegion });
      }
      painted.current = region;
    },
    [paintRegion, sheetWidth, sheetHeight, scroller, size, treeWidth],
  );
  useLayoutEffect(() => paint(false), [paint]);
  useEffect(() => {
    if (!scroller) return;
    const onScroll = () => {
      if (!isCovered(painted.current, scroller, size)) paint(true);
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => scroller.removeEventListener('scroll', onScroll);
  }, [scroller, size, paint]);
  return <canvas ref={canvas} className={styles['canvas']} aria-hidden />;
}

type Painting = { readonly region: Region; readonly ratio: number };

/**
 * Moves what is painted already to where it lies in another region; gives the part of the sheet that
 * this covers. Null: nothing of it can be kept.
 */
function shifted(
  context: CanvasRenderingContext2D,
  before: Region | null,
  { region, ratio }: Painting,
): Region | null {
  if (!before) return null;
  const x = (before.left - region.left) * ratio;
  const y = (before.top - region.top) * ratio;
  const left = Math.max(before.left, region.left);
  const top = Math.max(before.top, region.top);
  const width = region.width - Math.abs(before.left - region.left);
  const height = region.height - Math.abs(before.top - region.top);
  // Parts of pixels would blur.
  if (width <= 0 || height <= 0 || !Number.isInteger(x) || !Number.isInteger(y)) return null;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = 'copy';
  context.drawImage(context.canvas, x, y);
  context.globalCompositeOperation = 'source-over';
  return { left, top, width, height };
}

/** What of a region a part of it leaves: at most a strip below or above, and one beside. */
function uncovered(kept: Region, region: Region): Region[] {
  const right = region.left + region.width;
  const bottom = region.top + region.height;
  const strips: Region[] = [
    { left: region.left, top: region.top, width: region.width, height: kept.top - region.top },
    {
      left: region.left,
      top: kept.top + kept.height,
      width: region.width,
      height: bottom - kept.top - kept.height,
    },
    { left: region.left, top: kept.top, width: kept.left - region.left, height: kept.height },
    {
      left: kept.left + kept.width,
      top: kept.top,
      width: right - kept.left - kept.width,
      height: kept.height,
    },
  ];
  return strips.filter(({ width, height }) => width > 0 && height > 0);
}

type PartPainting = Painting & { readonly paintRegion: ViewportCanvasProps['paint'] };

function paintPart(
  context: CanvasRenderingContext2D,
  part: Region,
  { region, ratio, paintRegion }: PartPainting,
): void {
  const x = (part.left - region.left) * ratio;
  const y = (part.top - region.top) * ratio;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, x, y);
  context.beginPath();
  context.rect(0, 0, part.width, part.height);
  context.clip();
  paintRegion(context, part);
  context.restore();
}

/** Sets the size of the canvas where it has changed, which clears it; gives pixels per pixel. */
function fitCanvas(element: HTMLCanvasElement, size: Size): { ratio: number; isFit: boolean } {
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
  return { ratio, isFit };
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
