import { describe, expect, test } from 'vitest';
import { moveOf } from './grid-keys.ts';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

describe('keys in the week grid', () => {
  test.each([
    ['ArrowUp', false, 'up'],
    ['ArrowDown', true, 'down'],
    ['ArrowLeft', false, 'left'],
    ['ArrowLeft', true, null],
    ['ArrowRight', false, 'right'],
    ['Enter', true, 'down'],
    ['Tab', false, null],
    ['5', false, null],
  ] as const)('%s, typing %s, means %s', (key, isTyping, move) => {
    expect(moveOf({ ...plain, key }, { isTyping })).toBe(move);
  });

  test('Shift-Enter goes up; chords and selecting are left alone', () => {
    const typing = { isTyping: false };
    expect(moveOf({ ...plain, shiftKey: true, key: 'Enter' }, typing)).toBe('up');
    expect(moveOf({ ...plain, shiftKey: true, key: 'ArrowRight' }, typing)).toBeNull();
    expect(moveOf({ ...plain, ctrlKey: true, key: 'ArrowDown' }, typing)).toBeNull();
  });
});
