import { type KeyboardEvent, type MouseEvent, type PointerEvent, useState } from 'react';
import type { GanttFrame, GanttView } from '../gantt/use-gantt-view.ts';
import { nextOverDay } from './lane-load.ts';
import { focusOn, type PlannerAct, type PlannerFocus } from './planner-focus.ts';
import { cellAt, type PlannerGrain } from './planner-grain.ts';
import { plannerAct } from './planner-keys.ts';
import { laneOf, type PlannerRow, rowOfBar } from './planner-rows.ts';
import type { PlannerGap } from './planner-types.ts';
import type { PlannerDrafting } from './use-planner-draft.ts';
import type { PlannerModel } from './use-planner-model.ts';
import { dayAt, onTrack, rowUnder, usePlannerPointer } from './use-planner-pointer.ts';

export type PlannerCalls = {
  readonly onOpen: (barId: string) => void;
  readonly onFill: (barId: string) => void;
  readonly onLook: (laneId: string, days: { readonly from: number; readonly to: number }) => void;
  /** Undefined: this person only looks. */
  readonly onAdd: ((gap: PlannerGap) => void) | undefined;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
};

type ActsInput = {
  readonly idBase: string;
  readonly model: PlannerModel;
  readonly view: GanttView;
  readonly frame: GanttFrame;
  readonly drafting: PlannerDrafting;
  readonly grain: PlannerGrain;
  readonly treeWidth: number;
  readonly rowHeight: number;
  readonly today: number;
  readonly isWorking: (day: number) => boolean;
  readonly calls: PlannerCalls;
};

/** Where the menu is open, and for what. */
export type OpenMenu = {
  readonly focus: PlannerFocus;
  readonly row: PlannerRow;
  readonly x: number;
  readonly y: number;
};

/** What a person does on the planner: what is in focus, what the pointer and the keys mean. */
export function usePlannerActs(input: ActsInput) {
  const { idBase, model, view, frame, drafting, calls } = input;
  const [focus, setFocus] = useState<PlannerFocus | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [isByKeys, setByKeys] = useState(false);
  const pointer = usePlannerPointer({
    scroller: frame.scroller,
    scale: view.scale,
    grain: input.grain,
    treeWidth: input.treeWidth,
    rows: model.rows,
    isWorking: input.isWorking,
    barOf: model.barOf,
    propose: (edit) => drafting.propose(edit, null),
    save: drafting.save,
    cancel: drafting.cancel,
    onAdd: (gap) => calls.onAdd?.(gap),
  });
  const go = (next: PlannerFocus) => {
    setFocus(next);
    showFocus(next, input);
  };
  const run = useRun(input, { focus, go, setMenu });
  const onPress = (event: MouseEvent) => press(event, input, { pointer, go, run, setMenu });
  return {
    focus,
    menu,
    drawn: pointer.drawn,
    isByKeys,
    run,
    go,
    closeMenu: () => {
      setMenu(null);
      frame.scroller?.focus({ preventScroll: true });
    },
    handlers: {
      onClick: onPress,
      onContextMenu: onPress,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.target !== event.currentTarget) return;
        setByKeys(true);
        const act = actOfKey(event, input, focus);
        if (!act) return;
        event.preventDefault();
        event.stopPropagation();
        run(act);
      },
      onPointerDown: (event: PointerEvent) => {
        setByKeys(false);
        if (calls.onAdd) pointer.onPointerDown(event);
      },
      onFocus: (event: { target: EventTarget; currentTarget: EventTarget }) => {
        const [first] = model.rows;
        if (event.target === event.currentTarget && focus === null && first) {
          setFocus({ rowKey: first.key, on: 'line' });
        }
      },
      onBlur: () => {
        if (isByKeys && menu === null) drafting.cancel();
      },
    },
    activeId: activeId(idBase, focus, model.rows),
  };
}

