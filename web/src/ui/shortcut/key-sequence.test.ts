import { expect, test } from 'vitest';
import { keyText, matchKeys } from './key-sequence.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test('a key press becomes the text that shortcuts are written in', () => {
  expect(keyText({ ...plain, key: 'c' })).toBe('c');
  expect(keyText({ ...plain, key: '?', shiftKey: true })).toBe('?');
  expect(keyText({ ...plain, key: 'K', metaKey: true })).toBe('mod+k');
  expect(keyText({ ...plain, key: 'ArrowDown', ctrlKey: true, shiftKey: true })).toBe(
    'mod+shift+arrowdown',
  );
  expect(keyText({ ...plain, key: ' ' })).toBe('space');
});

test('two keys in a row run one shortcut, a wrong second key starts anew', () => {
  const registered = ['g d', 'g a', 'c', 'mod+k'];
  expect(matchKeys('', 'c', registered)).toEqual({ kind: 'run', keys: 'c' });
  expect(matchKeys('', 'g', registered)).toEqual({ kind: 'wait', pending: 'g' });
  expect(matchKeys('g', 'd', registered)).toEqual({ kind: 'run', keys: 'g d' });
  expect(matchKeys('g', 'c', registered)).toEqual({ kind: 'run', keys: 'c' });
  expect(matchKeys('g', 'x', registered)).toEqual({ kind: 'none' });
  expect(matchKeys('g', 'g', registered)).toEqual({ kind: 'wait', pending: 'g' });
});
