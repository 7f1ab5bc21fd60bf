import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react';
import { useOpen } from '../navigation/use-open.ts';
import { middleOfWork, pauseAt } from './gantt-edit.ts';
import type { OpenMenu } from './gantt-menu.tsx';
import { minuteAt, stepMinutes } from './gantt-scale.ts';
import type { GanttTask } from './gantt-task.ts';
import type { GanttHistory } from './gantt-toolbar.tsx';
import type { GanttDrafting } from './use-gantt-draft.ts';
import { useGanttDrag } from './use-gantt-drag.ts';
import { type ActiveLine, ganttKeyHandler } from './use-gantt-keys.ts';
import type { GanttModel } from './use-gantt-model.ts';
import type { GanttFrame, GanttView } from './use-gantt-view.ts';

type ActsInput = {
  readonly idBase: string;
  readonly model: GanttModel;
  readonly view: GanttView;
  readonly frame: GanttFrame;
  readonly drafting: GanttDrafting;
  readonly treeWidth: number;
  readonly rowHeight: number;
  readonly isCoarse: boolean;
  readonly isEditable: boolean;
  readonly finestStep: number;
  readonly isWorking: (day: number) => boolean;
  readonly now: number;
  readonly history: GanttHistory | undefined;
  readonly onFlip: ((id: string) => void) | undefined;
};

/** What a person does on the chart: which line is active, what the pointer and the keys mean. */
export function useGanttActs(input: ActsInput) {
  const { idBase, model, view, frame, drafting, isEditable } = input;
  const { outline, rows } = model;
  const [active, setActive] = useState<ActiveLine | null>(null);
  const [linkFrom, setLinkFrom] = useState<GanttTask | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const byKeys = useRef(false);
  const taskOnRow = (row: number) => outline.tasks[rows.shown[row] ?? -1];
  const drag = useGanttDrag({
    scroller: frame.scroller,
    scale: view.scale,
    finestStep: input.finestStep,
    treeWidth: input.treeWidth,
    taskOnRow,
    onHold: (row) => {
      setActive({ row, on: 'bar' });
      // So that keys go on where the pointer leaves off, Ctrl Z among them.
      frame.scroller?.focus({ preventScroll: true });
    },
    ...drafting,
  });
  const go = (next: ActiveLine) => {
    view.showRow(next.row);
    setActive(next);
    const target = taskOnRow(next.row);
    if (linkFrom && target && target.id !== linkFrom.id) {
      drafting.propose({ kind: 'link', from: linkFrom.id, to: target.id, type: 'finish-start' });
    } else if (next.row !== active?.row) drafting.cancel();
  };
  const openMenu = (task: GanttTask, place: MenuPlace) => {
    const split = task.kind === 'task' ? (place.minute ?? middleOf(task, input.now)) : null;
    setMenu({ task, x: place.x, y: place.y, splitsAt: split });
  };
  const keys = useKeys(input, { active, linkFrom, taskOnRow, go, setLinkFrom, openMenu });
  const onPress = (event: MouseEvent) => pressed(event, input, { drag, taskOnRow, go, openMenu });
  return {
    active,
    linkFrom,
    menu,
    byKeys,
    line: drag.line,
    taskOnRow,
    goTo: (row: number) => {
      const span = taskOnRow(row)?.span;
      if (row < 0) return;
      go({ row, on: 'line' });
      if (span) view.showInstant(span.start);
      frame.scroller?.focus({ preventScroll: true });
    },
    startLink: () => setLinkFrom(menu?.task ?? null),
    closeMenu: () => {
      setMenu(null);
      frame.scroller?.focus({ preventScroll: true });
    },
    handlers: {
      onClick: onPress,
      onContextMenu: onPress,
      onKeyDown: (event: KeyboardEvent) => {
        byKeys.current = true;
        keys(event);
      },
      onPointerDown: (event: PointerEvent) => {
        byKeys.current = false;
        if (isEditable) drag.onPointerDown(event);
      },
      onFocus: (event: { target: EventTarget; currentTarget: EventTarget }) => {
        const isOwn = event.target === event.currentTarget;
        // The newest: what is found is made active and given the focus in one.
        if (isOwn && rows.shown.length > 0) setActive((now) => now ?? { row: 0, on: 'line' });
      },
      onBlur: () => {
        if (menu === null && byKeys.current) drafting.cancel();
      },
    },
    activeId: activeId(idBase, active),
  };
}

/** Where a menu opens in the window, and on the chart where that was pointed at. */
type MenuPlace = { readonly x: number; readonly y: number; readonly minute: number | null };

type PressParts = {
  readonly drag: ReturnType<typeof useGanttDrag>;
  readonly taskOnRow: (row: number) => GanttTask | undefined;
  readonly go: (next: ActiveLine) => void;
  readonly openMenu: (task: GanttTask, place: MenuPlace) => void;
};

