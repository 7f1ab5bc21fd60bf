import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar-date.ts';
import { isLowScore, isSatisfied, quarterOf, scores, sumOf, trendOf } from './satisfaction.ts';

const start = calendarDate('2024-01-01');
const answers = fc.array(
  fc.record({
    score: fc.constantFrom(...scores),
    on: fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(start, days)),
  }),
  { maxLength: 60 },
);

describe('satisfaction of clients (CR-03)', () => {
  test('is a share of fours and fives, with its number and its mean', () => {
    const on = start;
    expect(sumOf([])).toEqual({ count: 0, mean: null, satisfied: null });
    expect(sumOf([5, 4, 2].map((score) => ({ score: score as 2 | 4 | 5, on })))).toEqual({
      count: 3,
      mean: 367,
      satisfied: 6_667,
    });
  });

  test('calls somebody for a one or a two, and for nothing else', () => {
    expect(scores.filter(isLowScore)).toEqual([1, 2]);
    expect(scores.filter(isSatisfied)).toEqual([4, 5]);
  });

  test('knows the quarter of every day, the edges of which hold it', () => {
    expect(quarterOf(calendarDate('2026-03-31')).quarter).toBe('2026-Q1');
    expect(quarterOf(calendarDate('2026-04-01'))).toEqual({
      quarter: '2026-Q2',
      from: '2026-04-01',
      to: '2026-06-30',
    });
  });

  test('has a trend whose quarters follow on each other and hold every answer once', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const trend = trendOf(given);
        expect(trend.reduce((sum, { count }) => sum + count, 0)).toBe(given.length);
        for (const [index, quarter] of trend.entries()) {
          const next = trend[index + 1];
          if (next) expect(next.from).toBe(addDays(quarter.to, 1));
          expect(quarter.mean === null).toBe(quarter.count === 0);
          if (quarter.mean !== null) {
            expect(quarter.mean).toBeGreaterThanOrEqual(100);
            expect(quarter.mean).toBeLessThanOrEqual(500);
          }
        }
        expect(trend[0]?.count).not.toBe(0);
        expect(trend.at(-1)?.count).not.toBe(0);
      }),
    );
  });
});
