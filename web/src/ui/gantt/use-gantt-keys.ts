import type { KeyboardEvent } from 'react';
import { progressAt, steppedOver } from './gantt-edit.ts';
import { dayMinutes } from './gantt-scale.ts';
import type { GanttEdit, GanttSpan, GanttTask } from './gantt-task.ts';
import type { GanttDrafting } from './use-gantt-draft.ts';

/** The line that keys act on, and which part of it. */
export type ActiveLine = { readonly row: number; readonly on: 'line' | 'bar' };

type KeysInput = {
  readonly rowCount: number;
  readonly pageRows: number;
  readonly active: ActiveLine | null;
  readonly task: GanttTask | undefined;
  /** A link is being drawn from this task by keyboard. */
  readonly linkFrom: string | null;
  readonly isFolded: boolean;
  readonly hasChildren: boolean;
  readonly parentRow: number;
  readonly isEditable: boolean;
  /** The least step, in minutes. */
  readonly step: number;
  readonly isWorking: (day: number) => boolean;
  /** Where the bar is split when nobody points at it. */
  readonly splitsAt: number | null;
  readonly pauseAt: (minute: number) => { readonly from: number; readonly to: number };
  readonly drafting: GanttDrafting;
  readonly go: (active: ActiveLine) => void;
  readonly fold: (isFolded: boolean) => void;
  readonly open: (isNewTab: boolean) => void;
  readonly openMenu: () => void;
  readonly startLink: () => void;
  readonly endLink: () => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  readonly flip: (() => void) | undefined;
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
  readonly showToday: () => void;
};

/** Keys of the chart; a key that means nothing here is left to the page. */
export function ganttKeyHandler(input: KeysInput): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const isDone =
      actionKey(event, input) ||
      (input.active?.on === 'bar' ? barKey(event, input) : lineKey(event, input)) ||
      rowKey(event, input);
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function historyKey({ key, shiftKey }: KeyboardEvent, { undo, redo }: KeysInput): boolean {
  const act = shiftKey ? redo : undo;
  return key.toLowerCase() === 'z' && act ? does(act) : false;
}

function actionKey(event: KeyboardEvent, input: KeysInput): boolean {
  if (event.ctrlKey || event.metaKey) return historyKey(event, input);
  switch (event.key) {
    case '+':
    case '=':
      return does(() => input.zoomBy(1.5));
    case '-':
      return does(() => input.zoomBy(1 / 1.5));
    case '0':
      return does(input.fit);
    case 't':
      return does(input.showToday);
    case 'v':
      return input.flip ? does(input.flip) : false;
    case 'm':
    case 'ContextMenu':
      return input.task ? does(input.openMenu) : false;
    case 'F10':
      return event.shiftKey && input.task ? does(input.openMenu) : false;
    default:
      return false;
  }
}

/** On the tree: folds, unfolds, opens, steps over to the bar. */
function lineKey(event: KeyboardEvent, input: KeysInput): boolean {
  const { active, task, hasChildren, isFolded } = input;
  if (!active || !task) return false;
  if (event.key === 'Enter') return does(() => input.open(event.ctrlKey || event.metaKey));
  if (event.key === 'ArrowRight') {
    return does(() =>
      hasChildren && isFolded ? input.fold(false) : input.go({ ...active, on: 'bar' }),
    );
  }
  if (event.key !== 'ArrowLeft') return false;
  if (hasChildren && !isFolded) return does(() => input.fold(true));
  return input.parentRow < 0 ? true : does(() => input.go({ row: input.parentRow, on: 'line' }));
}

/** On the bar: arrows do what a drag does, Enter is the drop, Escape lets go. */
function barKey(event: KeyboardEvent, input: KeysInput): boolean {
  const { active, drafting } = input;
  if (event.key === 'Escape') return letGo(input);
  if (event.key === 'Enter') {
    return drafting.draft ? does(input.endLink, drafting.save) : does(input.openMenu);
  }
  if (input.linkFrom !== null) return false;
  const edit = input.isEditable ? editOfKey(event, input) : null;
  if (edit) return does(() => drafting.propose(edit));
  if (event.key === 'l' && input.isEditable) return does(input.startLink);
  const isBack = event.key === 'ArrowLeft' && !input.isEditable;
  return isBack && active ? does(() => input.go({ ...active, on: 'line' })) : false;
}

