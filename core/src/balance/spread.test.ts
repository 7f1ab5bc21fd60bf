import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isWeekdayDate } from '../calendar-date.ts';
import { day } from './firm.fixture.ts';
import { nthWeekday, overlap, sliceOfSpread, spread } from './spread.ts';

describe('work laid over weekdays', () => {
  test('gives every weekday the same, the first ones the rest', () => {
    const work = spread(7, day('2026-11-16'), day('2026-11-20'));
    const byDay = [0, 1, 2, 3, 4, 5].map((offset) => {
      const on = addDays(day('2026-11-16'), offset);
      return sliceOfSpread(work, on, on);
    });
    expect(byDay).toEqual([2, 2, 1, 1, 1, 0]);
  });

  test('leaves weekends empty and counts across a month border', () => {
    // Friday 30 October to Monday 2 November: one weekday in each month.
    const work = spread(100, day('2026-10-30'), day('2026-11-02'));
    expect(sliceOfSpread(work, day('2026-10-01'), day('2026-10-31'))).toBe(50);
    expect(sliceOfSpread(work, day('2026-11-01'), day('2026-11-30'))).toBe(50);
    expect(sliceOfSpread(work, day('2026-10-31'), day('2026-11-01'))).toBe(0);
  });

  test('moves work between Saturday and Sunday to the Monday', () => {
    expect(spread(60, day('2026-10-31'), day('2026-11-01'))).toEqual({
      from: '2026-10-31',
      to: '2026-11-02',
      minutes: 60,
      weekdays: 1,
    });
  });

  test('finds the fifth weekday over a weekend', () => {
    expect(nthWeekday(day('2026-11-18'), 5)).toBe('2026-11-24');
    expect(nthWeekday(day('2026-11-21'), 1)).toBe('2026-11-23');
  });

  test('slices sum to the whole, wherever they are cut', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: -10, max: 400 }),
        fc.array(fc.integer({ min: 0, max: 420 }), { maxLength: 5 }),
        (minutes, start, length, cuts) => {
          const from = addDays(day('2026-11-18'), start);
          const work = spread(minutes, from, addDays(from, length));
          const edges = [0, ...cuts.toSorted((a, b) => a - b), 430];
          const slices = edges
            .slice(1)
            .map((edge, index) =>
              sliceOfSpread(work, addDays(from, edges[index] ?? 0), addDays(from, edge - 1)),
            );
          expect(slices.reduce((sum, slice) => sum + slice, 0)).toBe(minutes);
          expect(Math.min(...slices)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  test('a day gets work only when it is a weekday', () => {
    const work = spread(10_000, day('2026-11-01'), day('2026-12-31'));
    for (let offset = 0; offset < 61; offset += 1) {
      const on = addDays(day('2026-11-01'), offset);
      expect(sliceOfSpread(work, on, on) > 0).toBe(isWeekdayDate(on));
    }
  });
});

test('two stretches overlap in the days of both', () => {
  const october = { from: day('2026-10-01'), to: day('2026-10-31') };
  expect(overlap(october, { from: day('2026-10-20'), to: day('2026-11-05') })).toEqual({
    from: '2026-10-20',
    to: '2026-10-31',
  });
  expect(overlap(october, { from: day('2026-11-01'), to: day('2026-11-05') })).toBeNull();
});
