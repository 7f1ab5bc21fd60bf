import { expect, test } from 'vitest';
import { formatMeasured, roundedWithin, withUnit } from './measured.ts';

test('a measured value is written with its unit, a percent sign without a space', () => {
  expect(formatMeasured(1234.567, 'clients', 'en-GB')).toBe('1,234.57 clients');
  expect(formatMeasured(8, '%', 'en-GB')).toBe('8%');
  expect(formatMeasured(0, '', 'en-GB')).toBe('0');
  expect(withUnit('Target', 'days')).toBe('Target (days)');
  expect(withUnit('Target', '')).toBe('Target');
});

test('what is reckoned is rounded to a hundredth of its span', () => {
  expect(roundedWithin(18.4567, 21)).toBe(18.5);
  expect(roundedWithin(1234.5, 5_000)).toBe(1_230);
  expect(roundedWithin(3, 0)).toBe(3);
});
