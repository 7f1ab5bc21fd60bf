import { expect, test } from 'vitest';
import { fieldInWords, inWords } from './in-words.ts';

test('a recorded value is told in its unit, which the name of the column says', () => {
  expect(inWords('estimate minutes', '90', 'EUR')).toContain('1:30');
  expect(inWords('minutes per day', '240', 'EUR')).toContain('4');
  expect(inWords('share basis points', '2000', 'EUR')).toContain('20');
  expect(inWords('value', '123450', 'EUR')).toContain('1,234.5');
  expect(inWords('probability', '5500', 'EUR')).toContain('55');
  expect(inWords('is billable', 'true', 'EUR')).toBe('yes');
  expect(inWords('name', '2026', 'EUR')).toBe('2026');
  expect(inWords('close on', null, 'EUR')).toBeNull();
});

test('a recorded field goes by the name people use', () => {
  expect(fieldInWords('minutes')).toBe('hours');
  expect(fieldInWords('minutes per day')).toBe('hours a day');
  expect(fieldInWords('on date')).toBe('day');
  expect(fieldInWords('close on')).toBe('close');
  expect(fieldInWords('is billable')).toBe('billable');
});
