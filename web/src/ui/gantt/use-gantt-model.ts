import { useMemo, useState } from 'react';
import { allLayers, type GanttDrawing, type GanttLayers } from './gantt-drawing.ts';
import {
  type GanttOutline,
  type GanttRows,
  outlineOf,
  placedLinks,
  predecessorTexts,
  type RowFilter,
  rowsOf,
} from './gantt-outline.ts';
import { rangeOf, workRange } from './gantt-scale.ts';
import {
  type GanttConsequences,
  type GanttLink,
  type GanttSpan,
  type GanttTask,
  noConsequences,
} from './gantt-task.ts';
import type { GanttFilter } from './gantt-toolbar.tsx';
import type { GanttDraft } from './use-gantt-draft.ts';

type ModelInput = {
  readonly tasks: readonly GanttTask[];
  readonly links: readonly GanttLink[];
  readonly now: number;
  readonly startsFolded?: boolean;
};

type DrawingInput = Pick<GanttDrawing, 'scale' | 'measures' | 'isWorking'> & {
  readonly draft: GanttDraft | null;
};

const filters: Record<GanttFilter, RowFilter | null> = {
  all: null,
  critical: (task) => task.isCritical && task.kind !== 'summary' && task.kind !== 'project',
  late: (task) => task.isLate,
};

const nothingFolded: ReadonlySet<string> = new Set();

/** What passes both the filter and what is sought: in the name of a task, or of who does it. */
function rowFilter(filter: RowFilter | null, sought: string): RowFilter | null {
  const words = sought.trim().toLocaleLowerCase();
  if (words === '') return filter;
  return (task) =>
    (filter?.(task) ?? true) &&
    [task.name, ...task.resources].some((text) => text.toLocaleLowerCase().includes(words));
}

const nothingMoved: GanttConsequences = noConsequences;
const noParts: ReadonlyMap<string, readonly GanttSpan[]> = new Map();

export type GanttModel = ReturnType<typeof useGanttModel>;

/** Which lines there are and what is shown of them: the part of a chart that no pixel decides. */
export function useGanttModel({ tasks, links, now, startsFolded }: ModelInput) {
  const outline = useMemo(() => outlineOf(tasks), [tasks]);
  const placed = useMemo(() => placedLinks(outline, links), [outline, links]);
  const predecessors = useMemo(() => predecessorTexts(outline, placed), [outline, placed]);
  // A day is fine enough for the range; the minute would make it new each time.
  const today = Math.floor(now / 1440) * 1440;
  const range = useMemo(() => rangeOf(tasks, today), [tasks, today]);
  // Where the bars lie, whether or not today does.
  const work = useMemo(() => workRange(tasks) ?? range, [tasks, range]);
  const [filter, setFilter] = useState<GanttFilter>('all');
  const [sought, setSought] = useState('');
  const [layers, setLayers] = useState<GanttLayers>(allLayers);
  const folding = useFolding(outline, startsFolded ?? false);
  // What is sought is shown wherever it is folded away.
  const folded = sought === '' ? folding.folded : nothingFolded;
  const { fold, foldAll } = folding;
  const rows = useMemo(
    () => rowsOf(outline, folded, rowFilter(filters[filter], sought)),
    [outline, folded, filter, sought],
  );
  return {
    outline,
    rows,
    range,
    work,
    predecessors,
    folded,
    fold,
    foldAll,
    filter,
    setFilter,
    sought,
    setSought,
    layers,
    setLayers,
    drawing: useDrawing({ outline, rows, links: placed, layers, now }),
    /** The first line with work that is not done. */
    workRow: useMemo(() => firstOpenRow(outline, rows), [outline, rows]),
    /** The first line that is sought itself, rather than leads to one. */
    foundRow: () => firstRow(outline, rows, rowFilter(null, sought) ?? (() => true)),
    predecessorsOf: (id: string) =>
      links
        .filter((link) => link.to === id)
        .map((link) => ({
          linkId: link.id,
          name: outline.tasks[outline.indexOf.get(link.from) ?? -1]?.name ?? '',
        })),
  };
}

function firstOpenRow(outline: GanttOutline, rows: GanttRows): number {
  const isOpen: RowFilter = ({ kind, span, progress }) =>
    kind !== 'summary' && span !== null && progress < 1;
  return Math.max(0, firstRow(outline, rows, isOpen));
}

/** The first line shown that passes; -1: none. */
function firstRow({ tasks }: GanttOutline, { shown }: GanttRows, passes: RowFilter): number {
  return shown.findIndex((index) => {
    const task = tasks[index];
    return task !== undefined && passes(task);
  });
}

function useFolding(outline: GanttOutline, startsFolded: boolean) {
  // What was turned against how it starts: lines that come later start like the others.
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [isFoldedFirst, setFoldedFirst] = useState(startsFolded);
  const folded = useMemo(() => {
    if (!isFoldedFirst) return turned;
    const parents = outline.tasks.filter((_, index) => (outline.below[index] ?? 0) > 0);
    return new Set(parents.map(({ id }) => id).filter((id) => !turned.has(id)));
  }, [outline, turned, isFoldedFirst]);
  return {
    folded,
    fold: (id: string, isFolded: boolean) =>
      setTurned((before) => {
        const next = new Set(before);
        if (isFolded === isFoldedFirst) next.delete(id);
        else next.add(id);
        return next;
      }),
    foldAll: (isFolded: boolean) => {
      setFoldedFirst(isFolded);
      setTurned(new Set());
    },
  };
}

type FixedParts = Pick<GanttDrawing, 'outline' | 'rows' | 'links' | 'layers' | 'now'>;

/** The same drawing while nothing it is made of has changed, so that the canvas is painted once for it. */
function useDrawing(fixed: FixedParts): (input: DrawingInput) => GanttDrawing {
  const { outline, rows, links, layers, now } = fixed;
  return useMemo(() => {
    let last: { readonly input: DrawingInput; readonly drawing: GanttDrawing } | null = null;
    return (input: DrawingInput) => {
      const isSame =
        last?.input.scale === input.scale &&
        last.input.measures === input.measures &&
        last.input.isWorking === input.isWorking &&
        last.input.draft === input.draft;
      if (last && isSame) return last.drawing;
      const { draft, ...rest } = input;
      const shown = draft?.consequences.refusal === null ? draft.consequences : nothingMoved;
      const { moved, parts: movedParts = noParts } = shown;
      const drawing = { outline, rows, links, layers, now, ...rest, moved, movedParts };
      last = { input, drawing };
      return drawing;
    };
  }, [outline, rows, links, layers, now]);
}
