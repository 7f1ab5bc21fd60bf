import { keyText, matchKeys } from './key-sequence.ts';

export type Shortcut = {
  /** Empty for a command that only the palette offers. */
  readonly keys: string;
  readonly label: string;
  readonly group: string;
  readonly run: () => void;
};

const sequenceMilliseconds = 1200;
const active: Shortcut[] = [];
const listeners = new Set<() => void>();
let snapshot: readonly Shortcut[] = [];
let pending = '';
let pendingSince = 0;

/** Makes a shortcut work until the returned function is called. The newest of one key wins. */
export function registerShortcut(shortcut: Shortcut): () => void {
  if (active.length === 0) window.addEventListener('keydown', onKeyDown);
  active.push(shortcut);
  changed();
  return () => {
    active.splice(active.indexOf(shortcut), 1);
    if (active.length === 0) window.removeEventListener('keydown', onKeyDown);
    changed();
  };
}

/** All that work now, for the help sheet; a stable array until something changes. */
export function activeShortcuts(): readonly Shortcut[] {
  return snapshot;
}

export function onShortcutsChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed(): void {
  const newest = new Map(active.map((shortcut) => [shortcut.keys || shortcut.label, shortcut]));
  snapshot = [...newest.values()];
  for (const listener of listeners) listener();
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
  const pressed = keyText(event);
  if (!pressed.startsWith('mod+') && isBusyElsewhere(event.target)) return;
  const now = event.timeStamp;
  const before = now - pendingSince < sequenceMilliseconds ? pending : '';
  const keys = snapshot.map((shortcut) => shortcut.keys).filter(Boolean);
  const match = matchKeys(before, pressed, keys);
  pending = match.kind === 'wait' ? match.pending : '';
  pendingSince = now;
  if (match.kind === 'none') return;
  event.preventDefault();
  if (match.kind === 'run') snapshot.find((shortcut) => shortcut.keys === match.keys)?.run();
}

/** Single keys belong to text being typed, to an open menu and to a dialog. */
function isBusyElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('[aria-modal="true"]')) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  const typing = 'input:not([type="checkbox"]):not([type="radio"]), textarea, select';
  return target.matches(typing) || target.closest('[role="menu"], [role="listbox"]') !== null;
}
