import { calendarDate, monthOf } from '@evenkeel/core/calendar-date';
import { expect, test } from 'vitest';
import { isBeyond } from './model.ts';

const today = calendarDate('2026-11-29');
const [past, ahead] = [calendarDate('2026-10-01'), calendarDate('2026-12-01')].map(monthOf);
const amounts = { confirmed: 60, tentative: 30, estimated: 120, logged: 120 };

test('what is over is held against logged hours, what is ahead against estimates (U12)', () => {
  const beyond = (number: 'allocated' | 'estimated' | 'logged', month: typeof past) =>
    isBeyond(number, amounts, { month: month ?? null, today });
  expect([beyond('logged', past), beyond('estimated', past)]).toEqual([true, false]);
  expect([beyond('logged', ahead), beyond('estimated', ahead)]).toEqual([false, true]);
  expect(beyond('allocated', past)).toBe(false);
  expect(isBeyond('logged', { ...amounts, logged: 90 }, { month: past ?? null, today })).toBe(
    false,
  );
});
