import type { KeyboardEvent } from 'react';
import type { Selection } from './use-selection.ts';

type ListKeysInput = {
  readonly count: number;
  readonly active: number;
  readonly pageRows: number;
  readonly selection: Selection | undefined;
  readonly onMove: (index: number) => void;
  readonly onOpen: (index: number, options: { newTab: boolean }) => void;
};

/** Keys of the list: arrows, Home, End, pages; Enter opens, x and Space select, Esc clears. */
export function listKeyHandler(input: ListKeysInput): (event: KeyboardEvent) => void {
  return (event) => {
    // Keys inside a button or box of a cell belong to it.
    if (event.target !== event.currentTarget || event.altKey) return;
    if (moveKey(event, input) || actKey(event, input)) event.preventDefault();
  };
}

function moveKey(event: KeyboardEvent, input: ListKeysInput): boolean {
  const target = moveTarget(event.key, input);
  if (target === undefined || input.count === 0) return false;
  const next = Math.max(0, Math.min(input.count - 1, target));
  if (event.shiftKey) {
    if (input.selection && !input.selection.keys.size)
      input.selection.toggle(Math.max(0, input.active));
    input.selection?.toggle(next, { range: true });
  }
  input.onMove(next);
  return true;
}

function moveTarget(key: string, { active, count, pageRows }: ListKeysInput): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return active + pageRows;
    case 'PageUp':
      return active - pageRows;
    default:
      return undefined;
  }
}

function actKey(event: KeyboardEvent, input: ListKeysInput): boolean {
  const { active, count, selection } = input;
  const mod = event.ctrlKey || event.metaKey;
  if (event.key === 'Escape' && selection && selection.keys.size > 0) {
    selection.clear();
    return true;
  }
  if (event.key === 'a' && mod && selection) {
    selection.setAll(true);
    return true;
  }
  if (active < 0 || active >= count) return false;
  if (event.key === 'Enter') {
    input.onOpen(active, { newTab: mod });
    return true;
  }
  if (selection && !mod && (event.key === 'x' || event.key === ' ')) {
    selection.toggle(active, { range: event.shiftKey });
    return true;
  }
  return false;
}
