import type { Measures } from './gantt-measures.ts';
import type { GanttOutline, GanttRows, PlacedLink } from './gantt-outline.ts';
import type { GanttScale } from './gantt-scale.ts';
import type { GanttSpan, GanttTask } from './gantt-task.ts';

/** What of a chart is shown beside its bars. */
export type GanttLayers = {
  readonly links: boolean;
  readonly critical: boolean;
  readonly slack: boolean;
  readonly baseline: boolean;
  readonly people: boolean;
};

export const allLayers: GanttLayers = {
  links: true,
  critical: true,
  slack: true,
  baseline: true,
  people: true,
};

/** Everything that the chart is drawn from, by place in the outline. */
export type GanttDrawing = {
  readonly outline: GanttOutline;
  readonly rows: GanttRows;
  readonly links: readonly PlacedLink[];
  readonly scale: GanttScale;
  readonly measures: Measures;
  readonly layers: GanttLayers;
  /** Minutes. */
  readonly now: number;
  readonly isWorking: (day: number) => boolean;
  /** Where tasks would stand after the edit under way. */
  readonly moved: ReadonlyMap<string, GanttSpan>;
  readonly movedParts: ReadonlyMap<string, readonly GanttSpan[]>;
};

/** The parts of a task, or those after the edit under way; none where it runs in one. */
export function partsAt(drawing: GanttDrawing, index: number): readonly GanttSpan[] {
  const task = drawing.outline.tasks[index];
  if (!task) return noParts;
  const known = drawing.moved.has(task.id) ? drawing.movedParts.get(task.id) : task.parts;
  return known ?? noParts;
}

const noParts: readonly GanttSpan[] = [];

/** A line with its points where they stand, or would stand after the edit under way. */
export function withPoints({ moved }: GanttDrawing, task: GanttTask): GanttTask {
  if (!task.points.some(({ key }) => moved.has(key))) return task;
  const points = task.points.map((point) => ({
    ...point,
    at: moved.get(point.key)?.finish ?? point.at,
  }));
  return { ...task, points };
}

/** Where a task stands, or would stand after the edit under way. */
export function spanAt(drawing: GanttDrawing, index: number): GanttSpan | null {
  const task = drawing.outline.tasks[index];
  if (!task) return null;
  return drawing.moved.get(task.id) ?? task.span;
}