/** A click, or a wish for the menu of a line. */
function pressed(event: MouseEvent, { model, view, isCoarse }: ActsInput, parts: PressParts): void {
  const isMenu = event.type === 'contextmenu';
  // A finger that rests takes hold; the browser would open a menu for it.
  if (isMenu && parts.drag.isHolding()) {
    event.preventDefault();
    return;
  }
  const at = clickedOn(event);
  const task = at ? parts.taskOnRow(at.row) : undefined;
  if (!at || !task || (parts.drag.wasDragged.current && !isMenu)) return;
  if (at.on === 'fold' && !isMenu) {
    model.fold(task.id, !model.folded.has(task.id));
    return;
  }
  parts.go({ row: at.row, on: at.on === 'bar' ? 'bar' : 'line' });
  if (!isMenu && at.on !== 'more' && !(isCoarse && at.on === 'bar')) return;
  event.preventDefault();
  const { clientX: x, clientY: y } = event;
  const minute = at.on === 'bar' ? minuteAt(view.scale, x - trackLeft(event)) : null;
  parts.openMenu(task, { x, y, minute });
}

type KeyParts = {
  readonly active: ActiveLine | null;
  readonly linkFrom: GanttTask | null;
  readonly taskOnRow: (row: number) => GanttTask | undefined;
  readonly go: (next: ActiveLine) => void;
  readonly setLinkFrom: (task: GanttTask | null) => void;
  readonly openMenu: (task: GanttTask, place: MenuPlace) => void;
};

function useKeys(input: ActsInput, parts: KeyParts): (event: KeyboardEvent) => void {
  const { model, view, drafting } = input;
  const { outline, rows } = model;
  const { active, linkFrom, taskOnRow, go, setLinkFrom, openMenu } = parts;
  const open = useOpen();
  const task = active ? taskOnRow(active.row) : undefined;
  const index = rows.shown[active?.row ?? -1] ?? -1;
  return ganttKeyHandler({
    rowCount: rows.shown.length,
    pageRows: Math.max(1, Math.floor(view.size.height / input.rowHeight) - 2),
    active,
    task,
    linkFrom: linkFrom?.id ?? null,
    isFolded: task ? model.folded.has(task.id) : false,
    hasChildren: (outline.below[index] ?? 0) > 0,
    parentRow: rows.rowOf[outline.parents[index] ?? -1] ?? -1,
    isEditable: input.isEditable && (task?.isMovable ?? false),
    step: stepMinutes(view.scale, input.finestStep),
    isWorking: input.isWorking,
    splitsAt: task ? middleOf(task, input.now) : null,
    pauseAt: (minute) => pauseOn(input, minute),
    drafting,
    go,
    fold: (isFolded) => task && model.fold(task.id, isFolded),
    open: (newTab) => task?.href && open(task.href, { newTab }),
    openMenu: () => {
      if (!task || !active) return;
      openMenu(task, { ...placeOf(input.idBase, active.row), minute: null });
    },
    startLink: () => setLinkFrom(task ?? null),
    endLink: () => setLinkFrom(null),
    undo: input.history?.undo,
    redo: input.history?.redo,
    flip: task?.flag && input.onFlip ? () => input.onFlip?.(task.id) : undefined,
    zoomBy: view.zoomBy,
    fit: view.fit,
    showToday: () => view.showInstant(input.now),
  });
}

function middleOf({ parts, span }: GanttTask, now: number): number | null {
  return middleOfWork(parts ?? (span ? [span] : []), now);
}

/** The pause that begins at about an instant, as finely as the chart shows it. */
export function pauseOn(
  { view, finestStep, isWorking }: Pick<ActsInput, 'view' | 'finestStep' | 'isWorking'>,
  minute: number,
) {
  const step = stepMinutes(view.scale, finestStep);
  return pauseAt(minute, { step, from: view.scale.hours.from, isWorking });
}

/** The left of the chart in the window, wherever it is scrolled to. */
function trackLeft({ target }: MouseEvent): number {
  const row = target instanceof Element ? target.closest('[data-row]') : null;
  return row?.getBoundingClientRect().left ?? 0;
}

type ClickedOn = { readonly row: number; readonly on: 'line' | 'bar' | 'fold' | 'more' };

/** Which line, and what of it, an event came from. */
function clickedOn({ target }: MouseEvent): ClickedOn | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest('[data-row]');
  if (!(row instanceof HTMLElement)) return null;
  const on = target.closest('[data-fold]')
    ? 'fold'
    : target.closest('[data-more]')
      ? 'more'
      : target.closest('[data-shape]')
        ? 'bar'
        : 'line';
  return { row: Number(row.dataset['row']), on };
}

function activeId(idBase: string, active: ActiveLine | null): string | undefined {
  if (!active) return undefined;
  return active.on === 'bar' ? `${idBase}-${active.row}-bar` : `${idBase}-${active.row}`;
}

/** Where the menu of a line opens by keyboard: below its name. */
function placeOf(idBase: string, row: number): { x: number; y: number } {
  const box = document.getElementById(`${idBase}-${row}`)?.getBoundingClientRect();
  return { x: Math.max(0, box?.left ?? 0) + 60, y: (box?.bottom ?? 0) - 4 };
}
