import { calendarDate } from '@evenkeel/core/calendar-date';
import { instant } from '@evenkeel/core/instant';
import { expect, test } from 'vitest';
import { choiceOf, instantOf, momentChosen } from './moments.ts';

const now = Date.parse('2026-11-30T12:00:00Z');

test('a moment is chosen as days ago, as that of a baseline, or as now (PM-25)', () => {
  const taken = instant('2026-11-10T08:00:00.000Z');
  expect(instantOf(momentChosen('ago-7'), now, 0)).toBe('2026-11-23T12:00:00.000Z');
  expect(instantOf(momentChosen(taken), now, 0)).toBe(taken);
  expect(instantOf(momentChosen('now'), now, 0)).toBeNull();
});

test('a day stands for its end where the reader is, and today for now', () => {
  const day = (text: string) => ({ kind: 'day', day: calendarDate(text) }) as const;
  expect(instantOf(day('2026-11-10'), now, 0)).toBe('2026-11-11T00:00:00.000Z');
  expect(instantOf(day('2026-11-10'), now, -60)).toBe('2026-11-10T23:00:00.000Z');
  expect(instantOf(day('2026-11-30'), now, 0)).toBe('2026-11-30T12:00:00.000Z');
  expect(instantOf({ kind: 'day', day: null }, now, 0)).toBeNull();
});

test('what was chosen is shown as chosen', () => {
  for (const value of ['now', 'day', 'ago-30', '2026-11-10T08:00:00.000Z']) {
    expect(choiceOf(momentChosen(value))).toBe(value);
  }
});
