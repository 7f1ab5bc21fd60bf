import type { GanttColours } from './gantt-colours.ts';
import { type GanttDrawing, spanAt } from './gantt-drawing.ts';
import { middleOf } from './gantt-measures.ts';
import type { PlacedLink } from './gantt-outline.ts';
import { xOf } from './gantt-scale.ts';
import { foldedRoute, headDirection, linkEnds, type Route, routeOf } from './link-route.ts';
import type { Region } from './paint-gantt.ts';

/** How much a link matters: what is broken before what is critical before the rest. */
type Weight = 'plain' | 'critical' | 'broken';

const weights: readonly Weight[] = ['plain', 'critical', 'broken'];

/** Paints the links that touch a region: all of one kind in one stroke. */
export function paintLinks(
  context: CanvasRenderingContext2D,
  drawing: GanttDrawing,
  region: Region,
  colours: GanttColours,
): void {
  const lines = new Map(weights.map((weight) => [weight, new Path2D()]));
  const heads = new Map(weights.map((weight) => [weight, new Path2D()]));
  for (const placed of drawing.links) {
    const route = visibleRoute(drawing, placed, region);
    if (!route) continue;
    const weight = weightOf(drawing, placed);
    addLine(lines.get(weight), route);
    addHead(heads.get(weight), route);
  }
  const inks = { plain: colours.link, critical: colours.critical, broken: colours.broken };
  context.lineJoin = 'round';
  for (const weight of weights) {
    const [line, head] = [lines.get(weight), heads.get(weight)];
    if (!line || !head) continue;
    context.strokeStyle = inks[weight];
    context.fillStyle = inks[weight];
    context.lineWidth = weight === 'plain' ? 1 : 1.5;
    context.stroke(line);
    context.fill(head);
  }
}

/** The way of a link where any of it lies in the region; null: none, or both ends on one line. */
export function visibleRoute(
  drawing: GanttDrawing,
  { link, from, to }: PlacedLink,
  region: Region,
): Route | null {
  const { rows, measures, scale } = drawing;
  const lines = { from: rows.rowOf[from] ?? -1, to: rows.rowOf[to] ?? -1 };
  if (!isLineSeen(lines, measures.row, region)) return null;
  const [before, after] = [spanAt(drawing, from), spanAt(drawing, to)];
  if (!before || !after) return null;
  const ends = linkEnds(link.type, before, after);
  const fromX = xOf(scale, ends.from);
  const toX = xOf(scale, ends.to) - milestoneHalf(drawing, to) * headDirection(link.type);
  if (Math.max(fromX, toX) + 20 < region.left) return null;
  if (Math.min(fromX, toX) - 20 > region.left + region.width) return null;
  const place = {
    fromX,
    fromY: middleOf(measures, lines.from),
    toX,
    toY: middleOf(measures, lines.to),
    bend: measures.row / 2,
  };
  const isFolded = rows.shown[lines.from] !== from || rows.shown[lines.to] !== to;
  return isFolded ? foldedRoute(place) : routeOf({ type: link.type, ...place });
}

type LinkLines = { readonly from: number; readonly to: number };

/** Whether anything between two lines lies in a region; a link within one line is not drawn. */
function isLineSeen({ from, to }: LinkLines, rowHeight: number, region: Region): boolean {
  if (from < 0 || to < 0 || from === to) return false;
  const bottom = (Math.max(from, to) + 1) * rowHeight;
  const top = Math.min(from, to) * rowHeight;
  return bottom >= region.top && top <= region.top + region.height;
}

/** How far the corner of a diamond lies before its instant, in pixels. */
function milestoneHalf({ outline }: GanttDrawing, index: number): number {
  return outline.tasks[index]?.kind === 'milestone' ? 7 : 0;
}

function weightOf({ outline, layers }: GanttDrawing, { link, from, to }: PlacedLink): Weight {
  if (link.isBroken) return 'broken';
  const isCritical = outline.tasks[from]?.isCritical && outline.tasks[to]?.isCritical;
  return layers.critical && isCritical ? 'critical' : 'plain';
}

function addLine(path: Path2D | undefined, route: Route): void {
  if (!path) return;
  for (let at = 0; at < route.length; at += 2) {
    // On the middle of a pixel, so that a line is sharp.
    const x = Math.round(route[at] ?? 0) + 0.5;
    const y = Math.round(route[at + 1] ?? 0) + 0.5;
    if (at === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  }
}

/** A head at the end of a route, along its last stretch. */
function addHead(path: Path2D | undefined, route: Route): void {
  const [beforeX = 0, beforeY = 0, endX = 0, endY = 0] = route.slice(-4);
  const [x, y] = [Math.round(endX) + 0.5, Math.round(endY) + 0.5];
  const [alongX, alongY] = [Math.sign(endX - beforeX), Math.sign(endY - beforeY)];
  path?.moveTo(x, y);
  path?.lineTo(x - alongX * 5 - alongY * 3.5, y - alongY * 5 - alongX * 3.5);
  path?.lineTo(x - alongX * 5 + alongY * 3.5, y - alongY * 5 + alongX * 3.5);
  path?.closePath();
}
