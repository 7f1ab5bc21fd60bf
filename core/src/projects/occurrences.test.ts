import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  daysBetween,
  daysInMonth,
  isWeekdayDate,
  weekday,
  weekStart,
} from '../calendar-date.ts';
import { nextOccurrences, occurrencesOf } from './occurrences.ts';
import { nextAfterDone, type Recurrence, type RecurrenceRule, weeksOfMonth } from './recurrence.ts';

const start = calendarDate('2026-01-01');
const days = (rule: RecurrenceRule, more: Partial<Recurrence> = {}, quantity = 6) =>
  nextOccurrences({ rule, startsOn: start, until: null, count: null, ...more }, null, quantity);

describe('a recurrence (U20)', () => {
  test.each<[string, RecurrenceRule, string[]]>([
    [
      'every working day',
      { frequency: 'daily', interval: 1, weekdaysOnly: true },
      ['2026-01-01', '2026-01-02', '2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08'],
    ],
    [
      'every other week on Monday and Thursday',
      { frequency: 'weekly', interval: 2, weekdays: [1, 4] },
      ['2026-01-01', '2026-01-12', '2026-01-15', '2026-01-26', '2026-01-29', '2026-02-09'],
    ],
    [
      'on the 31st, else the last day of the month',
      { frequency: 'monthly', interval: 1, monthDay: 31 },
      ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'],
    ],
    [
      'on the last Friday of every third month',
      { frequency: 'monthly-weekday', interval: 3, weekday: 5, week: -1 },
      ['2026-01-30', '2026-04-24', '2026-07-31', '2026-10-30', '2027-01-29', '2027-04-30'],
    ],
  ])('%s', (_words, rule, expected) => {
    expect(days(rule)).toEqual(expected);
  });

  test('ends after a day, or after so many times, counted from its first', () => {
    const rule = { frequency: 'daily', interval: 1, weekdaysOnly: false } as const;
    expect(days(rule, { until: calendarDate('2026-01-03') })).toHaveLength(3);
    expect(days(rule, { count: 2 })).toEqual(['2026-01-01', '2026-01-02']);
    const recurrence = { rule, startsOn: start, until: null, count: 3 };
    const after = calendarDate('2026-01-02');
    expect(occurrencesOf(recurrence, { after, upTo: addDays(start, 99) })).toEqual(['2026-01-03']);
  });

  test('names the days that a walk from day to day finds, over two years and their leap days', () => {
    fc.assert(
      fc.property(anyRule, fc.nat(800), (rule, offset) => {
        const startsOn = addDays(calendarDate('2027-06-01'), offset);
        const upTo = addDays(startsOn, 730);
        const recurrence = { rule, startsOn, until: null, count: null };
        const found = occurrencesOf(recurrence, { after: null, upTo });
        const walked: CalendarDate[] = [];
        for (let day = startsOn; day <= upTo; day = addDays(day, 1)) {
          if (isNamed(rule, startsOn, day)) walked.push(day);
        }
        expect(found).toEqual(walked);
      }),
      { numRuns: 120 },
    );
  });

  test('counted from the day it was done comes an interval later', () => {
    const done = calendarDate('2026-01-31');
    expect(nextAfterDone({ frequency: 'daily', interval: 3, weekdaysOnly: false }, done)).toBe(
      '2026-02-03',
    );
    expect(nextAfterDone({ frequency: 'daily', interval: 1, weekdaysOnly: true }, done)).toBe(
      '2026-02-02',
    );
    expect(nextAfterDone({ frequency: 'weekly', interval: 2, weekdays: [1] }, done)).toBe(
      '2026-02-14',
    );
    expect(nextAfterDone({ frequency: 'monthly', interval: 1, monthDay: 31 }, done)).toBe(
      '2026-02-28',
    );
    expect(nextAfterDone({ frequency: 'monthly', interval: 13, monthDay: 31 }, done)).toBe(
      '2027-02-28',
    );
  });
});

const interval = fc.integer({ min: 1, max: 4 });
const anyRule: fc.Arbitrary<RecurrenceRule> = fc.oneof(
  fc.record({ frequency: fc.constant('daily' as const), interval, weekdaysOnly: fc.boolean() }),
  fc.record({
    frequency: fc.constant('weekly' as const),
    interval,
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  }),
  fc.record({
    frequency: fc.constant('monthly' as const),
    interval,
    monthDay: fc.integer({ min: 1, max: 31 }),
  }),
  fc.record({
    frequency: fc.constant('monthly-weekday' as const),
    interval,
    weekday: fc.integer({ min: 1, max: 7 }),
    week: fc.constantFrom(...weeksOfMonth),
  }),
);

/** Whether a rule names a day, asked of the day alone: written apart from the library. */
function isNamed(rule: RecurrenceRule, startsOn: CalendarDate, day: CalendarDate): boolean {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const [startYear = 0, startMonth = 0] = startsOn.split('-').map(Number);
  const months = (year - startYear) * 12 + month - startMonth;
  const last = daysInMonth(year, month);
  switch (rule.frequency) {
    case 'daily':
      return (
        daysBetween(startsOn, day) % rule.interval === 0 &&
        (!rule.weekdaysOnly || isWeekdayDate(day))
      );
    case 'weekly': {
      const weeks = daysBetween(weekStart(startsOn), weekStart(day)) / 7;
      return weeks % rule.interval === 0 && rule.weekdays.includes(weekday(day));
    }
    case 'monthly':
      return months % rule.interval === 0 && dayOfMonth === Math.min(rule.monthDay, last);
    case 'monthly-weekday': {
      const isLast = dayOfMonth > last - 7;
      const isWeek = rule.week === -1 ? isLast : Math.ceil(dayOfMonth / 7) === rule.week;
      return months % rule.interval === 0 && weekday(day) === rule.weekday && isWeek;
    }
  }
}
