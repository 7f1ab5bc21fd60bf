import { middleOf, movedDays, splitDay, steppedEnd } from './planner-edit.ts';
import {
  dayOf,
  daysOf,
  focusOn,
  type PlannerAct,
  type PlannerFocus,
  type PlannerMode,
} from './planner-focus.ts';
import { cellAfter, cellAt, type PlannerGrain } from './planner-grain.ts';
import { laneOf, type PlannerRow } from './planner-rows.ts';
import type { Place, PlannerBar, PlannerEdit } from './planner-types.ts';

/** A key as the browser tells it. */
export type KeyPress = {
  readonly key: string;
  readonly isShift: boolean;
  readonly isAlt: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly isMod: boolean;
};

export type KeyState = {
  readonly rows: readonly PlannerRow[];
  readonly focus: PlannerFocus | null;
  readonly mode: PlannerMode | null;
  /** An edit that is shown and not saved yet. */
  readonly draft: PlannerEdit | null;
  readonly grain: PlannerGrain;
  readonly today: number;
  readonly pageRows: number;
  readonly isEditable: boolean;
  readonly isWorking: (day: number) => boolean;
  readonly barOf: (id: string) => PlannerBar | undefined;
};

/** The keys of the planner, for the list that a person may open. */
export const plannerKeyList: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: 'arrowup', does: 'The line above; ↓ the one below' },
  { keys: 'arrowright', does: 'Unfold, then on to the days or bars' },
  { keys: 'arrowleft', does: 'Back, then fold' },
  { keys: 'enter', does: 'Open it, or what fills the days' },
  { keys: 'shift+arrowright', does: 'Choose more days; a bar: a day longer' },
  { keys: 'alt+shift+arrowright', does: 'Begin the bar a day later' },
  { keys: 'n', does: 'New allocation on these days' },
  { keys: 'm', does: 'Move by arrows, Enter saves' },
  { keys: 'd', does: 'Duplicate, placed by arrows' },
  { keys: 's', does: 'Split at a day chosen by arrows' },
  { keys: 'c', does: 'Tentative or confirmed' },
  { keys: 'f', does: 'Find somebody for it' },
  { keys: 'delete', does: 'Remove it' },
  { keys: 'x', does: 'To the next day with too much on it' },
  { keys: 'mod+z', does: 'Undo' },
  { keys: 'mod+shift+z', does: 'Redo' },
  { keys: 't', does: 'Today' },
  { keys: '-', does: 'Farther; + for closer' },
];

/** What a key means here; null: it is left to the page. */
export function plannerAct(press: KeyPress, state: KeyState): PlannerAct | null {
  return (
    historyKey(press) ??
    draftKey(press, state) ??
    (state.mode || press.isAlt ? null : viewKey(press, state)) ??
    focusKey(press, state)
  );
}

function historyKey({ key, isShift, isMod }: KeyPress): PlannerAct | null {
  if (!isMod) return null;
  if (key.toLowerCase() === 'y') return { act: 'redo' };
  return key.toLowerCase() === 'z' ? { act: isShift ? 'redo' : 'undo' } : null;
}

/** While an edit is shown: Enter saves it, Escape lets go, arrows go on with it. */
function draftKey(press: KeyPress, state: KeyState): PlannerAct | null {
  if (state.draft === null) return null;
  if (press.key === 'Enter') return { act: 'save' };
  if (press.key === 'Escape') return { act: 'let-go' };
  return state.mode ? modeKey(press, state, state.draft) : null;
}

function modeKey(press: KeyPress, state: KeyState, draft: PlannerEdit): PlannerAct | null {
  const by = arrow(press.key) * (press.isMod ? 7 : 1);
  if (draft.kind === 'split') {
    const bar = state.barOf(draft.id);
    const at = bar ? splitDay(bar, draft.at + by) : null;
    return at === null ? null : { act: 'propose', edit: { ...draft, at } };
  }
  if (draft.kind !== 'place' && draft.kind !== 'copy') return null;
  if (by !== 0) {
    return { act: 'propose', edit: { ...draft, ...movedDays(draft, by, state.isWorking) } };
  }
  const lane = press.key === 'ArrowDown' ? 1 : press.key === 'ArrowUp' ? -1 : 0;
  if (lane === 0) return null;
  return { act: 'propose', edit: { ...draft, laneId: laneBeside(state.rows, draft.laneId, lane) } };
}

