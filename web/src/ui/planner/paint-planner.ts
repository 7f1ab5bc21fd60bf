import { ticksOf, unitsOf } from '../gantt/gantt-ticks.ts';
import type { Region } from '../gantt/paint-gantt.ts';
import { cellText } from './cell-text.ts';
import { type CellLoad, type LaneLoad, loadBetween } from './lane-load.ts';
import type { PlannerDrawing } from './planner-drawing.ts';
import { cellsBetween, type Stretch } from './planner-grain.ts';

/** The tokens of what is painted. */
export const plannerTokens = {
  rest: '--surface-sunken',
  gridLine: '--grid-line',
  today: '--accent',
  fill: '--accent',
  text: '--text',
  dim: '--text-dim',
  over: '--bad',
  overSoft: '--bad-soft',
  overText: '--bad-text',
  away: '--neutral-mark',
  surface: '--surface',
  font: '--font',
} as const;
export type PlannerColours = Readonly<Record<keyof typeof plannerTokens, string>>;

type Painting = {
  readonly context: CanvasRenderingContext2D;
  readonly drawing: PlannerDrawing;
  readonly colours: PlannerColours;
};

/** A cell on the sheet, in pixels, with its load. */
type Cell = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly days: number;
  readonly load: CellLoad;
};

/** How strong the fill of a full cell is: the number on it stays readable in light and dark. */
const fullStrength = 0.4;

/** Paints a region: days off, lines of time, and of each person how full their days are. */
export function paintPlanner(painting: Painting, region: Region): void {
  const { context, drawing } = painting;
  context.save();
  context.clearRect(0, 0, region.width, region.height);
  context.translate(-region.left, -region.top);
  paintTime(painting, region);
  const { scale, rows, rowHeight, grain } = drawing;
  const last = scale.firstDay + scale.days - 1;
  const from = scale.firstDay + Math.max(0, Math.floor(region.left / scale.dayWidth));
  const to = scale.firstDay + Math.ceil((region.left + region.width) / scale.dayWidth);
  const cells = cellsBetween(grain, from, Math.min(last, to));
  const bottom = Math.min(rows.length, Math.ceil((region.top + region.height) / rowHeight));
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (let line = Math.max(0, Math.floor(region.top / rowHeight)); line < bottom; line += 1) {
    const row = rows[line];
    if (row?.kind !== 'lane' || row.bars !== null) continue;
    paintLane(painting, drawing.loadOf(row.lane.id), { cells, top: line * rowHeight });
  }
  context.restore();
}

function paintTime({ context, drawing, colours }: Painting, region: Region): void {
  const { scale, grain, today, isWorking } = drawing;
  const first = Math.max(0, Math.floor(region.left / scale.dayWidth));
  const last = Math.min(scale.days, Math.ceil((region.left + region.width) / scale.dayWidth));
  if (grain !== 'month') {
    context.fillStyle = colours.rest;
    for (let day = first; day < last; day += 1) {
      if (isWorking(day + scale.firstDay)) continue;
      context.fillRect(day * scale.dayWidth, region.top, scale.dayWidth, region.height);
    }
  }
  context.fillStyle = colours.gridLine;
  const view = { left: region.left, right: region.left + region.width };
  const { upper, lower } = unitsOf(scale.dayWidth);
  for (const { x } of ticksOf(scale, grain === 'day' ? upper : lower, view)) {
    context.fillRect(Math.round(x), region.top, 1, region.height);
  }
  context.fillStyle = colours.today;
  const x = Math.round((today - scale.firstDay + 0.5) * scale.dayWidth);
  context.fillRect(x, region.top, 1, region.height);
}

type LaneCells = { readonly cells: readonly Stretch[]; readonly top: number };

