import type { GanttColours } from './gantt-colours.ts';
import { type GanttDrawing, spanAt } from './gantt-drawing.ts';
import { dayMinutes, extentOf, xOf } from './gantt-scale.ts';
import type { GanttConstraint, GanttSpan, GanttTask } from './gantt-task.ts';
import { ticksOf, unitsOf } from './gantt-ticks.ts';
import { paintLinks } from './paint-links.ts';

/** A part of the sheet that is painted, in pixels from its top left. */
export type Region = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/**
 * Paints what lies behind the bars of a region: time that is not worked, lines, today, slack,
 * baselines, deadlines and links. The context's origin is the top left of the region.
 */
export function paintGantt(
  context: CanvasRenderingContext2D,
  drawing: GanttDrawing,
  region: Region,
  colours: GanttColours,
): void {
  context.save();
  context.clearRect(0, 0, region.width, region.height);
  context.translate(-region.left, -region.top);
  paintTime(context, drawing, region, colours);
  paintRowLines(context, drawing, region, colours);
  paintToday(context, drawing, region, colours);
  paintRows(context, drawing, region, colours);
  if (drawing.layers.links) paintLinks(context, drawing, region, colours);
  context.restore();
}

/** First and last line of a region. */
export function linesIn(drawing: GanttDrawing, region: Region): { first: number; last: number } {
  const { row } = drawing.measures;
  const first = Math.max(0, Math.floor(region.top / row));
  const last = Math.ceil((region.top + region.height) / row);
  return { first, last: Math.min(drawing.rows.shown.length, last) };
}

function paintTime(
  context: CanvasRenderingContext2D,
  drawing: GanttDrawing,
  region: Region,
  colours: GanttColours,
): void {
  const { scale } = drawing;
  context.fillStyle = colours.rest;
  if (scale.dayWidth >= 3) paintRest(context, drawing, region);
  context.fillStyle = colours.gridLine;
  const view = { left: region.left, right: region.left + region.width };
  const { upper, lower } = unitsOf(scale.dayWidth);
  const unit = scale.dayWidth < 20 || scale.isHourly ? lower : upper;
  for (const { x } of ticksOf(scale, unit, view)) {
    context.fillRect(Math.round(x), region.top, 1, region.height);
  }
}

function paintToday(
  context: CanvasRenderingContext2D,
  { scale, now }: GanttDrawing,
  region: Region,
  colours: GanttColours,
): void {
  context.fillStyle = colours.today;
  context.fillRect(Math.round(xOf(scale, now)), region.top, 1, region.height);
}

/** Between the lines: below links and today, which they would cut to pieces. */
function paintRowLines(
  context: CanvasRenderingContext2D,
  drawing: GanttDrawing,
  region: Region,
  colours: GanttColours,
): void {
  const { first, last } = linesIn(drawing, region);
  const { row } = drawing.measures;
  context.fillStyle = colours.rowLine;
  for (let line = first; line < last; line += 1) {
    context.fillRect(region.left, (line + 1) * row - 1, region.width, 1);
  }
}

/** Days that are not worked, and from close by the hours round a day's work. */
function paintRest(
  context: CanvasRenderingContext2D,
  { scale, isWorking }: GanttDrawing,
  region: Region,
): void {
  const { dayWidth, firstDay, hours } = scale;
  const first = Math.max(0, Math.floor(region.left / dayWidth));
  const last = Math.min(scale.days, Math.ceil((region.left + region.width) / dayWidth));
  for (let day = first; day < last; day += 1) {
    const x = day * dayWidth;
    if (!isWorking(day + firstDay)) {
      context.fillRect(x, region.top, dayWidth, region.height);
    } else if (scale.isHourly) {
      const before = (hours.from / dayMinutes) * dayWidth;
      const after = (hours.to / dayMinutes) * dayWidth;
      context.fillRect(x, region.top, before, region.height);
      context.fillRect(x + after, region.top, dayWidth - after, region.height);
    }
  }
}

function paintRows(
  context: CanvasRenderingContext2D,
  drawing: GanttDrawing,
  region: Region,
  colours: GanttColours,
): void {
  const { first, last } = linesIn(drawing, region);
  for (let line = first; line < last; line += 1) {
    const index = drawing.rows.shown[line] ?? -1;
    const task = drawing.outline.tasks[index];
    if (!task) continue;
    const span = spanAt(drawing, index);
    if (drawing.layers.slack) paintSlack(context, drawing, { task, span, line, colours });
    paintOthers(context, drawing, { task, span, line, colours });
    if (task.span && span && span !== task.span) {
      paintGhost(context, drawing, { task, span: task.span, line, colours });
    }
  }
}

