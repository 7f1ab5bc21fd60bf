import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import { type QuoteLine, quotedHours, quoteNumber, quoteState, quoteTotals } from './quote.ts';

const hours = (minutes: number, rate: number, more: Partial<QuoteLine> = {}): QuoteLine => ({
  kind: 'hours',
  minutes,
  rate,
  discount: 0,
  tax: 1_900,
  ...(more as object),
});

describe('the sums of a quote', () => {
  test('are what a hand adds up: discounts on line and whole, two tax rates', () => {
    const totals = quoteTotals({
      lines: [
        hours(90, 12_000),
        { kind: 'fixed', quantity: 3, unitPrice: 3_333, discount: 1_000, tax: 700 },
      ],
      discount: 500,
    });
    // 1.5 h × 120.00 = 180.00; 3 × 33.33 = 99.99 less 10 % (10.00) = 89.99; 5 % of 269.99 = 13.50
    expect(totals).toEqual({
      lines: [
        { gross: 18_000, net: 18_000, share: 900, taxable: 17_100, tax: 3_249 },
        { gross: 9_999, net: 8_999, share: 450, taxable: 8_549, tax: 598 },
      ],
      net: 26_999,
      discount: 1_350,
      taxable: 25_649,
      taxes: [
        { rate: 700, base: 8_549, tax: 598 },
        { rate: 1_900, base: 17_100, tax: 3_249 },
      ],
      tax: 3_847,
      total: 29_496,
    });
  });

  const basisPoints = fc.integer({ min: 0, max: 10_000 });
  const line: fc.Arbitrary<QuoteLine> = fc.oneof(
    fc.record({
      kind: fc.constant('hours' as const),
      minutes: fc.integer({ min: 1, max: 600_000 }),
      rate: fc.integer({ min: 0, max: 50_000 }),
      discount: basisPoints,
      tax: fc.constantFrom(0, 700, 1_900),
    }),
    fc.record({
      kind: fc.constant('fixed' as const),
      quantity: fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100),
      unitPrice: fc.integer({ min: 0, max: 5_000_000 }),
      discount: basisPoints,
      tax: fc.constantFrom(0, 700, 1_900),
    }),
  );
  const quote = fc.record({ lines: fc.array(line, { maxLength: 20 }), discount: basisPoints });
  const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);

  test('of the lines add up to the totals, to the minor unit', () => {
    fc.assert(
      fc.property(quote, (one) => {
        const totals = quoteTotals(one);
        expect(sum(totals.lines.map(({ net }) => net))).toBe(totals.net);
        expect(sum(totals.lines.map(({ share }) => share))).toBe(totals.discount);
        expect(sum(totals.lines.map(({ taxable }) => taxable))).toBe(totals.taxable);
        expect(sum(totals.lines.map(({ tax }) => tax))).toBe(totals.tax);
        expect(totals.total).toBe(totals.taxable + totals.tax);
      }),
    );
  });

  test('are never below zero, and a line never costs more than its gross', () => {
    fc.assert(
      fc.property(quote, (one) => {
        const totals = quoteTotals(one);
        for (const own of totals.lines) {
          expect(own.net).toBeGreaterThanOrEqual(0);
          expect(own.net).toBeLessThanOrEqual(own.gross);
          expect(own.taxable).toBeLessThanOrEqual(own.net);
        }
        expect(totals.total).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('do not depend on the order of the lines', () => {
    fc.assert(
      fc.property(quote, (one) => {
        const turned = quoteTotals({ ...one, lines: [...one.lines].reverse() });
        const { lines: _, ...totals } = quoteTotals(one);
        expect(turned).toMatchObject(totals);
      }),
    );
  });
});

describe('a quote', () => {
  const day = calendarDate('2026-03-10');
  test.each([
    ['sent', '2026-03-09', 'expired'],
    ['sent', '2026-03-10', 'sent'],
    ['sent', null, 'sent'],
    ['accepted', '2026-01-01', 'accepted'],
    ['draft', '2026-01-01', 'draft'],
  ] as const)('%s and valid until %s reads %s', (state, until, seen) => {
    const validUntil = until === null ? null : calendarDate(until);
    expect(quoteState({ state, validUntil }, day)).toBe(seen);
  });

  test('sells the hours of each role once', () => {
    const lines = [
      { roleId: 'a', minutes: 60 },
      { roleId: null, minutes: null },
      { roleId: 'b', minutes: 30 },
      { roleId: 'a', minutes: 45 },
    ];
    expect(quotedHours(lines)).toEqual([
      { roleId: 'a', minutes: 105 },
      { roleId: 'b', minutes: 30 },
    ]);
  });

  test('has a number with its year, and its version from the second on', () => {
    expect(quoteNumber({ year: 2026, number: 7, revision: 1 })).toBe('Q-2026-0007');
    expect(quoteNumber({ year: 2026, number: 1001, revision: 3 })).toBe('Q-2026-1001 v3');
  });
});
