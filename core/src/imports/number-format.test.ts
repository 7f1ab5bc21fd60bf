import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestRevenueMinor } from '../money.ts';
import { minorDigits, toMinor } from './amount.ts';
import {
  currencyOf,
  type DecimalMark,
  decimalMarks,
  inferDecimalMark,
  parseNumber,
  wholeNumber,
} from './number-format.ts';

describe('parseNumber', () => {
  it.each([
    ['1054', 'point', 1054n, 0],
    ['1,054.50', 'point', 105450n, 2],
    ['1.054,50', 'comma', 105450n, 2],
    ['1 054,50', 'comma', 105450n, 2],
    ["1'054.50", 'point', 105450n, 2],
    ['12,34,567', 'point', 1234567n, 0],
    ['€ 1.054,50', 'comma', 105450n, 2],
    ['1054 EUR', 'point', 1054n, 0],
    ['USD 12', 'point', 12n, 0],
    ['$-12.5', 'point', -125n, 1],
    ['-$12.5', 'point', -125n, 1],
    ['(12.50)', 'point', -1250n, 2],
    ['12.50-', 'point', -1250n, 2],
    ['.5', 'point', 5n, 1],
    ['0', 'comma', 0n, 0],
  ] as const)('reads %s with the decimal %s', (text, mark, digits, fraction) => {
    expect(parseNumber(text, mark)).toEqual({ digits, fraction });
  });

  it.each([
    ['', 'point'],
    ['abc', 'point'],
    ['1,05', 'point'],
    ['1.2.3', 'point'],
    ['1,2,3', 'comma'],
    ['-12-', 'point'],
    ['12abc', 'point'],
    ['2016-10-20', 'point'],
    ['1e9', 'point'],
  ] as const)('does not read %s with the decimal %s', (text, mark) => {
    expect(parseNumber(text, mark)).toBeNull();
  });

  it('reads back every amount, however it is written', () => {
    const minors = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
    const marks = fc.constantFrom(...decimalMarks);
    fc.assert(
      fc.property(minors, marks, fc.boolean(), (minor, mark, isGrouped) => {
        const value = parseNumber(written(minor, mark, isGrouped), mark);
        const unit = { currency: 'EUR', scale: 1, most: largestRevenueMinor } as const;
        expect(value && toMinor(value, unit)).toEqual({
          minor: Number(minor),
          isRounded: false,
        });
      }),
    );
  });
});

describe('inferDecimalMark', () => {
  it.each([
    [['1054', '550'], { state: 'indifferent' }],
    [['1,054', '1.5'], { state: 'certain', mark: 'point', evidence: '1.5' }],
    [['1.054,50'], { state: 'certain', mark: 'comma', evidence: '1.054,50' }],
    [['1.234.567'], { state: 'certain', mark: 'comma', evidence: '1.234.567' }],
    [['12', '1.234'], { state: 'ambiguous', example: '1.234' }],
    [['1.5', '1,5'], { state: 'ambiguous', example: '1,5' }],
    [['', 'none'], { state: 'none' }],
  ])('finds %j to be %j', (cells, expected) => {
    expect(inferDecimalMark(cells)).toEqual(expected);
  });
});

describe('toMinor', () => {
  it('scales millions without drift', () => {
    const value = parseNumber('1100.04', 'point');
    expect(value && toMinor(value, { currency: 'USD', scale: 1_000_000 })).toEqual({
      minor: 110_004_000_000,
      isRounded: false,
    });
  });

  it('rounds half away from zero and says so', () => {
    const cents = (text: string) => {
      const value = parseNumber(text, 'point');
      return value && toMinor(value, { currency: 'EUR', scale: 1 });
    };
    expect(cents('0.005')).toEqual({ minor: 1, isRounded: true });
    expect(cents('-0.005')).toEqual({ minor: -1, isRounded: true });
    expect(cents('0.0049')).toEqual({ minor: 0, isRounded: true });
  });

  it('knows currencies without cents and with thousandths', () => {
    expect([minorDigits('JPY'), minorDigits('EUR'), minorDigits('KWD')]).toEqual([0, 2, 3]);
    expect(toMinor({ digits: 15n, fraction: 1 }, { currency: 'JPY', scale: 1000 })).toEqual({
      minor: 1500,
      isRounded: false,
    });
  });

  it('refuses what does not fit', () => {
    expect(toMinor({ digits: 10n ** 17n, fraction: 0 }, { currency: 'EUR', scale: 1 })).toBeNull();
    const eleven = { digits: 11n * 10n ** 9n, fraction: 0 };
    expect(toMinor(eleven, { currency: 'EUR', scale: 1 })).toBeNull();
    // The revenue of a company is never summed and may be larger.
    const revenue = { currency: 'EUR', scale: 1, most: largestRevenueMinor } as const;
    expect(toMinor(eleven, revenue)?.minor).toBe(1_100_000_000_000);
  });
});

describe('wholeNumber', () => {
  it('takes 12.0 but not 12.5', () => {
    expect(wholeNumber({ digits: 120n, fraction: 1 })).toBe(12);
    expect(wholeNumber({ digits: 125n, fraction: 1 })).toBeNull();
  });
});

describe('currencyOf', () => {
  it.each([
    ['€12', 'EUR'],
    ['12 CHF', 'CHF'],
    ['USD 5', 'USD'],
    ['$5', null],
    ['12', null],
    ['TBD', null],
  ])('finds in %s the currency %s', (text, currency) => {
    expect(currencyOf(text)).toBe(currency);
  });
});

function written(minor: bigint, mark: DecimalMark, isGrouped: boolean): string {
  const digits = String(minor < 0n ? -minor : minor).padStart(3, '0');
  const [decimal, thousands] = mark === 'point' ? ['.', ','] : [',', '.'];
  const whole = digits.slice(0, -2);
  const grouped = isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, thousands ?? '') : whole;
  return `${minor < 0n ? '-' : ''}${grouped}${decimal}${digits.slice(-2)}`;
}
