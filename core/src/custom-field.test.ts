import { describe, expect, test } from 'vitest';
import {
  type CustomField,
  type CustomValue,
  customValueFault,
  customValueInWords,
  isEmptyCustomValue,
} from './custom-field.ts';

const choices = [
  { id: 'a', name: 'North' },
  { id: 'b', name: 'South' },
];
const field = (type: CustomField['type']): CustomField => ({
  type,
  choices: type === 'choice' || type === 'choices' ? choices : [],
});
const person = '01890000-0000-7000-8000-000000000000';

describe('a value of a custom field', () => {
  test.each<[CustomField['type'], CustomValue, boolean]>([
    ['text', 'words', true],
    ['text', 'x'.repeat(2_001), false],
    ['text', 3, false],
    ['number', -2.5, true],
    ['number', Number.NaN, false],
    ['number', '3', false],
    ['money', 120_000, true],
    ['money', 1.5, false],
    ['date', '2026-02-28', true],
    ['date', '2026-02-30', false],
    ['date', '28.2.2026', false],
    ['boolean', false, true],
    ['boolean', 'yes', false],
    ['person', person, true],
    ['person', 'Marek', false],
    ['choice', 'a', true],
    ['choice', 'c', false],
    ['choices', ['a', 'b'], true],
    ['choices', ['a', 'a'], false],
    ['choices', 'a', false],
  ])('of type %s: %j is right: %s', (type, value, isRight) => {
    expect(customValueFault(field(type), value) === null).toBe(isRight);
  });

  test('is told in words that stay readable when the choice is gone', () => {
    const words = (type: CustomField['type'], value: CustomValue) =>
      customValueInWords(field(type), value, () => 'Marek Novak');
    expect(words('choice', 'b')).toBe('South');
    expect(words('choices', ['a', 'b'])).toBe('North, South');
    expect(words('boolean', true)).toBe('yes');
    expect(words('person', person)).toBe('Marek Novak');
    expect(words('number', 3)).toBe('3');
  });

  test('may be none', () => {
    expect(['', null, []].map(isEmptyCustomValue)).toEqual([true, true, true]);
    expect([0, false, 'a', ['a']].some(isEmptyCustomValue)).toBe(false);
  });
});