/** The person above or below a lane; the lane itself when there is none. */
function laneBeside(rows: readonly PlannerRow[], laneId: string, by: number): string {
  const at = rows.findIndex((row) => row.kind === 'lane' && row.lane.id === laneId);
  for (let row = at + by; row >= 0 && row < rows.length; row += by) {
    const found = rows[row];
    if (found?.kind === 'lane' && found.lane.kind === 'person') return found.lane.id;
  }
  return laneId;
}

function viewKey({ key, isMod, isShift }: KeyPress, state: KeyState): PlannerAct | null {
  if (isMod) return null;
  switch (key) {
    case '+':
    case '=':
      return { act: 'zoom', factor: 1.5 };
    case '-':
      return { act: 'zoom', factor: 1 / 1.5 };
    case 't':
      return { act: 'today' };
    case 'ContextMenu':
      return state.focus ? { act: 'menu' } : null;
    case 'F10':
      return isShift && state.focus ? { act: 'menu' } : null;
    default:
      return null;
  }
}

function focusKey(press: KeyPress, state: KeyState): PlannerAct | null {
  const { focus, rows } = state;
  if (state.mode) return null;
  const at = focus ? rows.findIndex(({ key }) => key === focus.rowKey) : -1;
  const row = rows[at];
  if (!focus || !row) return rowKey(press, state, at);
  const found =
    focus.on === 'line'
      ? lineKey(press, row, state)
      : focus.on === 'days'
        ? daysKey(press, focus, { row, state })
        : barKey(press, focus, { row, state });
  return found ?? clashKey(press, row, state) ?? rowKey(press, state, at);
}

function clashKey({ key, isMod }: KeyPress, row: PlannerRow, state: KeyState): PlannerAct | null {
  const lane = laneOf(row);
  if (key !== 'x' || isMod || lane?.kind !== 'person' || !state.focus) return null;
  const bars = row.kind === 'section' ? [] : (row.bars ?? []);
  const after = dayOf(state.focus, bars);
  return { act: 'clash', laneId: lane.id, after: after ?? state.today - 1 };
}

/** On a name: folds, unfolds, goes over to the days or bars. */
function lineKey(press: KeyPress, row: PlannerRow, state: KeyState): PlannerAct | null {
  const isFolded = row.kind === 'work' ? null : row.isFolded;
  if (press.isMod || press.isAlt) return null;
  if (press.key === 'ArrowRight') {
    if (isFolded === true) return { act: 'fold', rowKey: row.key, isFolded: false };
    return { act: 'go', focus: focusOn(row, state.today, state.grain) };
  }
  if (press.key === 'ArrowLeft') return foldOrUp(row, isFolded);
  if (press.key === 'Enter') return enterLine(row, isFolded);
  const lane = laneOf(row);
  if (press.key !== 'n' || !state.isEditable || lane?.kind !== 'person') return null;
  const days = workingCell(state, state.today);
  const workId = row.kind === 'work' ? row.work.id : null;
  return { act: 'add', gap: { laneId: lane.id, workId, ...days } };
}

function foldOrUp(row: PlannerRow, isFolded: boolean | null): PlannerAct | null {
  if (isFolded === false) return { act: 'fold', rowKey: row.key, isFolded: true };
  return row.kind === 'work' ? { act: 'go', focus: { rowKey: row.lane.id, on: 'line' } } : null;
}

function enterLine(row: PlannerRow, isFolded: boolean | null): PlannerAct | null {
  if (isFolded !== null) return { act: 'fold', rowKey: row.key, isFolded: !isFolded };
  const [bar] = row.kind === 'section' ? [] : (row.bars ?? []);
  return bar ? { act: 'open', barId: bar.id } : null;
}

type On = { readonly row: PlannerRow; readonly state: KeyState };
type DaysFocus = Extract<PlannerFocus, { on: 'days' }>;
type BarFocus = Extract<PlannerFocus, { on: 'bar' }>;

/** On days: arrows go on, with Shift the choice grows. */
function daysKey(press: KeyPress, focus: DaysFocus, { row, state }: On): PlannerAct | null {
  const lane = laneOf(row);
  const by = press.isMod || press.isAlt ? 0 : arrow(press.key);
  if (by !== 0) {
    const cell = cellAfter(state.grain, focus.to, by);
    const to = by > 0 ? cell.to : cell.from;
    const from = press.isShift ? focus.from : cell.from;
    return { act: 'go', focus: { ...focus, from, to: press.isShift ? to : cell.to } };
  }
  if (press.key === 'Escape' || press.key === 'Home') {
    return { act: 'go', focus: { rowKey: row.key, on: 'line' } };
  }
  if (!lane) return null;
  const days = daysOf(focus);
  if (press.key === 'Enter') return { act: 'look', laneId: lane.id, ...days };
  if (press.key !== 'n' || press.isMod || !state.isEditable) return null;
  return { act: 'add', gap: { laneId: lane.id, workId: null, ...trimmed(days, state) } };
}

