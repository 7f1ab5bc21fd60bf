import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { scrollAtEdge } from '../gantt/edge-scroll.ts';
import { useFingerRest } from '../gantt/finger-rest.ts';
import { followPointer } from '../gantt/follow-pointer.ts';
import type { GanttScale } from '../gantt/gantt-scale.ts';
import { type BarPart, chosenDays, draggedBar, type IsWorking } from './planner-edit.ts';
import type { PlannerGrain } from './planner-grain.ts';
import type { PlannerRow } from './planner-rows.ts';
import type { PlannerBar, PlannerEdit, PlannerGap } from './planner-types.ts';

type PointerInput = {
  readonly scroller: HTMLElement | null;
  readonly scale: GanttScale;
  readonly grain: PlannerGrain;
  readonly treeWidth: number;
  readonly rows: readonly PlannerRow[];
  readonly isWorking: IsWorking;
  readonly barOf: (id: string) => PlannerBar | undefined;
  readonly propose: (edit: PlannerEdit) => void;
  readonly save: () => void;
  readonly cancel: () => void;
  readonly onAdd: (gap: PlannerGap) => void;
};

/** Days of a line that are being drawn over. */
export type Drawn = PlannerGap & { readonly rowKey: string };

/**
 * Moves and stretches bars by drag, makes new ones by drawing over days; Escape lets go. A finger
 * scrolls, but once it has rested on a bar it drags it.
 */
export function usePlannerPointer(input: PointerInput) {
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const wasDragged = useRef(false);
  const rest = useFingerRest(input.scroller);
  const begin = (event: PointerEvent, onMove: (x: number, y: number) => void, drop: () => void) => {
    const [fromX, fromY] = [event.clientX, event.clientY];
    followPointer({
      pointerId: event.pointerId,
      onMove: (x, y) => {
        if (!wasDragged.current && Math.hypot(x - fromX, y - fromY) < 4) return;
        wasDragged.current = true;
        onMove(x, y);
      },
      onEdge: (x, y) => {
        const { scroller, treeWidth } = latest.current;
        if (!wasDragged.current || !scroller) return false;
        return scrollAtEdge(scroller, { x, y }, treeWidth);
      },
      onEnd: (isDropped) => {
        rest.letGo();
        if (isDropped && wasDragged.current) drop();
        else if (wasDragged.current) latest.current.cancel();
        setDrawn(null);
      },
    });
  };
  const onPointerDown = (event: PointerEvent) => {
    wasDragged.current = false;
    if (event.button !== 0) return;
    const hold = holdOf(event, latest.current);
    const drag = () => {
      if (hold) begin(event, dragger(event, hold, latest), () => latest.current.save());
    };
    if (event.pointerType === 'touch') {
      if (!hold) return;
      return rest.afterRest(event, () => {
        rest.hold();
        drag();
      });
    }
    if (hold) {
      event.preventDefault();
      return drag();
    }
    const row = rowUnder(event.target, latest.current.rows);
    if (!row || !onTrack(event.target)) return;
    let gap: Drawn | null = null;
    // The day, not the place: what is scrolled meanwhile is drawn over as well.
    const from = dayAt(event.clientX, latest.current);
    const draw = (x: number) => {
      gap = drawnDays(row, { from, to: dayAt(x, latest.current) }, latest.current);
      setDrawn(gap);
    };
    event.preventDefault();
    begin(event, draw, () => gap && latest.current.onAdd(gap));
  };
  return { onPointerDown, drawn, wasDragged, isHolding: rest.isHolding };
}

type Hold = {
  readonly part: BarPart;
  readonly bar: PlannerBar;
  readonly isCopy: boolean;
  readonly scrollLeft: number;
};

function holdOf({ target, altKey }: PointerEvent, input: PointerInput): Hold | null {
  const held = target instanceof Element ? target.closest('[data-part]') : null;
  const shape = held?.closest('[data-bar]');
  if (!(held instanceof HTMLElement) || !(shape instanceof HTMLElement)) return null;
  const bar = input.barOf(shape.dataset['bar'] ?? '');
  if (!bar?.isEditable) return null;
  // What the bars write there.
  const part = held.dataset['part'] as BarPart;
  return {
    part,
    bar,
    isCopy: altKey && part === 'whole',
    scrollLeft: input.scroller?.scrollLeft ?? 0,
  };
}

/** Proposes what a hold means with every step; a step that changes nothing is not told. */
function dragger(
  event: PointerEvent,
  { part, bar, isCopy, scrollLeft }: Hold,
  latest: { readonly current: PointerInput },
) {
  const fromX = event.clientX;
  let last = '';
  return (x: number, y: number) => {
    const { scale, grain, isWorking, scroller, rows, propose, cancel } = latest.current;
    const scrolled = (scroller?.scrollLeft ?? 0) - scrollLeft;
    const days = (x - fromX + scrolled) / scale.dayWidth;
    const span = draggedBar(bar, { part, days, grain, isWorking });
    const laneId = part === 'whole' ? laneUnder(x, y, rows, bar) : bar.laneId;
    const edit = { kind: isCopy ? 'copy' : 'place', id: bar.id, laneId, ...span } as const;
    const text = JSON.stringify(edit);
    if (text === last) return;
    last = text;
    const isSame = laneId === bar.laneId && span.start === bar.start && span.end === bar.end;
    if (isSame) cancel();
    else propose(edit);
  };
}

/** The person under the pointer; whom the bar is of when there is none. */
function laneUnder(x: number, y: number, rows: readonly PlannerRow[], bar: PlannerBar): string {
  const row = rowUnder(document.elementFromPoint(x, y), rows);
  return row && row.kind !== 'section' && row.lane.kind === 'person' ? row.lane.id : bar.laneId;
}

function drawnDays(
  row: PlannerRow,
  stretch: { readonly from: number; readonly to: number },
  input: PointerInput,
): Drawn | null {
  if (row.kind === 'section' || row.lane.kind !== 'person') return null;
  const span = chosenDays(stretch, input.grain, input.isWorking);
  const workId = row.kind === 'work' ? row.work.id : null;
  return { rowKey: row.key, laneId: row.lane.id, workId, ...span };
}

/** The day at a place of the window. */
export function dayAt(
  x: number,
  { scroller, scale, treeWidth }: Pick<PointerInput, 'scroller' | 'scale' | 'treeWidth'>,
): number {
  const left = scroller?.getBoundingClientRect().left ?? 0;
  const sheetX = x - left - treeWidth + (scroller?.scrollLeft ?? 0);
  return scale.firstDay + Math.floor(sheetX / scale.dayWidth);
}

/** The line that an element of the planner stands on. */
export function rowUnder(
  target: EventTarget | null,
  rows: readonly PlannerRow[],
): PlannerRow | undefined {
  const element = target instanceof Element ? target.closest('[data-row]') : null;
  return element instanceof HTMLElement ? rows[Number(element.dataset['row'])] : undefined;
}

/** Whether an element lies on the chart's side of a line. */
export function onTrack(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-track]') !== null;
}