/** Ends the link, else takes the edit back, else goes back to the tree. */
function letGo({ active, linkFrom, endLink, drafting, go }: KeysInput): boolean {
  if (linkFrom !== null) return does(endLink, drafting.cancel);
  if (drafting.draft) return does(drafting.cancel);
  return active ? does(() => go({ ...active, on: 'line' })) : false;
}

function rowKey(event: KeyboardEvent, input: KeysInput): boolean {
  const from = input.active?.row ?? -1;
  const to = targetRow(event.key, from, input);
  if (to === undefined || input.rowCount === 0) return false;
  const row = Math.max(0, Math.min(input.rowCount - 1, to));
  return does(() => input.go({ row, on: input.active?.on ?? 'line' }));
}

function targetRow(key: string, row: number, input: KeysInput): number | undefined {
  const targets: Record<string, number> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    Home: 0,
    End: input.rowCount - 1,
    PageDown: row + input.pageRows,
    PageUp: row - input.pageRows,
  };
  return targets[key];
}

function editOfKey(event: KeyboardEvent, input: KeysInput): GanttEdit | null {
  const { task } = input;
  if (!task?.span) return null;
  if (event.key === '.' || event.key === ',') {
    const before = pendingProgress(input) ?? task.progress;
    const progress = progressAt(before + (event.key === '.' ? 0.05 : -0.05));
    return { kind: 'progress', id: task.id, progress };
  }
  if (event.key === 's' && task.kind === 'task' && input.splitsAt !== null) {
    return { kind: 'split', id: task.id, ...input.pauseAt(input.splitsAt) };
  }
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (by === 0) return null;
  const pause = pendingPause(input);
  if (pause) return { ...pause, ...pauseOfKey(event, input, { by, pause }) };
  return shiftOfKey(event, input, { by, span: pendingSpan(input) ?? task.span });
}

type PauseEdit = Extract<GanttEdit, { kind: 'split' }>;

/** The pause that the keys have begun. */
function pendingPause({ drafting, task }: KeysInput): PauseEdit | null {
  const edit = drafting.draft?.edit;
  return edit?.kind === 'split' && edit.id === task?.id ? edit : null;
}

/** Arrows say where the pause ends, with Shift where it begins; a pause lasts a step at least. */
function pauseOfKey(
  event: KeyboardEvent,
  { step, isWorking }: KeysInput,
  { by, pause }: { readonly by: number; readonly pause: PauseEdit },
): Pick<PauseEdit, 'from' | 'to'> {
  const span = { start: pause.from, finish: pause.to };
  const input = { minutes: by * step, step, isWorking };
  // By its start it is stepped over days off: work goes on, or stops, on a day of work.
  const at = (minute: number) =>
    steppedOver({ start: minute, finish: minute }, 'whole', input).start;
  if (!event.shiftKey) {
    const to = at(span.finish);
    return { from: span.start, to: to > span.start ? to : span.finish };
  }
  return { from: at(span.start), to: at(span.finish) };
}

function shiftOfKey(
  event: KeyboardEvent,
  { task, step, isWorking }: KeysInput,
  { by, span }: { readonly by: number; readonly span: GanttSpan },
): GanttEdit {
  const minutes = by * (event.ctrlKey || event.metaKey ? 7 * dayMinutes : step);
  const part = event.shiftKey ? 'finish' : 'whole';
  const moved = steppedOver(span, part, { minutes, step, isWorking });
  return { kind: event.shiftKey ? 'stretch' : 'move', id: task?.id ?? '', span: moved };
}

/** Where the bar was put by the keys before; further keys go on from there. */
function pendingSpan({ drafting, task }: KeysInput): GanttSpan | null {
  const draft = drafting.draft;
  if (draft?.edit.kind !== 'move' && draft?.edit.kind !== 'stretch') return null;
  if (draft.edit.id !== task?.id) return null;
  return draft.consequences.moved.get(draft.edit.id) ?? draft.edit.span;
}

function pendingProgress({ drafting, task }: KeysInput): number | null {
  const edit = drafting.draft?.edit;
  return edit?.kind === 'progress' && edit.id === task?.id ? edit.progress : null;
}

function does(...works: readonly (() => void)[]): true {
  for (const work of works) work();
  return true;
}