/** On a bar: arrows go to the next one, Shift stretches, letters begin an edit. */
function barKey(press: KeyPress, focus: BarFocus, { row, state }: On): PlannerAct | null {
  const bar = state.barOf(focus.barId);
  if (!bar || row.kind === 'section') return null;
  const by = arrow(press.key);
  if (by !== 0 && press.isShift) return state.isEditable ? stretchKey(press, bar, state) : null;
  if (by !== 0 && !press.isMod && !press.isAlt) return barBeside(row, focus, by);
  if (press.isMod || press.isAlt) return null;
  if (press.key === 'Enter') return { act: 'open', barId: bar.id };
  if (press.key === 'Escape' || press.key === 'Home') {
    return { act: 'go', focus: { rowKey: row.key, on: 'line' } };
  }
  return state.isEditable && bar.isEditable ? letterKey(press.key, bar) : null;
}

function barBeside(
  row: Exclude<PlannerRow, { kind: 'section' }>,
  { barId }: BarFocus,
  by: number,
): PlannerAct {
  const bars = row.bars ?? [];
  const next = bars[bars.findIndex(({ id }) => id === barId) + by];
  if (next) return { act: 'go', focus: { rowKey: row.key, on: 'bar', barId: next.id } };
  if (by < 0) return { act: 'go', focus: { rowKey: row.key, on: 'line' } };
  return { act: 'go', focus: { rowKey: row.key, on: 'bar', barId } };
}

function stretchKey(press: KeyPress, bar: PlannerBar, state: KeyState): PlannerAct | null {
  if (!bar.isEditable) return null;
  const { draft, isWorking } = state;
  const shown: Place = draft?.kind === 'place' && draft.id === bar.id ? draft : bar;
  const by = arrow(press.key) * (press.isMod ? 7 : 1);
  const span = steppedEnd(shown, press.isAlt ? 'start' : 'end', { by, isWorking });
  return { act: 'propose', edit: { kind: 'place', id: bar.id, laneId: shown.laneId, ...span } };
}

function letterKey(key: string, bar: PlannerBar): PlannerAct | null {
  const { id, laneId, start, end } = bar;
  switch (key.toLowerCase()) {
    case 'm':
      return begun('place', { kind: 'place', id, laneId, start, end });
    case 'd':
      return begun('copy', { kind: 'copy', id, laneId, start, end });
    case 's': {
      const at = middleOf(bar);
      return at === null ? null : begun('split', { kind: 'split', id, at });
    }
    case 'c': {
      const certainty = bar.certainty === 'confirmed' ? 'tentative' : 'confirmed';
      return { act: 'edit', edit: { kind: 'certainty', id, certainty } };
    }
    case 'f':
      return { act: 'fill', barId: id };
    case 'n':
      return { act: 'add', gap: { laneId, workId: bar.work.id, start: end + 1, end: end + 5 } };
    case 'delete':
    case 'backspace':
      return { act: 'edit', edit: { kind: 'remove', id } };
    default:
      return null;
  }
}

function begun(kind: PlannerMode['kind'], edit: PlannerEdit): PlannerAct {
  return { act: 'begin', mode: { kind, barId: edit.id }, edit };
}

function rowKey(press: KeyPress, state: KeyState, at: number): PlannerAct | null {
  const { rows, pageRows, focus, grain } = state;
  if (press.isAlt || press.isShift) return null;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + pageRows,
    PageUp: at - pageRows,
    Home: 0,
    End: rows.length - 1,
  };
  const target = targets[press.key];
  const row = rows[Math.max(0, Math.min(rows.length - 1, target ?? 0))];
  if (target === undefined || !row) return null;
  const from = rows[at];
  const bars = from === undefined || from.kind === 'section' ? [] : (from.bars ?? []);
  return { act: 'go', focus: focusOn(row, focus ? dayOf(focus, bars) : null, grain) };
}

/** The working days of the cell that a day lies in. */
function workingCell(state: KeyState, day: number): { start: number; end: number } {
  return trimmed(cellAt(state.grain, day), state);
}

function trimmed(
  { from, to }: { readonly from: number; readonly to: number },
  { isWorking }: KeyState,
): { start: number; end: number } {
  let [start, end] = [from, to];
  while (start < end && !isWorking(start)) start += 1;
  while (end > start && !isWorking(end)) end -= 1;
  return { start, end };
}

function arrow(key: string): number {
  return key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
}
