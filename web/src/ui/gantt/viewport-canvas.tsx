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

/** Where the canvas lies on the sheet, and what of that is painted. */
type Painted = { readonly region: Region; readonly part: Region };

/** Painted anew sooner after the time before, as while one zooms or drags, in milliseconds. */
const haste = 120;

/**
 * One canvas as large as the view and some more, that lies on the sheet and so scrolls with it. While
 * one zooms or drags only what is seen is painted, and the rest once the hand rests.
 */
export function ViewportCanvas(props: ViewportCanvasProps) {
  const { paint: paintRegion, sheet, scroller, size, treeWidth } = props;
  const canvas = useRef<HTMLCanvasElement | null>(null);
  const painted = useRef<Painted | null>(null);
  const paintedAt = useRef(Number.NEGATIVE_INFINITY);
  const { width: sheetWidth, height: sheetHeight } = sheet;
  const paint = useCallback(
    (isOnlyScrolled: boolean) => {
      if (!canvas.current || !scroller || size.width === 0) return true;
      const isHasty = !isOnlyScrolled && performance.now() - paintedAt.current < haste;
      const view = { scroller, size, sheet: { width: sheetWidth, height: sheetHeight }, treeWidth };
      const before = isOnlyScrolled ? painted.current : null;
      painted.current = paintView(canvas.current, { ...view, paintRegion, before, isHasty });
      if (!isOnlyScrolled) paintedAt.current = performance.now();
      return !isHasty;
    },
    [paintRegion, sheetWidth, sheetHeight, scroller, size, treeWidth],
  );
  useLayoutEffect(() => {
    const isWhole = paint(false);
    if (isWhole) return;
    const timer = setTimeout(() => paint(true), haste);
    return () => clearTimeout(timer);
  }, [paint]);
  useEffect(() => {
    if (!scroller) return;
    const onScroll = () => {
      if (!isCovered(painted.current?.part ?? null, scroller, size)) paint(true);
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => scroller.removeEventListener('scroll', onScroll);
  }, [scroller, size, paint]);
  return <canvas ref={canvas} className={styles['canvas']} aria-hidden />;
}

type ViewPainting = {
  readonly scroller: HTMLElement;
  readonly size: Size;
  readonly sheet: Size;
  readonly treeWidth: number;
  readonly paintRegion: ViewportCanvasProps['paint'];
  /** What is painted already and holds; null: nothing. */
  readonly before: Painted | null;
  /** Only what is seen. */
  readonly isHasty: boolean;
};

/** Lays the canvas round what is seen and paints it; what holds of the time before is only moved. */
function paintView(element: HTMLCanvasElement, input: ViewPainting): Painted | null {
  const { scroller, size, treeWidth, paintRegion, before, isHasty } = input;
  const context = element.getContext('2d');
  if (!context) return null;
  const region = regionAround(scroller, size, input.sheet);
  const { ratio, isFit } = fitCanvas(element, size);
  const kept = shifted(context, isFit ? before : null, { region, ratio });
  element.style.translate = `${treeWidth + region.left}px ${headHeight + region.top}px`;
  const part = isHasty ? seenOf(region, scroller, size) : region;
  for (const one of kept ? uncovered(kept, region) : [part]) {
    paintPart(context, one, { region, ratio, paintRegion });
  }
  return { region, part };
}

/** What of a region is seen, with a rim. */
function seenOf(region: Region, { scrollLeft, scrollTop }: HTMLElement, size: Size): Region {
  const rim = 16;
  const left = Math.max(region.left, Math.floor(scrollLeft) - rim);
  const top = Math.max(region.top, Math.floor(scrollTop) - rim);
  const right = Math.min(region.left + region.width, Math.ceil(scrollLeft) + size.width + rim);
  const bottom = Math.min(region.top + region.height, Math.ceil(scrollTop) + size.height + rim);
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

type Painting = { readonly region: Region; readonly ratio: number };

/**
 * Moves what is painted already to where it lies in another region; gives the part of the sheet that
 * this covers. Null: nothing of it can be kept.
 */
function shifted(
  context: CanvasRenderingContext2D,
  before: Painted | null,
  { region, ratio }: Painting,
): Region | null {
  if (!before) return null;
  const x = (before.region.left - region.left) * ratio;
  const y = (before.region.top - region.top) * ratio;
  const left = Math.max(before.part.left, region.left);
  const top = Math.max(before.part.top, region.top);
  const right = Math.min(before.part.left + before.part.width, region.left + region.width);
  const bottom = Math.min(before.part.top + before.part.height, region.top + region.height);
  const [width, height] = [right - left, bottom - top];
  // Parts of pixels would blur.
  if (width <= 0 || height <= 0 || !Number.isInteger(x) || !Number.isInteger(y)) return null;
  if (x === 0 && y === 0) return { left, top, width, height };
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
