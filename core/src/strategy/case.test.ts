import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import { assumptionStanding } from './assumption.ts';
import { expectedMoney, isCheckDue } from './benefit.ts';
import { isUnanswered } from './stakeholder.ts';

const today = calendarDate('2026-06-15');

describe('the case of an initiative', () => {
  test.each([
    ['2026-06-14', 'open', true],
    ['2026-06-15', 'open', false],
    ['2026-06-14', 'came', false],
    [null, 'open', false],
  ] as const)('a benefit due %s that is %s asks for a check: %s (ST-05)', (due, outcome, isDue) => {
    const dueOn = due === null ? null : calendarDate(due);
    expect(isCheckDue({ dueOn, outcome }, today)).toBe(isDue);
  });

  test('money that comes once is kept apart from what comes every year (ST-05)', () => {
    const benefits = [
      { amount: 100, period: 'once' },
      { amount: 70, period: 'yearly' },
      { amount: 30, period: 'yearly' },
      { amount: null, period: 'once' },
    ] as const;
    expect(expectedMoney(benefits)).toEqual({ once: 100, yearly: 100 });
  });

  test.each([
    ['below', 30, 29.9, 'disproved'],
    ['below', 30, 30, 'holds'],
    ['above', 30, 30.1, 'disproved'],
    ['above', 30, 30, 'holds'],
    ['above', null, 5, 'untested'],
    ['above', 5, null, 'untested'],
  ] as const)('%s %s, now %s: %s (ST-42)', (operator, threshold, actual, standing) => {
    expect(assumptionStanding({ operator, threshold, actual })).toBe(standing);
  });

  test('somebody against it asks for an answer until one is planned (ST-13)', () => {
    expect(isUnanswered({ stance: 'opponent', response: ' ' })).toBe(true);
    expect(isUnanswered({ stance: 'doubter', response: 'A pilot with her team' })).toBe(false);
    expect(isUnanswered({ stance: 'neutral', response: '' })).toBe(false);
  });
});
