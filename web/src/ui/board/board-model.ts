import type { ReactNode } from 'react';

/** One column of a board. */
export type BoardColumn<Card> = {
  readonly id: string;
  readonly label: string;
  /** Its glyph. */
  readonly mark?: ReactNode;
  readonly cards: readonly Card[];
  /** What stands at the end of its head: the sum of the cards. */
  readonly sum?: ReactNode;
  /** Why no card can be moved here; then it is not offered as a target. */
  readonly closed?: string;
};

/** A card moved by drag, menu or keys. */
export type BoardMove<Card> = { readonly card: Card; readonly from: string; readonly to: string };

/** Where the focus stands: a card of a column. */
export type BoardPlace = { readonly column: number; readonly card: number };

/** What a key pressed on a card asks for. */
export type BoardIntent =
  | { readonly kind: 'move'; readonly step: -1 | 1 }
  | { readonly kind: 'open' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'go' };

type Keys = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
};

/** Ctrl-Shift-arrow moves the card, Enter opens it, `m` opens its menu, plain keys walk. */
export function boardIntent(press: Keys): BoardIntent | undefined {
  const mod = press.ctrlKey || press.metaKey;
  if (mod && press.shiftKey && press.key === 'ArrowLeft') return { kind: 'move', step: -1 };
  if (mod && press.shiftKey && press.key === 'ArrowRight') return { kind: 'move', step: 1 };
  if (mod || press.altKey) return undefined;
  if (press.key === 'Enter') return { kind: 'open' };
  return press.key === 'm' ? { kind: 'menu' } : { kind: 'go' };
}

type Size = { readonly cards: readonly unknown[] };

/** The place an arrow key leads to; the same place at an edge. Columns without cards are skipped. */
export function placeAfterKey(
  place: BoardPlace,
  key: string,
  columns: readonly Size[],
): BoardPlace | undefined {
  const last = (column: number) => (columns[column]?.cards.length ?? 0) - 1;
  switch (key) {
    case 'ArrowDown':
      return { ...place, card: Math.min(place.card + 1, last(place.column)) };
    case 'ArrowUp':
      return { ...place, card: Math.max(place.card - 1, 0) };
    case 'Home':
      return { ...place, card: 0 };
    case 'End':
      return { ...place, card: last(place.column) };
    case 'ArrowLeft':
    case 'ArrowRight':
      return sideways(place, key === 'ArrowLeft' ? -1 : 1, columns);
    default:
      return undefined;
  }
}

/** The nearest open column to the left or right, for Ctrl-Shift-arrow. */
export function neighbourColumn<Card>(
  columns: readonly BoardColumn<Card>[],
  from: number,
  step: -1 | 1,
): BoardColumn<Card> | undefined {
  for (let index = from + step; index >= 0 && index < columns.length; index += step) {
    const column = columns[index];
    if (column && column.closed === undefined) return column;
  }
  return undefined;
}

function sideways(place: BoardPlace, step: -1 | 1, columns: readonly Size[]): BoardPlace {
  for (let index = place.column + step; index >= 0 && index < columns.length; index += step) {
    const count = columns[index]?.cards.length ?? 0;
    if (count > 0) return { column: index, card: Math.min(place.card, count - 1) };
  }
  return place;
}
