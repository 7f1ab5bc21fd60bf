import { type CellInput, dayText, type GanttColumn } from './gantt-columns.ts';
import { type GanttDrawing, partsAt, spanAt } from './gantt-drawing.ts';
import { headHeight, middleOf } from './gantt-measures.ts';
import { xOf } from './gantt-scale.ts';
import { ticksOf, unitsOf } from './gantt-ticks.ts';
import { visibleRoute } from './paint-links.ts';
import { barShapes, type Offset, toneOf } from './sheet-bars.ts';
import { sheetInks } from './sheet-inks.ts';
import { legendShapes } from './sheet-legend.ts';
import { diamond, type Shape } from './sheet-shape.ts';

export type SheetInput = {
  readonly title: string;
  readonly drawing: GanttDrawing;
  readonly columns: readonly (GanttColumn & { readonly x: number })[];
  readonly columnsWidth: number;
  readonly predecessors: ReadonlyMap<number, string>;
  /** Lines on this sheet: the first, and the one after the last. */
  readonly first: number;
  readonly last: number;
};

/** A sheet of paper: its size and what is on it, from back to front. */
export type Sheet = {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
};

const titleHeight = 34;

/** The table and the chart of some lines as marks on white, for a picture or for print. */
export function sheetOf(input: SheetInput): Sheet {
  const { drawing, columnsWidth, first, last } = input;
  const { scale, measures } = drawing;
  const chart = scale.days * scale.dayWidth;
  const width = columnsWidth + chart;
  const top = titleHeight + headHeight;
  const height = top + (last - first) * measures.row + 1;
  // Where the first line of the sheet lies on the chart, so that both have one set of coordinates.
  const offset = { x: columnsWidth, y: top - first * measures.row };
  const clip = { left: columnsWidth, right: width, top, bottom: height };
  const behind = [...timeShapes(input, height), ...linkShapes(input, offset, clip)];
  const lines: Shape[] = [];
  for (let line = first; line < last; line += 1) lines.push(...lineShapes(input, line, offset));
  const shapes = [
    { kind: 'rect', x: 0, y: 0, width, height, fill: sheetInks.paper } as const,
    ...behind,
    ...headShapes(input),
    ...lines,
  ];
  return { width, height, shapes };
}

function timeShapes({ drawing, columnsWidth }: SheetInput, height: number): Shape[] {
  const { scale, isWorking, now } = drawing;
  const shapes: Shape[] = [];
  const top = titleHeight + headHeight;
  if (scale.dayWidth >= 3) {
    for (let day = 0; day < scale.days; day += 1) {
      if (isWorking(day + scale.firstDay)) continue;
      const x = columnsWidth + day * scale.dayWidth;
      const { rest: fill } = sheetInks;
      shapes.push({ kind: 'rect', x, y: top, width: scale.dayWidth, height: height - top, fill });
    }
  }
  const x = columnsWidth + xOf(scale, now);
  if (xOf(scale, now) > 0) {
    shapes.push({ kind: 'line', points: [x, top, x, height], stroke: sheetInks.today, width: 1 });
  }
  return shapes;
}

function headShapes({ title, drawing, columns, columnsWidth }: SheetInput): Shape[] {
  const { scale } = drawing;
  const base = titleHeight + headHeight;
  const view = { left: 0, right: scale.days * scale.dayWidth };
  const { upper, lower } = unitsOf(scale.dayWidth);
  const tickText = (y: number, unit: typeof upper) =>
    ticksOf(scale, unit, view)
      // A week that began before the sheet has its number outside of it.
      .filter(({ x }) => x >= 0)
      .map(
        (tick): Shape => ({
          kind: 'text',
          x: columnsWidth + tick.x + 5,
          y,
          text: tick.label,
          fill: sheetInks.dim,
          most: tick.width - 6,
        }),
      );
  const rule = (points: readonly number[]): Shape => ({
    kind: 'line',
    points,
    stroke: sheetInks.border,
    width: 1,
  });
  return [
    { kind: 'text', x: 10, y: 20, text: title, fill: sheetInks.ink, isBold: true },
    {
      kind: 'text',
      x: columnsWidth + view.right - 10,
      y: 20,
      text: dayText(drawing.now),
      fill: sheetInks.dim,
      isRight: true,
    },
    ...legendShapes(drawing, { right: columnsWidth + view.right - 96, y: 16 }),
    ...columns.map(
      (column): Shape => ({
        kind: 'text',
        x: column.isNumber ? column.x + column.width - 10 : column.x + 10,
        y: base - 10,
        text: column.label,
        fill: sheetInks.dim,
        ...(column.isNumber ? { isRight: true } : {}),
      }),
    ),
    ...tickText(base - 30, upper),
    ...tickText(base - 10, lower),
    rule([0, base, columnsWidth + view.right, base]),
  ];
}