type RunParts = {
  readonly focus: PlannerFocus | null;
  readonly go: (focus: PlannerFocus) => void;
  readonly setMenu: (menu: OpenMenu) => void;
};

/** Does what a key, a click or an item of the menu asks for. */
function useRun(input: ActsInput, { focus, go, setMenu }: RunParts): (act: PlannerAct) => void {
  const { model, view, drafting, calls } = input;
  return (act) => {
    switch (act.act) {
      case 'go':
        if (drafting.draft && !drafting.draft.isSaving) drafting.cancel();
        return go(act.focus);
      case 'fold':
        return model.fold(act.rowKey, act.isFolded);
      case 'propose':
        return drafting.propose(act.edit);
      case 'begin':
        return drafting.propose(act.edit, act.mode);
      case 'edit':
        return drafting.act(act.edit);
      case 'save':
        return drafting.save();
      case 'let-go':
        return drafting.cancel();
      case 'open':
        return calls.onOpen(act.barId);
      case 'fill':
        return calls.onFill(act.barId);
      case 'look':
        return calls.onLook(act.laneId, act);
      case 'add':
        return calls.onAdd?.(act.gap);
      case 'clash':
        return goToClash(act, input, go);
      case 'menu':
        return openByKeys(focus, input, setMenu);
      case 'undo':
        return calls.onUndo();
      case 'redo':
        return calls.onRedo();
      case 'today':
        return view.showInstant(input.today * 1440);
      case 'zoom':
        return view.zoomBy(act.factor);
    }
  };
}

function actOfKey(
  event: KeyboardEvent,
  input: ActsInput,
  focus: PlannerFocus | null,
): PlannerAct | null {
  const { model, view, drafting } = input;
  const press = {
    key: event.key,
    isShift: event.shiftKey,
    isAlt: event.altKey,
    isMod: event.ctrlKey || event.metaKey,
  };
  return plannerAct(press, {
    rows: model.rows,
    focus,
    mode: drafting.draft?.mode ?? null,
    draft: drafting.draft?.edit ?? null,
    grain: input.grain,
    today: input.today,
    pageRows: Math.max(1, Math.floor(view.size.height / input.rowHeight) - 2),
    isEditable: input.calls.onAdd !== undefined,
    isWorking: input.isWorking,
    barOf: model.barOf,
  });
}

type PressParts = {
  readonly pointer: ReturnType<typeof usePlannerPointer>;
  readonly go: (focus: PlannerFocus) => void;
  readonly run: (act: PlannerAct) => void;
  readonly setMenu: (menu: OpenMenu) => void;
};

function press(event: MouseEvent, input: ActsInput, parts: PressParts): void {
  const { pointer, go, run, setMenu } = parts;
  const { target } = event;
  const row = rowUnder(target, input.model.rows);
  const isMenu = event.type === 'contextmenu';
  // A finger that rests takes hold; the browser would open a menu for it.
  if (isMenu && pointer.isHolding()) {
    event.preventDefault();
    return;
  }
  if (!row || !(target instanceof Element) || (pointer.wasDragged.current && !isMenu)) return;
  const focus = pressedOn(event, row, input);
  const isMore = target.closest('[data-more]') !== null;
  if (isMenu || isMore) {
    event.preventDefault();
    go(focus);
    setMenu({ focus, row, x: event.clientX, y: event.clientY });
    return;
  }
  const isFolded = row.kind === 'work' ? null : row.isFolded;
  if (focus.on === 'line' && isFolded !== null) {
    run({ act: 'fold', rowKey: row.key, isFolded: !isFolded });
  }
  go(focus);
  if (focus.on === 'bar') run({ act: 'open', barId: focus.barId });
  const lane = laneOf(row);
  if (focus.on === 'days' && lane && row.kind === 'lane') {
    run({ act: 'look', laneId: lane.id, from: focus.from, to: focus.to });
  }
}

