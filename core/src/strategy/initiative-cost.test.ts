import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateBook } from '../balance/rates.ts';
import { addDays, calendarDate } from '../calendar-date.ts';
import type { RoleId } from '../id.ts';
import { type CostItem, costByYear, sumByYear, totalCost } from './initiative-cost.ts';

const day = calendarDate;
const roleId = 'consultant' as RoleId;
const rates = rateBook({
  people: [],
  roles: [{ id: roleId, costPerHourMinor: 6_000, billPerHourMinor: 13_000 }],
  rates: [
    { roleId, validFrom: day('2027-01-01'), costPerHourMinor: 9_000, billPerHourMinor: 15_000 },
  ],
});
const setting = { startOn: day('2026-11-01'), endOn: day('2027-02-28'), rates };
const nothing: CostItem = {
  kind: 'one-off',
  amount: null,
  period: null,
  roleId: null,
  minutes: null,
  startsOn: null,
  endsOn: null,
};

describe('the costs of an initiative by year (ST-42)', () => {
  test('a single payment falls on its day, else on the start of the initiative', () => {
    expect(costByYear({ ...nothing, amount: 500 }, setting)).toEqual([{ year: 2026, minor: 500 }]);
    const later = { ...nothing, amount: 500, startsOn: day('2027-03-01') };
    expect(costByYear(later, setting)).toEqual([{ year: 2027, minor: 500 }]);
    const undated = { ...setting, startOn: null };
    expect(costByYear({ ...nothing, amount: 500 }, undated)).toEqual([{ year: null, minor: 500 }]);
    expect(costByYear(nothing, setting)).toBeNull();
  });

  test.each([
    ['monthly', [200, 200]],
    ['quarterly', [100, 100]],
    ['yearly', [100]],
  ] as const)('a %s payment is counted on each of its days up to the end', (period, minors) => {
    const item = { ...nothing, kind: 'recurring', amount: 100, period } as const;
    expect(costByYear(item, setting)?.map(({ minor }) => minor)).toEqual(minors);
  });

  test('a payment of the 31st is made on the last day of a shorter month', () => {
    const item = { ...nothing, kind: 'recurring', amount: 1, period: 'monthly' } as const;
    const span = { startsOn: day('2026-01-31'), endsOn: day('2026-02-28') };
    expect(costByYear({ ...item, ...span }, setting)).toEqual([{ year: 2026, minor: 2 }]);
  });

  test('one year is counted where nothing says an end', () => {
    const item = { ...nothing, kind: 'recurring', amount: 1, period: 'monthly' } as const;
    const years = costByYear(item, { ...setting, endOn: null });
    expect(years).toEqual([
      { year: 2026, minor: 2 },
      { year: 2027, minor: 10 },
    ]);
  });

  test('people cost the rate of the day, spread over their days and cut where the year turns', () => {
    const item = { ...nothing, kind: 'people', roleId, minutes: 12_000 } as const;
    const span = { startsOn: day('2026-12-22'), endsOn: day('2027-01-10') };
    expect(costByYear({ ...item, ...span }, setting)).toEqual([
      { year: 2026, minor: 600_000 },
      { year: 2027, minor: 900_000 },
    ]);
    expect(costByYear({ ...item, roleId: null }, setting)).toBeNull();
    expect(costByYear({ ...item, roleId: 'nobody' as RoleId }, setting)).toBeNull();
    const undated = { startOn: null, endOn: null, rates };
    expect(costByYear(item, undated)).toEqual([{ year: null, minor: 1_200_000 }]);
  });

  test('people at one rate cost the same however long they take', () => {
    const start = day('2025-06-15');
    fc.assert(
      fc.property(fc.nat(400_000), fc.nat(500), (minutes, length) => {
        const item = { ...nothing, kind: 'people', roleId, minutes } as const;
        const span = { startsOn: start, endsOn: addDays(start, length) };
        const years = costByYear({ ...item, ...span }, setting) ?? [];
        // Each year may round by half a unit.
        expect(Math.abs(totalCost(years) - minutes * 100)).toBeLessThanOrEqual(years.length);
      }),
    );
  });

  test('adds up by year, what has no year last', () => {
    const sum = sumByYear([
      [
        { year: 2027, minor: 1 },
        { year: null, minor: 5 },
      ],
      [
        { year: 2026, minor: 2 },
        { year: 2027, minor: 3 },
      ],
    ]);
    expect(sum).toEqual([
      { year: 2026, minor: 2 },
      { year: 2027, minor: 4 },
      { year: null, minor: 5 },
    ]);
    expect(totalCost(sum)).toBe(11);
  });
});
