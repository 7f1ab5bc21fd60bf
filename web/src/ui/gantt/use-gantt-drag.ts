import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { scrollAtEdge } from './edge-scroll.ts';
import { useFingerRest } from './finger-rest.ts';
import { followPointer } from './follow-pointer.ts';
import { type BarPart, draggedMinutes, progressAt, shareBefore, shifted } from './gantt-edit.ts';
import { extentOf, type GanttScale, stepMinutes, xOf } from './gantt-scale.ts';
import type { GanttEdit, GanttSpan, GanttTask } from './gantt-task.ts';
import { typeOfEnds } from './link-route.ts';

type DragInput = {
  readonly scroller: HTMLElement | null;
  readonly scale: GanttScale;
  readonly finestStep: number;
  readonly treeWidth: number;
  readonly taskOnRow: (row: number) => GanttTask | undefined;
  /** Something of a line has been taken hold of. */
  readonly onHold: (row: number) => void;
  readonly propose: (edit: GanttEdit) => void;
  readonly save: () => void;
  readonly cancel: () => void;
};

/** What the pointer has taken hold of. */
type Hold = {
  readonly part: BarPart | 'piece' | 'progress' | 'link-start' | 'link-finish';
  /** Which of its parts, where it pauses. */
  readonly piece: number;
  readonly task: GanttTask;
  readonly row: number;
  readonly span: GanttSpan;
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
  readonly scrollLeft: number;
  readonly scrollTop: number;
};

/** A line from a bar to the pointer while a link is drawn, in pixels of the window. */
export type LinkLine = {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
};

/**
 * Moves, stretches, links and sets progress by drag; Escape lets go. A finger scrolls, but once it has
 * rested on a bar it drags it, and a handle follows it at once.
 */
export function useGanttDrag(input: DragInput) {
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  const [line, setLine] = useState<LinkLine | null>(null);
  const wasDragged = useRef(false);
  const rest = useFingerRest(input.scroller);
  const follow = (hold: Hold) => {
    const from = lastChange();
    followPointer({
      pointerId: hold.pointerId,
      onMove: (x, y) => {
        if (!wasDragged.current && Math.hypot(x - hold.x, y - hold.y) < 4) return;
        wasDragged.current = true;
        if (hold.part.startsWith('link')) setLine(lineTo(hold, { x, y }, latest.current));
        const edit = editOf(hold, { x, y }, latest.current);
        if (edit === null) latest.current.cancel();
        else if (from.isNew(edit)) latest.current.propose(edit);
      },
      onEdge: (x, y) => {
        const { scroller, treeWidth } = latest.current;
        if (!wasDragged.current || !scroller) return false;
        // Only a link goes to another line.
        const isLink = hold.part.startsWith('link');
        const { top, bottom } = scroller.getBoundingClientRect();
        return scrollAtEdge(scroller, { x, y: isLink ? y : (top + bottom) / 2 }, treeWidth);
      },
      onEnd: (isDropped) => {
        rest.letGo();
        setLine(null);
        if (isDropped && wasDragged.current) latest.current.save();
        else if (wasDragged.current) latest.current.cancel();
      },
    });
  };
  const onPointerDown = (event: PointerEvent) => {
    wasDragged.current = false;
    const hold = event.button === 0 ? holdOf(event, latest.current) : null;
    if (!hold) return;
    if (event.pointerType !== 'touch') {
      event.preventDefault();
      latest.current.onHold(hold.row);
      return follow(hold);
    }
    const take = () => {
      rest.hold();
      latest.current.onHold(hold.row);
      follow(hold);
    };
    if (hold.part === 'whole' || hold.part === 'piece') rest.afterRest(event, take);
    else take();
  };
  return { onPointerDown, line, wasDragged, isHolding: rest.isHolding };
}

