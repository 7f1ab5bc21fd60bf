import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  type CalendarDate,
  type CalendarMonth,
  calendarDate,
  dateFromDayNumber,
  dayNumber,
  daysBetween,
  daysInMonth,
  isCalendarDate,
  monthEnd,
  monthsBetween,
  weekday,
  weekdaysBetween,
  weekStart,
} from './calendar-date.ts';

/** Days from year 1 to 9999, told apart from our own arithmetic by the platform's. */
const days = fc.integer({ min: -719_162, max: 2_932_896 });

function platformDate(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

describe('a calendar date', () => {
  test('is a real day of the Gregorian calendar', () => {
    for (const text of ['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) {
      expect(isCalendarDate(text)).toBe(true);
    }
    for (const text of ['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '24-1-1', '']) {
      expect(isCalendarDate(text)).toBe(false);
    }
    expect(() => calendarDate('2023-02-30')).toThrow(RangeError);
    expect(daysInMonth(2100, 2)).toBe(28);
  });

  test('counts days as the platform does, both ways (Hinnant 2013)', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = dateFromDayNumber(day);
        expect(date).toBe(platformDate(day));
        expect(dayNumber(date)).toBe(day);
        expect(weekday(date)).toBe(new Date(day * 86_400_000).getUTCDay() || 7);
      }),
    );
  });

  test('moves by days and back, over leap days and year ends', () => {
    expect(addDays(calendarDate('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addDays(calendarDate('2025-01-01'), -1)).toBe('2024-12-31');
    expect(daysBetween(calendarDate('2024-01-01'), calendarDate('2025-01-01'))).toBe(366);
  });
});

describe('weekdays', () => {
  test('between two days are those one finds by looking at each', () => {
    const start = fc.integer({ min: -30_000, max: 30_000 });
    fc.assert(
      fc.property(start, fc.integer({ min: -3, max: 60 }), (day, length) => {
        let counted = 0;
        for (let each = day; each <= day + length; each += 1) {
          if (weekday(dateFromDayNumber(each)) <= 5) counted += 1;
        }
        const [from, to] = [dateFromDayNumber(day), dateFromDayNumber(day + length)];
        expect(weekdaysBetween(from, to)).toBe(counted);
      }),
    );
  });

  test('begin on the Monday of the week', () => {
    expect(weekStart(calendarDate('2026-11-23'))).toBe('2026-11-23');
    expect(weekStart(calendarDate('2026-11-29'))).toBe('2026-11-23');
  });
});

describe('months', () => {
  // Written out by hand.
  const month = (text: string) => text as CalendarMonth;

  test('are walked over year ends', () => {
    expect(addMonths(month('2026-11'), 3)).toBe('2027-02');
    expect(addMonths(month('2026-01'), -1)).toBe('2025-12');
    expect(monthEnd(month('2028-02'))).toBe('2028-02-29');
    const [from, to] = ['2026-11-30', '2027-02-01'] as CalendarDate[];
    expect(from && to ? monthsBetween(from, to) : []).toEqual([
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
    ]);
  });
});