function lineShapes(input: SheetInput, line: number, offset: Offset): Shape[] {
  const { drawing, columns, columnsWidth } = input;
  const index = drawing.rows.shown[line] ?? -1;
  const task = drawing.outline.tasks[index];
  if (!task) return [];
  const span = spanAt(drawing, index);
  const top = offset.y + line * drawing.measures.row;
  const number = drawing.outline.numbers[index] ?? '';
  const parts = partsAt(drawing, index);
  const cell = { task, span, parts, number, predecessors: input.predecessors.get(index) ?? '' };
  const depth = drawing.outline.depths[index] ?? 0;
  const bottom = top + drawing.measures.row;
  const width = columnsWidth + drawing.scale.days * drawing.scale.dayWidth;
  return [
    { kind: 'line', points: [0, bottom, width, bottom], stroke: sheetInks.soft, width: 1 },
    ...columns.map((column) => cellShape(column, cell, { y: top + 21, indent: depth * 14 })),
    ...(span ? barShapes(drawing, { task, span, parts, line, offset }) : []),
    ...task.points.map((point): Shape => {
      const x = offset.x + xOf(drawing.scale, point.at);
      const y = offset.y + middleOf(drawing.measures, line);
      const tone = toneOf(task, sheetInks);
      return {
        kind: 'area',
        points: diamond(x, y, 6),
        fill: point.isDone ? tone : sheetInks.paper,
        stroke: tone,
      };
    }),
  ];
}

type CellPlace = { readonly y: number; readonly indent: number };

function cellShape(
  column: SheetInput['columns'][number],
  cell: CellInput,
  { y, indent }: CellPlace,
): Shape {
  const isName = column.id === 'name';
  const left = column.x + 10 + (isName ? indent : 0);
  return {
    kind: 'text',
    x: column.isNumber ? column.x + column.width - 10 : left,
    y,
    text: column.text(cell),
    fill: isName ? sheetInks.ink : sheetInks.dim,
    isBold: isName && (cell.task.kind === 'summary' || cell.task.kind === 'project'),
    most: column.width - 16 - (isName ? indent : 0),
    ...(column.isNumber ? { isRight: true } : {}),
  };
}

type Clip = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Links of the lines on this sheet; one that leaves it ends at its edge. */
function linkShapes({ drawing, first, last }: SheetInput, offset: Offset, clip: Clip): Shape[] {
  if (!drawing.layers.links) return [];
  const { measures, scale } = drawing;
  const region = {
    left: 0,
    top: first * measures.row,
    width: scale.days * scale.dayWidth,
    height: (last - first) * measures.row,
  };
  return drawing.links.flatMap((placed): Shape[] => {
    const route = visibleRoute(drawing, placed, region);
    if (!route) return [];
    const points = route.map((value, at) =>
      at % 2 === 0
        ? Math.min(clip.right, Math.max(clip.left, value + offset.x))
        : Math.min(clip.bottom, Math.max(clip.top, value + offset.y)),
    );
    const stroke = placed.link.isBroken ? sheetInks.broken : sheetInks.link;
    const isCut = (route.at(-1) ?? 0) + offset.y !== points.at(-1);
    const line = { kind: 'line', points, stroke, width: 1 } as const;
    return isCut ? [line] : [line, { kind: 'area', points: headOf(points), fill: stroke }];
  });
}

function headOf(points: readonly number[]): number[] {
  const [beforeX = 0, beforeY = 0, x = 0, y = 0] = points.slice(-4);
  const [alongX, alongY] = [Math.sign(x - beforeX), Math.sign(y - beforeY)];
  const [backX, backY] = [x - alongX * 5, y - alongY * 5];
  return [x, y, backX - alongY * 3, backY - alongX * 3, backX + alongY * 3, backY + alongX * 3];
}
