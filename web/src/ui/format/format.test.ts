import { calendarDate, monthOf } from '@evenkeel/core/calendar-date';
import { instant } from '@evenkeel/core/instant';
import { money } from '@evenkeel/core/money';
import { describe, expect, test } from 'vitest';
import { formatBytes } from './bytes.ts';
import {
  formatDate,
  formatMonthShort,
  formatRelativeDate,
  formatTimeAgo,
  formatWeekdayShort,
} from './date.ts';
import { formatEffort, parseEffort } from './effort.ts';
import { formatCompactMoney, formatMoney, parseMoney } from './money.ts';
import { formatCount, formatPercent } from './number.ts';
import { parseDate } from './parse-date.ts';
import { parseDecimal } from './parse-decimal.ts';

const today = calendarDate('2026-11-23');

describe('effort', () => {
  test.each([
    ['1:30', 90],
    ['1.5', 90],
    ['1,5', 90],
    ['90m', 90],
    ['90 min', 90],
    ['1h30', 90],
    ['1 h 30 m', 90],
    ['2h', 120],
    [':45', 45],
    ['0', 0],
    ['.5', 30],
    ['0.33', 20],
  ])('reads "%s" as %i minutes', (text, minutes) => {
    expect(parseEffort(text)).toBe(minutes);
  });

  test.each(['', 'abc', '1:75', '-1', '1:2:3', '1h75x', 'h'])('refuses "%s"', (text) => {
    expect(parseEffort(text)).toBeUndefined();
  });

  test.each([
    [90, '1:30 h'],
    [720, '12 h'],
    [5, '0:05 h'],
    [-90, '−1:30 h'],
    [0, '0 h'],
    [60_030, '1,000:30 h'],
  ])('shows %i minutes as "%s"', (minutes, text) => {
    expect(formatEffort(minutes, 'en-GB')).toBe(text);
  });
});

describe('money', () => {
  test('whole amounts lose their decimals, others keep two', () => {
    expect(formatMoney(money(1_000_000, 'EUR'), 'en-GB')).toBe('€10,000');
    expect(formatMoney(money(1_000_050, 'EUR'), 'en-GB')).toBe('€10,000.50');
    expect(formatMoney(money(1500, 'JPY'), 'en-GB')).toBe('¥1,500');
  });

  test('sums of a board are short', () => {
    expect(formatCompactMoney(money(54_530_000_00, 'EUR'), 'en-US')).toBe('€54.5M');
    expect(formatCompactMoney(money(780_000_00, 'EUR'), 'en-US')).toBe('€780K');
  });

  test.each([
    ['1,234.50', 123_450],
    ['1.234,50', 123_450],
    ['€ 12k', 1_200_000],
    ['-3', -300],
    ['1.234', 123_400],
    ['0.5', 50],
    ['0,125', 13],
  ])('reads "%s" as %i cents', (text, minor) => {
    expect(parseMoney(text, 'EUR')).toEqual({ minor, currency: 'EUR' });
  });

  test('refuses what is no number', () => {
    expect(parseMoney('twelve', 'EUR')).toBeUndefined();
    expect(parseDecimal('1.2.3')).toBeUndefined();
    expect(parseDecimal('1,2,3.4,5')).toBeUndefined();
    expect(parseDecimal('')).toBeUndefined();
  });
});

describe('dates', () => {
  test.each([
    ['2026-11-01', 'en-GB', '2026-11-01'],
    ['1.11.2026', 'en-US', '2026-11-01'],
    ['1/11/2026', 'en-GB', '2026-11-01'],
    ['11/1/2026', 'en-US', '2026-11-01'],
    ['1 Nov', 'en-GB', '2026-11-01'],
    ['Nov 1, 2027', 'en-US', '2027-11-01'],
    ['3 march 2027', 'en-GB', '2027-03-03'],
    ['1.2.27', 'de-DE', '2027-02-01'],
    ['today', 'en-GB', '2026-11-23'],
    ['tomorrow', 'en-GB', '2026-11-24'],
    ['+30', 'en-GB', '2026-12-23'],
    ['-23', 'en-GB', '2026-10-31'],
  ])('reads "%s" in %s as %s', (text, locale, date) => {
    expect(parseDate(text, today, locale)).toBe(date);
  });

  test.each(['', '31/02/2026', '99', 'soon', '1/13/2026', 'may'])('refuses "%s"', (text) => {
    expect(parseDate(text, today, 'en-GB')).toBeUndefined();
  });

  test('names a weekday, also after a month was named', () => {
    expect(formatMonthShort(monthOf(today), 'en-GB')).toBe('Nov');
    expect(formatWeekdayShort(today, 'en-GB')).toBe('Mon');
  });

  test('are shown in the order of the locale', () => {
    expect(formatDate(calendarDate('2026-11-01'), 'en-GB')).toBe('1 Nov 2026');
    expect(formatDate(calendarDate('2026-11-01'), 'en-US')).toBe('Nov 1, 2026');
  });

  test('say how far they are', () => {
    expect(formatRelativeDate(calendarDate('2026-11-24'), today, 'en-GB')).toBe('tomorrow');
    expect(formatRelativeDate(calendarDate('2026-11-20'), today, 'en-GB')).toBe('3 days ago');
    expect(formatRelativeDate(calendarDate('2027-02-23'), today, 'en-GB')).toBe('in 3 months');
    expect(
      formatTimeAgo(instant('2026-11-23T09:00:00.000Z'), instant('2026-11-23T09:05:00.000Z'), 'en'),
    ).toBe('5 minutes ago');
  });
});

describe('numbers', () => {
  test('basis points are shown as percent', () => {
    expect(formatPercent(2250, 'en-GB')).toBe('22.5%');
    expect(formatPercent(10_000, 'en-GB')).toBe('100%');
  });

  test('a count carries its noun', () => {
    const deal = { one: 'deal', many: 'deals' };
    expect(formatCount(1, deal, 'en-GB')).toBe('1 deal');
    expect(formatCount(8800, deal, 'en-GB')).toBe('8,800 deals');
  });
});

test('the size of a file is told in the unit that people use for it', () => {
  expect(formatBytes(0, 'en-GB')).toBe('0 bytes');
  expect(formatBytes(999, 'en-GB')).toBe('999 bytes');
  expect(formatBytes(1_234, 'en-GB')).toBe('1.2 kB');
  expect(formatBytes(340_000, 'en-GB')).toBe('340 kB');
  expect(formatBytes(209_715_200, 'en-GB')).toBe('210 MB');
});
