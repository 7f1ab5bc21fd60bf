import { describe, expect, test } from 'vitest';
import type { CustomFieldType } from './custom-field.ts';
import { customValueFromText, mannerOf } from './custom-field-text.ts';

const choices = [
  { id: 'a', name: 'Very good' },
  { id: 'b', name: 'Fair' },
];
const people = new Map([['annaberg', 'p1']]);
const shared = { currency: 'EUR', people };

describe('a value of an own field from the text of a file', () => {
  test.each<[CustomFieldType, string, unknown]>([
    ['text', 'As it stands', 'As it stands'],
    ['number', '1,234.5', 1234.5],
    ['number', 'many', null],
    ['money', '€ 12.50', 1_250],
    ['date', '2026-05-04', '2026-05-04'],
    ['date', '04.05.2026', '2026-05-04'],
    ['date', 'soon', null],
    ['boolean', 'Yes', true],
    ['boolean', 'nein', false],
    ['boolean', 'perhaps', null],
    ['choice', 'very good', 'a'],
    ['choice', 'Bad', null],
    ['choices', 'Fair; Very good', ['b', 'a']],
    ['choices', 'Fair; Bad', null],
    ['person', 'Anna  Berg', 'p1'],
    ['person', 'Bo Lind', null],
  ])('as %s: %s', (type, text, value) => {
    expect(customValueFromText({ type, choices }, text, mannerOf([text], shared))).toEqual(value);
  });

  test('is read in the manner of its whole column', () => {
    const manner = mannerOf(['1.234,50', '12', '2.000,00'], shared);
    expect(customValueFromText({ type: 'number', choices: [] }, '2.000,00', manner)).toBe(2_000);
    const american = mannerOf(['12/31/2026', '01/02/2026'], shared);
    expect(customValueFromText({ type: 'date', choices: [] }, '01/02/2026', american)).toBe(
      '2026-01-02',
    );
  });
});
