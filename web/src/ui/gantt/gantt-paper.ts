import { notifyFailed } from '../notify/notify.tsx';
import type { GanttDrawing } from './gantt-drawing.ts';
import { measuresOf } from './gantt-measures.ts';
import { dayMinutes, type GanttRange, scaleOf } from './gantt-scale.ts';
import { type Sheet, sheetOf } from './gantt-sheet.ts';
import { savePicture } from './sheet-picture.ts';
import { letterWidth } from './sheet-shape.ts';
import type { GanttLayout } from './use-gantt-layout.ts';

type PaperInput = {
  readonly title: string;
  readonly drawing: GanttDrawing;
  readonly range: GanttRange;
  readonly layout: GanttLayout;
  readonly predecessors: ReadonlyMap<number, string>;
};

/** Lines on a page of A4 across, and on a picture. */
const pageLines = 28;
const pictureLines = 460;
/** More than this nobody prints. */
const mostLines = 6_000;

/** The chart on paper: pages for print, one picture for everything else. */
export function ganttPaper(input: PaperInput) {
  const count = input.drawing.rows.shown.length;
  return {
    pages: (): Sheet[] => {
      const sheets: Sheet[] = [];
      for (let first = 0; first < Math.min(count, mostLines); first += pageLines) {
        sheets.push(sheetAt(input, first, Math.min(count, first + pageLines)));
      }
      return sheets;
    },
    savePicture: async () => {
      try {
        await savePicture(sheetAt(input, 0, Math.min(count, pictureLines)), input.title);
      } catch (error) {
        notifyFailed({ message: error instanceof Error ? error.message : 'No picture was made.' });
      }
    },
  };
}

/** The widest day at which every bar and the names of people after it stay on the page. */
function fittedDay({ outline, rows, layers }: GanttDrawing, range: GanttRange, width: number) {
  const days = range.last - range.first + 3;
  let dayWidth = (width - 40) / days;
  for (const index of rows.shown) {
    const task = outline.tasks[index];
    if (!task?.span || !layers.people || task.resources.length === 0) continue;
    const text = task.resources.join(', ').length * letterWidth + 20;
    dayWidth = Math.min(
      dayWidth,
      (width - text) / (task.span.finish / dayMinutes - range.first + 2),
    );
  }
  // Many names on the last bar: rather cut than no bars.
  return Math.max(dayWidth, (width * 0.6) / days);
}

function sheetAt(input: PaperInput, first: number, last: number): Sheet {
  const { drawing, layout, range, predecessors, title } = input;
  // The whole time on the width of a page, whatever the screen shows of it.
  const width = Math.max(700, 1_560 - layout.paper.columnsWidth);
  const dayWidth = Math.min(40, fittedDay(drawing, range, width));
  const scale = {
    ...scaleOf({ range, dayWidth, hours: drawing.scale.hours, viewWidth: 0 }),
    firstDay: range.first - 2,
    days: Math.ceil(width / dayWidth),
    isHourly: false,
  };
  return sheetOf({
    title,
    drawing: {
      ...drawing,
      scale,
      measures: measuresOf(false),
      moved: new Map(),
      movedParts: new Map(),
    },
    columns: layout.paper.columns,
    columnsWidth: layout.paper.columnsWidth,
    predecessors,
    first,
    last,
  });
}
