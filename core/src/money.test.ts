import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMoney,
  allocate,
  costOfMinutes,
  largestMinor,
  money,
  roundCommercially,
  sumMoney,
} from './money.ts';

describe('money', () => {
  test('is whole minor units, and two currencies are never added', () => {
    expect(addMoney(money(150, 'EUR'), money(50, 'EUR'))).toEqual(money(200, 'EUR'));
    expect(sumMoney([], 'EUR')).toEqual(money(0, 'EUR'));
    expect(() => money(1.5, 'EUR')).toThrow(RangeError);
    expect(() => addMoney(money(1, 'EUR'), money(1, 'USD'))).toThrow('cannot add USD to EUR');
  });

  test('is rounded half away from zero, on both sides of it', () => {
    const cases = [
      [2.5, 3],
      [-2.5, -3],
      [2.49, 2],
      [-0.4, 0],
    ] as const;
    for (const [value, rounded] of cases) expect(roundCommercially(value)).toBe(rounded);
    expect(costOfMinutes(90, 12_000)).toBe(18_000);
  });
});

describe('allocate', () => {
  test('gives the larger remainders the rest, the earlier part first', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(10, [0, 0])).toEqual([5, 5]);
    expect(allocate(-100, [1, 2])).toEqual([-33, -67]);
    expect(allocate(7, [])).toEqual([]);
  });

  test('makes parts that sum to the whole, each within one of its exact share', () => {
    const weights = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), weights, (whole, parts) => {
        const shares = allocate(whole, parts);
        const total = parts.reduce((sum, part) => sum + part, 0);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(whole);
        for (const [index, share] of shares.entries()) {
          const exact = total === 0 ? whole / parts.length : (whole * (parts[index] ?? 0)) / total;
          expect(Math.abs(share - exact)).toBeLessThan(1);
        }
      }),
    );
  });
});

test('nine thousand of the largest amounts still sum to a safe integer', () => {
  expect(Number.isSafeInteger(largestMinor * 9_000)).toBe(true);
});
