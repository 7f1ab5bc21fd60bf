/** Where the focus goes from a cell. */
export type GridMove = 'up' | 'down' | 'left' | 'right';

type Key = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
};

/**
 * The move a key means in a grid of text boxes, null for none. While somebody types, left and right
 * belong to the caret; Tab is left to the browser, which goes to the next cell anyway.
 */
export function moveOf(event: Key, { isTyping }: { readonly isTyping: boolean }): GridMove | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === 'Enter') return event.shiftKey ? 'up' : 'down';
  if (event.shiftKey) return null;
  if (event.key === 'ArrowUp') return 'up';
  if (event.key === 'ArrowDown') return 'down';
  if (isTyping) return null;
  if (event.key === 'ArrowLeft') return 'left';
  return event.key === 'ArrowRight' ? 'right' : null;
}

/** Puts the focus into the neighbour of a cell; stays where there is none. */
export function moveFocus(grid: HTMLElement, cellKey: string, move: GridMove): void {
  const rows = [...grid.querySelectorAll('tr')]
    .map((row) => [...row.querySelectorAll<HTMLInputElement>('input[data-cell]')])
    .filter((cells) => cells.length > 0);
  const rowIndex = rows.findIndex((cells) => cells.some((cell) => isCell(cell, cellKey)));
  const columnIndex = rows[rowIndex]?.findIndex((cell) => isCell(cell, cellKey)) ?? -1;
  const [down, right] = steps[move];
  rows[rowIndex + down]?.[columnIndex + right]?.focus();
}

const steps: Record<GridMove, readonly [down: number, right: number]> = {
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1],
};

function isCell(element: HTMLInputElement, cellKey: string): boolean {
  return element.dataset['cell'] === cellKey;
}
