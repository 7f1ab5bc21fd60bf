import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commentParts, mentionedIn } from './mentions.ts';

const ann = { id: '1', name: 'Ann' };
const annLee = { id: '2', name: 'Ann Lee' };
const people = [ann, annLee];

describe('a comment', () => {
  test('mentions those whose name stands behind an @, the longest name first (PM-14)', () => {
    expect(mentionedIn('Thanks @Ann Lee!', people)).toEqual([annLee]);
    expect(mentionedIn('Thanks @Ann, and @Ann Lee', people)).toEqual(people);
    expect(mentionedIn('mail ann@Ann.example or @Anna', people)).toEqual([]);
  });

  test('is shown with its addresses as links, without the full stop behind them', () => {
    expect(commentParts('See https://a.example/x?y=1. @Ann', people)).toEqual([
      { kind: 'text', text: 'See ' },
      { kind: 'link', text: 'https://a.example/x?y=1', href: 'https://a.example/x?y=1' },
      { kind: 'text', text: '. ' },
      { kind: 'mention', text: '@Ann', id: '1' },
    ]);
    expect(commentParts('javascript:alert(1)', [])).toEqual([
      { kind: 'text', text: 'javascript:alert(1)' },
    ]);
  });

  test('reads the same in parts as in whole, whatever stands in it', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('@Ann', '@Ann Lee', 'https://a.example/', ' ', '@', '.', '\n'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(
          commentParts(text, people)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
