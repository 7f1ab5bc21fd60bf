import { expect, test } from 'vitest';
import { type BoardColumn, boardIntent, neighbourColumn, placeAfterKey } from './board-model.ts';

const column = (id: string, count: number, closed?: string): BoardColumn<number> => ({
  id,
  label: id,
  cards: Array.from({ length: count }, (_, index) => index),
  ...(closed ? { closed } : {}),
});
const columns = [column('a', 3), column('b', 0), column('c', 1), column('d', 2, 'Locked')];

test('arrows walk a column and stop at its ends', () => {
  expect(placeAfterKey({ column: 0, card: 1 }, 'ArrowDown', columns)).toEqual({
    column: 0,
    card: 2,
  });
  expect(placeAfterKey({ column: 0, card: 2 }, 'ArrowDown', columns)).toEqual({
    column: 0,
    card: 2,
  });
  expect(placeAfterKey({ column: 0, card: 0 }, 'ArrowUp', columns)).toEqual({ column: 0, card: 0 });
  expect(placeAfterKey({ column: 0, card: 0 }, 'End', columns)).toEqual({ column: 0, card: 2 });
});

test('going sideways skips empty columns and keeps the height where it can', () => {
  expect(placeAfterKey({ column: 0, card: 2 }, 'ArrowRight', columns)).toEqual({
    column: 2,
    card: 0,
  });
  expect(placeAfterKey({ column: 2, card: 0 }, 'ArrowLeft', columns)).toEqual({
    column: 0,
    card: 0,
  });
  expect(placeAfterKey({ column: 0, card: 1 }, 'ArrowLeft', columns)).toEqual({
    column: 0,
    card: 1,
  });
  expect(placeAfterKey({ column: 0, card: 1 }, 'q', columns)).toBeUndefined();
});

test('a move by keys goes to the next column that takes cards', () => {
  expect(neighbourColumn(columns, 0, 1)?.id).toBe('b');
  expect(neighbourColumn(columns, 2, 1)).toBeUndefined();
  expect(neighbourColumn(columns, 3, -1)?.id).toBe('c');
});

test('keys on a card say what they ask for', () => {
  const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
  const chord = { ...plain, shiftKey: true, ctrlKey: true };
  expect(boardIntent({ ...chord, key: 'ArrowRight' })).toEqual({ kind: 'move', step: 1 });
  expect(boardIntent({ ...plain, key: 'ArrowRight' })).toEqual({ kind: 'go' });
  expect(boardIntent({ ...plain, key: 'm' })).toEqual({ kind: 'menu' });
  expect(boardIntent({ ...plain, key: 'm', ctrlKey: true })).toBeUndefined();
});
