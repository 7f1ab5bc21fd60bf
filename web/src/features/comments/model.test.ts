import { expect, test } from 'vitest';
import { mentionQuery, withMention } from './model.ts';

test('behind an @ at the beginning of a word somebody is looked for', () => {
  expect(mentionQuery('Thanks @Ma', 10)).toBe('Ma');
  expect(mentionQuery('@', 1)).toBe('');
  expect(mentionQuery('Thanks @Marek No', 16)).toBe('Marek No');
  expect(mentionQuery('mail me@example', 15)).toBeNull();
  expect(mentionQuery('Thanks @Ma and', 9)).toBe('M');
});

test('a name that was picked takes the place of what was typed of it', () => {
  expect(withMention('Thanks @Ma and you', 10, 'Marek Novak')).toEqual({
    text: 'Thanks @Marek Novak and you',
    caret: 20,
  });
});
