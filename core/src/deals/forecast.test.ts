import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar-date.ts';
import {
  addForecast,
  type ForecastDeal,
  forecastByMonth,
  forecastOf,
  forecastPeriod,
  noForecast,
} from './forecast.ts';

const today = calendarDate('2026-06-15');
const open = (value: number, probability: number, closeOn: string | null): ForecastDeal => ({
  value,
  probability,
  outcome: 'open',
  closeOn: closeOn === null ? null : calendarDate(closeOn),
});

describe('the weighted forecast by close month (CR-05, U19)', () => {
  test('is what a hand adds up', () => {
    const rows = forecastByMonth(
      [
        open(100_00, 2_500, '2026-06-20'),
        open(200_00, 7_800, '2026-06-30'),
        open(50_01, 5_000, '2026-08-01'),
        open(70_00, 9_000, '2026-06-14'),
        open(10_00, 1_000, null),
        { ...open(300_00, 10_000, '2026-06-02'), outcome: 'won' },
        { ...open(999_00, 0, '2026-06-20'), outcome: 'lost' },
      ],
      today,
    );
    expect(rows).toEqual([
      {
        ...noForecast,
        period: 'overdue',
        openCount: 1,
        full: 70_00,
        weighted: 63_00,
        committed: 70_00,
      },
      {
        period: '2026-06',
        openCount: 2,
        full: 300_00,
        weighted: 25_00 + 156_00,
        committed: 200_00,
        wonCount: 1,
        won: 300_00,
      },
      { ...noForecast, period: '2026-08', openCount: 1, full: 50_01, weighted: 25_01 },
      { ...noForecast, period: 'undated', openCount: 1, full: 10_00, weighted: 1_00 },
    ]);
  });

  const deal: fc.Arbitrary<ForecastDeal> = fc.record({
    value: fc.integer({ min: 0, max: 1_000_000_000 }),
    probability: fc.integer({ min: 0, max: 10_000 }),
    outcome: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
    closeOn: fc.option(
      fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days)),
      { nil: null },
    ),
  });

  test('counts every deal once: the rows add up to the whole, and each figure to its deals', () => {
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 40 }), (deals) => {
        const rows = forecastByMonth(deals, today);
        const counted = deals.filter((one) => forecastPeriod(one, today) !== null);
        const sum = (parts: readonly (typeof noForecast)[]) =>
          parts.reduce(addForecast, noForecast);
        const total = (one: typeof noForecast) => ({ ...noForecast, ...one, period: undefined });
        expect(total(sum(rows))).toEqual(total(sum(counted.map(forecastOf))));
        for (const { period, ...row } of rows) {
          const own = deals.filter((one) => forecastPeriod(one, today) === period);
          expect(row).toEqual(sum(own.map(forecastOf)));
          expect(row.weighted).toBeLessThanOrEqual(row.full);
          expect(row.committed).toBeLessThanOrEqual(row.full);
        }
        expect(new Set(rows.map(({ period }) => period)).size).toBe(rows.length);
      }),
    );
  });
});
