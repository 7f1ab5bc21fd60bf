import type { GanttDrawing } from './gantt-drawing.ts';
import { extentOf } from './gantt-scale.ts';
import type { GanttSpan, GanttTask } from './gantt-task.ts';
import { type SheetInks, sheetInks } from './sheet-inks.ts';
import { markShapes } from './sheet-marks.ts';
import { diamond, type Shape } from './sheet-shape.ts';

/** Where the chart's first line lies on a sheet, in pixels. */
export type Offset = { readonly x: number; readonly y: number };

type BarInput = {
  readonly task: GanttTask;
  readonly span: GanttSpan;
  /** Its stretches where it pauses. */
  readonly parts: readonly GanttSpan[];
  readonly line: number;
  readonly offset: Offset;
};

/** A bar, bracket or diamond as marks, with its baseline and who does it. */
export function barShapes(drawing: GanttDrawing, input: BarInput): Shape[] {
  const { task, span, line, offset } = input;
  const { scale, measures, layers } = drawing;
  const { x: left, width } = extentOf(scale, span);
  const x = offset.x + left;
  const y = offset.y + line * measures.row + measures.barTop;
  const tone = toneOf(task, sheetInks);
  const stroke = layers.critical && task.isCritical ? sheetInks.ink : tone;
  const who: Shape[] =
    layers.people && task.resources.length > 0
      ? [
          {
            kind: 'text',
            x: x + width + 12,
            y: y + 12,
            text: task.resources.join(', '),
            fill: sheetInks.dim,
            hasRim: true,
          },
        ]
      : [];
  const marks = markShapes(drawing, { task, span, left: offset.x, top: y });
  if (task.kind === 'milestone') {
    const fill = task.progress === 1 ? tone : sheetInks.paper;
    return [
      ...marks,
      { kind: 'area', points: diamond(x, y + measures.bar / 2, 7), fill, stroke },
      ...who,
    ];
  }
  if (task.kind === 'summary') {
    return [
      ...marks,
      { kind: 'area', points: bracket(x, y + 3, width), fill: sheetInks.dim },
      ...who,
    ];
  }
  return [
    ...marks,
    ...pieceShapes(drawing, input, { y, tone, stroke }),
    ...lateShape(task, { x: x + width, y: y + 3, height: measures.bar - 6 }),
    ...who,
  ];
}

type LateEdge = { readonly x: number; readonly y: number; readonly height: number };

function lateShape({ isLate }: GanttTask, { x, y, height }: LateEdge): Shape[] {
  if (!isLate) return [];
  return [{ kind: 'rect', x: x - 1, y, width: 3, height, fill: sheetInks.bad, radius: 1.5 }];
}

type PieceLook = { readonly y: number; readonly tone: string; readonly stroke: string };

/** The bar, or its parts joined by a line, with what of it is done. */
function pieceShapes(
  { scale, measures }: GanttDrawing,
  { task, span, parts, offset }: BarInput,
  { y, tone, stroke }: PieceLook,
): Shape[] {
  const extents = (parts.length > 1 ? parts : [span]).map((part) => extentOf(scale, part));
  let left = task.progress * extents.reduce((sum, { width }) => sum + width, 0);
  const pieces = extents.flatMap(({ x, width }): Shape[] => {
    const done = Math.min(width, left);
    left -= done;
    const bar = { kind: 'rect', x: offset.x + x, y, height: measures.bar, radius: 3 } as const;
    const whole = { ...bar, width, fill: softOf(task, sheetInks), stroke };
    return done > 0 ? [whole, { ...bar, width: done, fill: tone }] : [whole];
  });
  if (extents.length === 1) return pieces;
  const middle = y + measures.bar / 2;
  const { x, width } = extentOf(scale, span);
  const points = [offset.x + x, middle, offset.x + x + width, middle];
  return [{ kind: 'line', points, stroke, width: 1 }, ...pieces];
}

function bracket(x: number, y: number, width: number): number[] {
  const [end, leg] = [x + width, Math.min(5, width / 2)];
  return [x, y, end, y, end, y + 8, end - leg, y + 4, x + leg, y + 4, x, y + 8];
}

/** The ink of whose work a line is. */
export function toneOf({ tone }: GanttTask, inks: SheetInks): string {
  return tone === 'client' ? inks.client : tone === 'initiative' ? inks.initiative : inks.link;
}

function softOf({ tone }: GanttTask, inks: SheetInks): string {
  return tone === 'client'
    ? inks.clientSoft
    : tone === 'initiative'
      ? inks.initiativeSoft
      : inks.rest;
}
