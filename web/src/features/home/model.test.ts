import { expect, it } from 'vitest';
import { greeting } from './model.ts';

it.each([
  [4, 'Good night, Ada'],
  [5, 'Good morning, Ada'],
  [12, 'Good afternoon, Ada'],
  [18, 'Good evening, Ada'],
  [23, 'Good evening, Ada'],
])('greets at %i o’clock with %s', (hour, words) => {
  expect(greeting(hour, 'Ada Lovelace')).toBe(words);
});

it('greets somebody without a name', () => {
  expect(greeting(9, ' ')).toBe('Good morning');
});
