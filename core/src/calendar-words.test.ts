import { expect, test } from 'vitest';
import { calendarDate } from './calendar-date.ts';
import { dayAndMonth } from './calendar-words.ts';

test('a day is said with its weekday and month', () => {
  expect(dayAndMonth(calendarDate('2026-05-12'))).toBe('Tue 12 May');
  expect(dayAndMonth(calendarDate('2026-11-29'))).toBe('Sun 29 Nov');
});