/** What of a line was pressed: its name, a bar, or the days of a cell. */
function pressedOn(event: MouseEvent, row: PlannerRow, input: ActsInput): PlannerFocus {
  const { target } = event;
  const line = { rowKey: row.key, on: 'line' } as const;
  const bar = target instanceof Element ? target.closest('[data-bar]') : null;
  if (bar instanceof HTMLElement) {
    return { rowKey: row.key, on: 'bar', barId: bar.dataset['bar'] ?? '' };
  }
  if (!onTrack(target) || row.kind !== 'lane' || row.bars !== null) return line;
  const day = dayAt(event.clientX, {
    scroller: input.frame.scroller,
    scale: input.view.scale,
    treeWidth: input.treeWidth,
  });
  return { rowKey: row.key, on: 'days', ...cellAt(input.grain, day) };
}

function goToClash(
  { laneId, after }: Extract<PlannerAct, { act: 'clash' }>,
  { model, grain }: ActsInput,
  go: (focus: PlannerFocus) => void,
): void {
  const day = nextOverDay(model.savedLoadOf(laneId), after + 1);
  const row = model.rows.find(({ key }) => key === laneId);
  if (day !== null && row) go(focusOn(row, day, grain));
}

/** The menu by keyboard opens below what is in focus. */
function openByKeys(
  focus: PlannerFocus | null,
  { idBase, model, frame, view, treeWidth }: ActsInput,
  setMenu: (menu: OpenMenu) => void,
): void {
  const index = model.rows.findIndex(({ key }) => key === focus?.rowKey);
  const row = model.rows[index];
  if (!focus || !row) return;
  const box = document.getElementById(`${idBase}-${index}`)?.getBoundingClientRect();
  const span = focus.on === 'bar' ? model.barOf(focus.barId) : undefined;
  const start = span?.start ?? (focus.on === 'days' ? focus.to : null);
  const left = frame.scroller?.getBoundingClientRect().left ?? 0;
  const x =
    start === null
      ? left + 60
      : left +
        treeWidth +
        Math.max(0, (start - view.scale.firstDay) * view.scale.dayWidth) -
        (frame.scroller?.scrollLeft ?? 0);
  setMenu({ focus, row, x: Math.max(left + 20, x), y: (box?.bottom ?? 0) - 2 });
}

/** Scrolls what is in focus into view. */
function showFocus(focus: PlannerFocus, { model, view, frame, treeWidth }: ActsInput): void {
  const index = model.rows.findIndex(({ key }) => key === focus.rowKey);
  if (index >= 0) view.showRow(index);
  const { scroller } = frame;
  if (!scroller || focus.on === 'line') return;
  const bar = focus.on === 'bar' ? model.barOf(focus.barId) : undefined;
  const [from, to] =
    focus.on === 'days' ? [focus.to, focus.to] : [bar?.start ?? 0, bar?.start ?? 0];
  const { firstDay, dayWidth } = view.scale;
  const left = (Math.min(from, to) - firstDay) * dayWidth;
  const right = (Math.max(from, to) - firstDay + 1) * dayWidth;
  const seen = scroller.clientWidth - treeWidth;
  if (left < scroller.scrollLeft) scroller.scrollLeft = Math.max(0, left - dayWidth * 2);
  else if (right > scroller.scrollLeft + seen) scroller.scrollLeft = right - seen + dayWidth * 2;
}

/** The line that a bar lies on, unfolding nothing. */
export function focusOfBar(rows: readonly PlannerRow[], barId: string): PlannerFocus | null {
  const row = rows[rowOfBar(rows, barId)];
  return row ? { rowKey: row.key, on: 'bar', barId } : null;
}

function activeId(
  idBase: string,
  focus: PlannerFocus | null,
  rows: readonly PlannerRow[],
): string | undefined {
  if (!focus) return undefined;
  const index = rows.findIndex(({ key }) => key === focus.rowKey);
  return focus.on === 'line' ? `${idBase}-${index}` : `${idBase}-${index}-chart`;
}
