import { useEffect, useMemo, useState } from 'react';
import { useSteady } from '../near/use-steady.ts';
import { type GanttColumn, ganttColumns } from './gantt-columns.ts';

/** How the tree beside the chart looks: which columns, how wide, how much of them is seen. */
export type GanttLayout = {
  readonly columns: readonly (GanttColumn & { readonly x: number })[];
  /** All columns side by side, in pixels. */
  readonly columnsWidth: number;
  readonly treeWidth: number;
  /** The columns at their own widths, whatever room the screen leaves: for paper. */
  readonly paper: Pick<GanttLayout, 'columns' | 'columnsWidth'>;
  readonly isShown: (id: string) => boolean;
  readonly show: (id: string, isShown: boolean) => void;
  readonly resize: (id: string, width: number) => void;
  readonly setTreeWidth: (width: number) => void;
};

type Kept = {
  readonly shown: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
  readonly treeWidth: number | null;
};

export const leastTree = 96;
const leastColumn = 44;

/** The layout of the tree, kept on this device under a key. */
export function useGanttLayout(key: string, frameWidth: number): GanttLayout {
  const [kept, setKept] = useState(() => keptLayout(key));
  useEffect(() => {
    try {
      localStorage.setItem(nameOf(key), JSON.stringify(kept));
    } catch {
      // A browser that keeps nothing shows the columns of the beginning next time.
    }
  }, [key, kept]);
  const placed = useMemo(() => placedColumns(kept), [kept]);
  const placedWidth = placed.reduce((sum, { width }) => sum + width, 0);
  // A narrow screen shows the names and leaves the rest to the chart.
  const most = Math.max(leastTree, frameWidth * (frameWidth < 720 ? 0.42 : 0.6));
  const treeWidth = Math.round(Math.min(kept.treeWidth ?? placedWidth, placedWidth, most));
  const columns = useMemo(() => fittedColumns(placed, treeWidth), [placed, treeWidth]);
  const columnsWidth = Math.max(placedWidth, treeWidth);
  const calls = useSteady({
    show: (id: string, isShown: boolean) =>
      setKept((before) => ({
        ...before,
        shown: isShown ? [...before.shown, id] : before.shown.filter((other) => other !== id),
        // What was just chosen should be seen.
        treeWidth: isShown ? null : before.treeWidth,
      })),
    resize: (id: string, width: number) =>
      setKept((before) => ({
        ...before,
        widths: { ...before.widths, [id]: Math.max(leastColumn, Math.round(width)) },
      })),
    setTreeWidth: (width: number) =>
      setKept((before) => ({ ...before, treeWidth: Math.max(leastTree, Math.round(width)) })),
  });
  return useMemo(
    () => ({
      columns,
      columnsWidth,
      treeWidth,
      paper: { columns: placed, columnsWidth: placedWidth },
      isShown: (id) => kept.shown.includes(id),
      ...calls,
    }),
    [columns, columnsWidth, treeWidth, placed, placedWidth, kept, calls],
  );
}

function placedColumns({ shown, widths }: Kept): GanttLayout['columns'] {
  let x = 0;
  return ganttColumns
    .filter(({ id }) => shown.includes(id) || id === 'name')
    .map((column) => {
      const width = widths[column.id] ?? column.width;
      const placed = { ...column, width, x };
      x += width;
      return placed;
    });
}

/** Where not even the names have room they are cut, so that the end of each line stays in reach. */
function fittedColumns(columns: GanttLayout['columns'], treeWidth: number): GanttLayout['columns'] {
  return columns.map((column) =>
    column.id === 'name' && column.width > treeWidth ? { ...column, width: treeWidth } : column,
  );
}

const firstLayout: Kept = {
  shown: ganttColumns.filter(({ isShownFirst }) => isShownFirst).map(({ id }) => id),
  widths: {},
  treeWidth: null,
};

function keptLayout(key: string): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(key)) ?? 'null');
    return isKept(kept) ? kept : firstLayout;
  } catch {
    return firstLayout;
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  // An object read field by field, each checked.
  const { shown, widths, treeWidth } = value as Record<string, unknown>;
  return (
    Array.isArray(shown) &&
    shown.every((id) => typeof id === 'string') &&
    typeof widths === 'object' &&
    widths !== null &&
    Object.values(widths).every((width) => typeof width === 'number') &&
    (treeWidth === null || typeof treeWidth === 'number')
  );
}

function nameOf(key: string): string {
  return `evenkeel-gantt-${key}`;
}
