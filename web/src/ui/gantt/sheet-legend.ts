import type { GanttDrawing } from './gantt-drawing.ts';
import type { GanttTask } from './gantt-task.ts';
import { sheetInks } from './sheet-inks.ts';
import { diamond, letterWidth, type Shape } from './sheet-shape.ts';

/** A mark and what it means; drawn about the place of its left end. */
type LegendItem = {
  readonly name: string;
  readonly isUsed: (task: GanttTask, drawing: GanttDrawing) => boolean;
  readonly mark: (x: number, y: number) => Shape[];
};

const bar = (x: number, y: number, stroke: string): Shape => ({
  kind: 'rect',
  x,
  y: y - 4,
  width: 18,
  height: 8,
  fill: sheetInks.rest,
  stroke,
  radius: 2,
});

const items: readonly LegendItem[] = [
  {
    name: 'done',
    isUsed: ({ progress }) => progress > 0,
    mark: (x, y) => [
      bar(x, y, sheetInks.link),
      { kind: 'rect', x, y: y - 4, width: 11, height: 8, fill: sheetInks.link, radius: 2 },
    ],
  },
  {
    name: 'critical',
    isUsed: ({ isCritical, progress }, { layers }) => layers.critical && isCritical && progress < 1,
    mark: (x, y) => [bar(x, y, sheetInks.ink)],
  },
  {
    name: 'late',
    isUsed: ({ isLate }) => isLate,
    mark: (x, y) => [
      bar(x, y, sheetInks.link),
      { kind: 'rect', x: x + 17, y: y - 3, width: 3, height: 6, fill: sheetInks.bad, radius: 1.5 },
    ],
  },
  {
    name: 'milestone',
    isUsed: ({ kind, points }) => kind === 'milestone' || points.length > 0,
    mark: (x, y) => [
      {
        kind: 'area',
        points: diamond(x + 9, y, 6),
        fill: sheetInks.paper,
        stroke: sheetInks.link,
      },
    ],
  },
  {
    name: 'may slip until',
    isUsed: ({ slackUntil, progress }, { layers }) =>
      layers.slack && slackUntil !== null && progress < 1,
    mark: (x, y) => [
      ...[0, 5, 10].map(
        (step): Shape => ({
          kind: 'rect',
          x: x + step,
          y: y + 2,
          width: 3,
          height: 1.5,
          fill: sheetInks.link,
        }),
      ),
      { kind: 'rect', x: x + 15, y: y - 3, width: 1.5, height: 6.5, fill: sheetInks.link },
    ],
  },
  {
    name: 'baseline',
    isUsed: ({ baseline }, { layers }) => layers.baseline && baseline !== null,
    mark: (x, y) => [
      { kind: 'rect', x, y: y - 2, width: 18, height: 4, fill: sheetInks.baseline, radius: 1.5 },
    ],
  },
  {
    name: 'scenario',
    isUsed: ({ scenario }) => scenario !== null,
    mark: (x, y) => [
      { kind: 'rect', x, y: y - 2, width: 18, height: 4, fill: sheetInks.scenario, radius: 1.5 },
    ],
  },
  {
    name: 'deadline',
    isUsed: ({ deadline }) => deadline !== null,
    mark: (x, y) => [
      { kind: 'area', points: [x + 5, y - 3, x + 13, y - 3, x + 9, y + 3], fill: sheetInks.dim },
    ],
  },
];

type LegendPlace = { readonly right: number; readonly y: number };

/** What the marks on paper mean, those that are used, ending at a place. */
export function legendShapes(drawing: GanttDrawing, { right, y }: LegendPlace): Shape[] {
  const { outline, rows } = drawing;
  const tasks = Array.from(rows.shown, (index) => outline.tasks[index]).filter(
    (task) => task !== undefined,
  );
  const used = items.filter(({ isUsed }) => tasks.some((task) => isUsed(task, drawing)));
  let x = right - used.reduce((sum, { name }) => sum + widthOf(name), 0);
  return used.flatMap(({ name, mark }): Shape[] => {
    const at = x;
    x += widthOf(name);
    const text = { kind: 'text', x: at + 24, y: y + 4, text: name, fill: sheetInks.dim } as const;
    return [...mark(at, y), text];
  });
}

function widthOf(name: string): number {
  return 24 + name.length * letterWidth + 16;
}