/** Whether an edit differs from the one before, so that a still pointer asks nothing. */
function lastChange() {
  let last = '';
  return {
    isNew: (edit: GanttEdit) => {
      const text = JSON.stringify(edit);
      const isNew = text !== last;
      last = text;
      return isNew;
    },
  };
}

function holdOf(event: PointerEvent, input: DragInput): Hold | null {
  const target = event.target instanceof Element ? event.target : null;
  const held = target?.closest('[data-part]');
  const row = rowUnder(held ?? null);
  const task = input.taskOnRow(row);
  if (!(held instanceof HTMLElement) || !task?.span || !input.scroller) return null;
  return {
    // What the bars write there.
    part: held.dataset['part'] as Hold['part'],
    piece: Number(held.dataset['piece'] ?? 0),
    task,
    row,
    span: task.span,
    pointerId: event.pointerId,
    x: event.clientX,
    y: event.clientY,
    scrollLeft: input.scroller.scrollLeft,
    scrollTop: input.scroller.scrollTop,
  };
}

function taskUnder(element: Element | null, input: DragInput): GanttTask | undefined {
  return input.taskOnRow(rowUnder(element));
}

/** The line that an element stands on; -1 where it stands on none. */
function rowUnder(element: Element | null): number {
  const row = element?.closest('[data-row]');
  return row instanceof HTMLElement ? Number(row.dataset['row']) : -1;
}

type Place = { readonly x: number; readonly y: number };

/** From where the bar is now, whatever has been scrolled, to the pointer. */
function lineTo(hold: Hold, { x, y }: Place, { scroller }: DragInput): LinkLine {
  const fromX = hold.x - ((scroller?.scrollLeft ?? 0) - hold.scrollLeft);
  const fromY = hold.y - ((scroller?.scrollTop ?? 0) - hold.scrollTop);
  return { fromX, fromY, toX: x, toY: y };
}

/** What a hold means at a place; null: nothing. */
function editOf(hold: Hold, place: Place, input: DragInput): GanttEdit | null {
  const { task, span, part } = hold;
  if (part === 'link-start' || part === 'link-finish') return linkTo(hold, place, input);
  if (part === 'progress') {
    const stretches = (task.parts ?? [span]).map((one) => extentOf(input.scale, one));
    const share = shareBefore(stretches, sheetX(place.x, input));
    return { kind: 'progress', id: task.id, progress: progressAt(share) };
  }
  const scrolled = (input.scroller?.scrollLeft ?? 0) - hold.scrollLeft;
  const days = (place.x - hold.x + scrolled) / input.scale.dayWidth;
  const step = stepMinutes(input.scale, input.finestStep);
  const minutes = draggedMinutes(days, step);
  if (part === 'piece') {
    const start = task.parts?.[hold.piece]?.start;
    if (minutes === 0 || start === undefined) return null;
    return { kind: 'part', id: task.id, part: hold.piece, start: start + minutes };
  }
  const next = shifted(span, part, { minutes, step });
  if (next.start === span.start && next.finish === span.finish) return null;
  return { kind: part === 'whole' ? 'move' : 'stretch', id: task.id, span: next };
}

function linkTo({ part, task }: Hold, { x, y }: Place, input: DragInput): GanttEdit | null {
  const target = taskUnder(document.elementFromPoint(x, y), input);
  if (!target?.span || target.id === task.id) return null;
  const { start, finish } = target.span;
  const middle = (xOf(input.scale, start) + xOf(input.scale, finish)) / 2;
  const to = sheetX(x, input) > middle && target.kind !== 'milestone' ? 'finish' : 'start';
  const type = typeOfEnds(part === 'link-start' ? 'start' : 'finish', to);
  return { kind: 'link', from: task.id, to: target.id, type };
}

/** A place of the window on the sheet. */
function sheetX(x: number, { scroller, treeWidth }: DragInput): number {
  const left = scroller?.getBoundingClientRect().left ?? 0;
  return x - left - treeWidth + (scroller?.scrollLeft ?? 0);
}
