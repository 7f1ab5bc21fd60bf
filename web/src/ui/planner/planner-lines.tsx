import { type PointerEvent, type ReactNode, useMemo, useState } from 'react';
import type { GanttFrame, GanttView } from '../gantt/use-gantt-view.ts';
import { useRowWindow } from '../gantt/use-gantt-window.ts';
import { loadBetween } from './lane-load.ts';
import styles from './planner.module.css';
import type { PlannerDrawing } from './planner-drawing.ts';
import { editedBars } from './planner-edit.ts';
import { daysOf, type PlannerFocus } from './planner-focus.ts';
import type { Stretch } from './planner-grain.ts';
import { barsText, PlannerTrackRow, PlannerTreeRow } from './planner-row.tsx';
import type { PlannerRow } from './planner-rows.ts';
import type { PlannerBar, PlannerEdit, PlannerLane } from './planner-types.ts';
import { barText, loadText, stretchText } from './planner-words.ts';

type PlannerLinesProps = {
  readonly idBase: string;
  readonly drawing: PlannerDrawing;
  readonly frame: GanttFrame;
  readonly size: GanttView['size'];
  readonly focus: PlannerFocus | null;
  readonly edit: PlannerEdit | null;
  /** Days whose free time stands beside the names. */
  readonly inView: Stretch;
  readonly barOf: (id: string) => PlannerBar | undefined;
  readonly figureOf: (minutes: number) => string;
  readonly mark: (lane: PlannerLane) => ReactNode;
  readonly children: ReactNode;
};

/** The lines in view. */
export function PlannerLines(props: PlannerLinesProps) {
  const { drawing, frame, focus, edit, barOf } = props;
  const { rows, rowHeight } = drawing;
  const [hot, setHot] = useState(-1);
  const window = useRowWindow(frame.scroller, { size: props.size, rowHeight });
  const moved = useMemo(() => movedBars(edit, barOf, rows), [edit, barOf, rows]);
  const lookOf = useMemo(() => lookWith(edit), [edit]);
  const indexes: number[] = [];
  for (let row = window.first; row < Math.min(window.last, rows.length); row += 1) {
    indexes.push(row);
  }
  // What is in focus stays drawn out of view: keys and screen readers follow it by its id.
  const active = focus ? rows.findIndex(({ key }) => key === focus.rowKey) : -1;
  if (active >= 0 && !indexes.includes(active)) indexes.push(active);
  const onPointerOver = (event: PointerEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
    const next = row instanceof HTMLElement ? Number(row.dataset['row']) : -1;
    if (event.pointerType === 'mouse' && edit === null) setHot(next);
  };
  const hover = { onPointerOver, onPointerLeave: () => setHot(-1) };
  const lines = indexes.flatMap((index) => {
    const row = rows[index];
    if (!row) return [];
    const own = focus?.rowKey === row.key ? focus : null;
    return [{ row, index, top: index * rowHeight, focus: own, isHot: hot === index }];
  });
  return (
    <>
      <div role="rowgroup" className={styles['tree']} {...hover}>
        {lines.map((line) => (
          <PlannerTreeRow
            key={line.row.key}
            {...line}
            id={`${props.idBase}-${line.index}`}
            figure={figureText(line.row, props)}
            heard={heardText(line.row, line.focus, props)}
            mark={props.mark}
          />
        ))}
      </div>
      <div className={styles['tracks']} {...hover}>
        {lines.map((line) => (
          <PlannerTrackRow
            key={line.row.key}
            {...line}
            scale={drawing.scale}
            lookOf={lookOf}
            moved={moved.get(line.row.key) ?? noBars}
          />
        ))}
        {props.children}
      </div>
    </>
  );
}

const noBars: readonly PlannerBar[] = [];
const plain = () => 'plain' as const;

/** A bar that an edit takes from where it lies fades there. */
function lookWith(edit: PlannerEdit | null): (bar: PlannerBar) => 'plain' | 'left' {
  if (!edit || edit.kind === 'copy' || edit.kind === 'certainty') return plain;
  return ({ id }) => (id === edit.id ? 'left' : 'plain');
}

/** The bars that an edit makes or moves, by the line they are shown on. */
function movedBars(
  edit: PlannerEdit | null,
  barOf: (id: string) => PlannerBar | undefined,
  rows: readonly PlannerRow[],
): ReadonlyMap<string, readonly PlannerBar[]> {
  const bar = edit ? barOf(edit.id) : undefined;
  if (!edit || !bar || edit.kind === 'remove') return new Map();
  const made = editedBars([bar], edit).filter((one) => one.id === 'new' || edit.kind !== 'copy');
  const own = rows.find(
    (row) => row.kind !== 'section' && (row.bars ?? []).some(({ id }) => id === bar.id),
  );
  const isElsewhere = made.some(({ laneId }) => laneId !== bar.laneId);
  const key = isElsewhere ? made[0]?.laneId : own?.key;
  return new Map(key === undefined ? [] : [[key, made]]);
}

function figureText(row: PlannerRow, { drawing, inView, figureOf }: PlannerLinesProps): string {
  if (row.kind !== 'lane' || row.lane.kind !== 'person') return '';
  return figureOf(loadBetween(drawing.loadOf(row.lane.id), inView.from, inView.to).free);
}

/** What the chart shows of a line: of the days in focus, of the bar in focus, else of all in view. */
function heardText(
  row: PlannerRow,
  focus: PlannerFocus | null,
  { drawing, inView, barOf }: PlannerLinesProps,
): string {
  if (row.kind === 'section') return '';
  if (focus?.on === 'bar') {
    const bar = barOf(focus.barId);
    return bar ? barText(bar) : '';
  }
  if (row.bars !== null) return barsText(row.bars);
  const days = focus?.on === 'days' ? daysOf(focus) : inView;
  const load = loadBetween(drawing.loadOf(row.lane.id), days.from, days.to);
  const what = stretchText(days, drawing.grain);
  return `${row.lane.name}, ${what}: ${loadText(load)}`;
}
