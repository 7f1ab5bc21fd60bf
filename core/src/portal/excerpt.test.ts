import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt } from './excerpt.ts';

test('a short text is its own excerpt, on one line (CL-14)', () => {
  expect(excerpt('Two\n lines ', ['two'], 40)).toBe('Two lines');
});

test('an excerpt stands round the first word that is found, and begins and ends with whole words', () => {
  const text =
    'We begin with the interfaces. Then the migration of the archive follows, which takes until May.';
  expect(excerpt(text, ['ARCHIVE', 'nowhere'], 40)).toBe('… of the archive follows, which takes …');
  expect(excerpt(text, ['nowhere'], 30)).toBe('We begin with the interfaces. …');
});

test('an excerpt is never much longer than asked for, and holds nothing that the text does not', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string({ minLength: 1 }),
      fc.integer({ min: 20, max: 200 }),
      (text, word, length) => {
        const found = excerpt(text, [word], length);
        expect(found.length).toBeLessThanOrEqual(length + 4);
        const inner = found.replace(/^… /, '').replace(/ …$/, '');
        expect(text.replace(/\s+/g, ' ')).toContain(inner.trim());
      },
    ),
  );
});