type Line = {
  readonly task: GanttTask;
  readonly span: GanttSpan | null;
  readonly line: number;
  readonly colours: GanttColours;
};

/** From the end of a bar to where it may slip. */
function paintSlack(
  context: CanvasRenderingContext2D,
  { scale, measures }: GanttDrawing,
  { task, span, line, colours }: Line,
): void {
  if (!span || task.progress === 1) return;
  if (task.slackUntil === null || task.slackUntil <= span.finish) return;
  const from = xOf(scale, span.finish);
  const to = xOf(scale, task.slackUntil);
  if (to - from < 4) return;
  // Along the foot of the bar, so that it does not run through the names of people.
  const y = line * measures.row + measures.barTop + measures.bar - 1;
  context.fillStyle = colours.slack;
  for (let x = from + 2; x < to - 3; x += 5) context.fillRect(x, y, 3, 2);
  context.fillRect(to - 2, y - 5, 2, 7);
}

/** The baseline below a bar, the scenario as an outline above it, the deadline as an arrow. */
function paintOthers(
  context: CanvasRenderingContext2D,
  { scale, measures, layers }: GanttDrawing,
  { task, span, line, colours }: Line,
): void {
  const top = line * measures.row + measures.barTop;
  if (task.baseline && layers.baseline) {
    context.fillStyle = colours.baseline;
    paintOther(context, scale, { span: task.baseline, y: top + measures.bar + 2, task });
  }
  if (task.scenario) {
    context.fillStyle = colours.scenario;
    paintOther(context, scale, { span: task.scenario, y: top - 5, task });
  }
  if (task.deadline !== null) {
    const x = xOf(scale, task.deadline);
    context.fillStyle = isMissed(task, span) ? colours.missed : colours.deadline;
    context.beginPath();
    // Above the bar, which would cover it.
    context.moveTo(x - 4, top - 7);
    context.lineTo(x + 4, top - 7);
    context.lineTo(x, top - 1);
    context.fill();
  }
  if (task.constraint && task.progress < 1) {
    context.fillStyle = colours.constraint;
    paintConstraint(context, task.constraint, { x: xOf(scale, task.constraint.at), top });
  }
}

/** Whether it ends, or would end, after its deadline. */
export function isMissed({ deadline, progress }: GanttTask, span: GanttSpan | null): boolean {
  return deadline !== null && span !== null && progress < 1 && span.finish > deadline;
}

type Mark = { readonly x: number; readonly top: number };

/** A small flag above the bar, to the side on which the task may be; a day that is fixed has a pin. */
function paintConstraint(
  context: CanvasRenderingContext2D,
  { side, kind }: GanttConstraint,
  { x, top }: Mark,
): void {
  const post = Math.round(x) + (side === 'start' ? -1 : 0);
  context.fillRect(post, top - 7, 1, 8);
  if (kind === 'fixed') {
    context.fillRect(post - 2, top - 7, 5, 5);
    return;
  }
  const along = kind === 'earliest' ? 1 : -1;
  context.beginPath();
  context.moveTo(post + 0.5, top - 7);
  context.lineTo(post + 0.5 + along * 7, top - 4.5);
  context.lineTo(post + 0.5, top - 2);
  context.fill();
}

type Other = { readonly span: GanttSpan; readonly y: number; readonly task: GanttTask };

function paintOther(
  context: CanvasRenderingContext2D,
  scale: GanttDrawing['scale'],
  { span, y, task }: Other,
): void {
  const { x, width } = extentOf(scale, span);
  context.beginPath();
  if (task.kind === 'milestone') diamond(context, { x, y: y + 1, radius: 4 });
  else context.roundRect(x, y, width, 4, 1.5);
  context.fill();
}

/** Where a task stood before the edit under way. */
function paintGhost(
  context: CanvasRenderingContext2D,
  { scale, measures }: GanttDrawing,
  { task, span, line, colours }: Line,
): void {
  if (!span) return;
  const { x, width } = extentOf(scale, span);
  const top = line * measures.row + measures.barTop;
  context.save();
  context.strokeStyle = colours.ghost;
  context.setLineDash([3, 3]);
  context.beginPath();
  if (task.kind === 'milestone') diamond(context, { x, y: top + measures.bar / 2, radius: 7 });
  else context.roundRect(x + 0.5, top + 0.5, Math.max(2, width - 1), measures.bar - 1, 4);
  context.stroke();
  context.restore();
}

function diamond(
  context: CanvasRenderingContext2D,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
): void {
  context.moveTo(x, y - radius);
  context.lineTo(x + radius, y);
  context.lineTo(x, y + radius);
  context.lineTo(x - radius, y);
  context.closePath();
}