function paintLane(painting: Painting, load: LaneLoad, { cells, top }: LaneCells): void {
  const { scale, rowHeight } = painting.drawing;
  for (const { from, to } of cells) {
    const found = loadBetween(load, from, to);
    if (found.level === 'none' && found.leaveDays + found.holidayDays === 0) continue;
    paintCell(painting, {
      x: (from - scale.firstDay) * scale.dayWidth + 1.5,
      y: top + 3.5,
      width: (to - from + 1) * scale.dayWidth - 2,
      height: rowHeight - 7,
      days: to - from + 1,
      load: found,
    });
  }
}

function paintCell(painting: Painting, cell: Cell): void {
  const { context, colours, drawing } = painting;
  const { load } = cell;
  outline(context, cell);
  // Days off do not shine through.
  context.fillStyle = colours.surface;
  context.fill();
  if (load.level === 'over') {
    context.fillStyle = colours.overSoft;
    context.fill();
    context.strokeStyle = colours.over;
    context.stroke();
  } else if (load.level === 'none') {
    hatch(painting, cell, colours.away);
  } else {
    paintShare(painting, cell);
  }
  if (load.tentative > 0)
    hatch(painting, cell, load.level === 'over' ? colours.over : colours.fill);
  paintMarks(painting, cell);
  const text = cellText(load, drawing.number, cell.width);
  if (text === '') return;
  const isStrong = load.level === 'over' || load.level === 'full';
  context.font = `${isStrong ? 600 : 400} 12px ${colours.font}`;
  context.fillStyle = inkOf(load, colours);
  context.fillText(text, cell.x + cell.width / 2, cell.y + cell.height / 2 + 0.5);
}

/** The fuller the stronger; what is full has a foot as well. */
function paintShare({ context, colours }: Painting, { x, y, width, height, load }: Cell): void {
  const share = load.capacity === 0 ? 0 : Math.min(1, load.allocated / load.capacity);
  context.globalAlpha = share === 0 ? 0.035 : 0.07 + (fullStrength - 0.07) * share;
  context.fillStyle = colours.fill;
  context.fill();
  context.globalAlpha = 1;
  if (load.level === 'full') context.fillRect(x + 4, y + height - 2, width - 8, 2);
}

function inkOf({ level }: CellLoad, colours: PlannerColours): string {
  if (level === 'over') return colours.overText;
  return level === 'free' || level === 'none' ? colours.dim : colours.text;
}

/** Lines across a cell: not certain, or not there. */
function hatch({ context }: Painting, cell: Cell, colour: string): void {
  const { x, y, width, height } = cell;
  context.save();
  outline(context, cell);
  context.clip();
  context.globalAlpha = 0.22;
  context.strokeStyle = colour;
  context.beginPath();
  for (let at = -height; at < width; at += 6) {
    context.moveTo(x + at, y + height);
    context.lineTo(x + at + height, y);
  }
  context.stroke();
  context.restore();
}

/** Days away as dashes along the top, hollow where it is a public holiday; too much on a day as a corner. */
function paintMarks({ context, colours }: Painting, cell: Cell): void {
  const { x, y, width, load } = cell;
  const away = load.leaveDays + load.holidayDays;
  if (away > 0 && load.level !== 'none') {
    const count = Math.min(5, away);
    for (let nth = 0; nth < count; nth += 1) {
      const isHoliday = nth >= load.leaveDays;
      const left = x + 4 + nth * 6;
      context.strokeStyle = colours.away;
      context.fillStyle = colours.away;
      if (isHoliday) context.strokeRect(left + 0.5, y + 2.5, 3, 2);
      else context.fillRect(left, y + 2, 4, 3);
    }
  }
  if (load.overDays === 0 || load.level === 'over') return;
  context.fillStyle = colours.over;
  context.beginPath();
  context.moveTo(x + width - 8, y);
  context.lineTo(x + width, y);
  context.lineTo(x + width, y + 8);
  context.fill();
}

function outline(context: CanvasRenderingContext2D, { x, y, width, height }: Cell): void {
  context.beginPath();
  context.roundRect(x, y, Math.max(1, width), height, 4);
}
