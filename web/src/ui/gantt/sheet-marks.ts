import type { GanttDrawing } from './gantt-drawing.ts';
import { extentOf, xOf } from './gantt-scale.ts';
import type { GanttSpan, GanttTask } from './gantt-task.ts';
import { isMissed } from './paint-gantt.ts';
import { sheetInks } from './sheet-inks.ts';
import { diamond, type Shape } from './sheet-shape.ts';

/** A line on paper: what it stands for, where it lies, the left of the chart and the top of its bar. */
export type MarkedLine = {
  readonly task: GanttTask;
  readonly span: GanttSpan;
  readonly left: number;
  readonly top: number;
};

/** What lies round a bar on paper: slack, baseline, scenario, deadline, and the bound on its dates. */
export function markShapes(drawing: GanttDrawing, line: MarkedLine): Shape[] {
  const { layers } = drawing;
  return [
    ...(layers.slack ? slackShapes(drawing, line) : []),
    ...(layers.baseline
      ? otherShapes(drawing, line, {
          span: line.task.baseline,
          y: line.top + drawing.measures.bar + 2,
          fill: sheetInks.baseline,
        })
      : []),
    ...otherShapes(drawing, line, {
      span: line.task.scenario,
      y: line.top - 5,
      fill: sheetInks.scenario,
    }),
    ...deadlineShapes(drawing, line),
    ...constraintShapes(drawing, line),
  ];
}

function slackShapes({ scale, measures }: GanttDrawing, { task, span, left, top }: MarkedLine) {
  const { slackUntil, progress } = task;
  if (slackUntil === null || progress === 1 || slackUntil <= span.finish) return [];
  const [from, to] = [left + xOf(scale, span.finish), left + xOf(scale, slackUntil)];
  if (to - from < 4) return [];
  const y = top + measures.bar - 1;
  const shapes: Shape[] = [];
  const fill = sheetInks.link;
  for (let x = from + 2; x < to - 3; x += 5) {
    shapes.push({ kind: 'rect', x, y, width: 3, height: 1.5, fill });
  }
  return [...shapes, { kind: 'rect', x: to - 2, y: y - 5, width: 1.5, height: 6.5, fill } as const];
}

type Other = { readonly span: GanttSpan | null; readonly y: number; readonly fill: string };

/** Where a task lies elsewhere: in the baseline, in a scenario. */
function otherShapes(
  { scale }: GanttDrawing,
  { task, left }: MarkedLine,
  { span, y, fill }: Other,
): Shape[] {
  if (!span) return [];
  const { x, width } = extentOf(scale, span);
  if (task.kind === 'milestone') {
    return [{ kind: 'area', points: diamond(left + x, y + 1, 4), fill }];
  }
  return [{ kind: 'rect', x: left + x, y, width, height: 4, fill, radius: 1.5 }];
}

function deadlineShapes({ scale }: GanttDrawing, { task, span, left, top }: MarkedLine): Shape[] {
  if (task.deadline === null) return [];
  const x = left + xOf(scale, task.deadline);
  const fill = isMissed(task, span) ? sheetInks.bad : sheetInks.dim;
  return [{ kind: 'area', points: [x - 4, top - 7, x + 4, top - 7, x, top - 1], fill }];
}

function constraintShapes({ scale }: GanttDrawing, { task, left, top }: MarkedLine): Shape[] {
  const { constraint, progress } = task;
  if (!constraint || progress === 1) return [];
  const { side, kind, at } = constraint;
  const post = left + xOf(scale, at) + (side === 'start' ? -1 : 0);
  const fill = sheetInks.dim;
  const bar = { kind: 'rect', x: post, y: top - 7, width: 1, height: 8, fill } as const;
  if (kind === 'fixed') {
    return [bar, { kind: 'rect', x: post - 2, y: top - 7, width: 5, height: 5, fill }];
  }
  const tip = post + (kind === 'earliest' ? 7 : -7);
  return [bar, { kind: 'area', points: [post, top - 7, tip, top - 4.5, post, top - 2], fill }];
}
