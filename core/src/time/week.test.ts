import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate, dateFromDayNumber, weekday } from '../calendar-date.ts';
import { dayRefusal, isBillableByDefault } from './entry.ts';
import { weekDays, weekTotals } from './week.ts';

const person = { joinedOn: calendarDate('2020-01-01'), leftOn: null };

describe('a week', () => {
  test('begins on Monday and holds its day, for any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (number) => {
        const day = dateFromDayNumber(number);
        const days = weekDays(day);
        expect(days).toContain(day);
        expect(days.map(weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      }),
    );
  });

  test('sums days and kinds against capacity, and leaves out what lies beside it', () => {
    const totals = weekTotals(
      calendarDate('2026-11-25'),
      [480, 480, 240, 480, 480, 0, 0],
      [
        { on: calendarDate('2026-11-23'), minutes: 300, kind: 'client', isBillable: true },
        { on: calendarDate('2026-11-23'), minutes: 60, kind: 'client', isBillable: false },
        { on: calendarDate('2026-11-29'), minutes: 90, kind: 'initiative', isBillable: false },
        { on: calendarDate('2026-11-30'), minutes: 999, kind: 'client', isBillable: true },
      ],
    );
    expect(totals).toMatchObject({
      minutes: 450,
      capacityMinutes: 2_160,
      clientMinutes: 360,
      initiativeMinutes: 90,
      billableMinutes: 300,
    });
    expect(totals.days.map(({ minutes }) => minutes)).toEqual([360, 0, 0, 0, 0, 0, 90]);
    expect(totals.days.map((day) => day.capacityMinutes)).toEqual([480, 480, 240, 480, 480, 0, 0]);
  });
});

describe('a time entry', () => {
  test('is billable on a client project and not on an initiative, unless said otherwise', () => {
    expect(isBillableByDefault('client')).toBe(true);
    expect(isBillableByDefault('initiative')).toBe(false);
  });

  test.each([
    ['2026-11-23', null],
    ['2026-11-24', 'future'],
    ['2019-12-31', 'before-joining'],
  ] as const)('on %s is refused because of: %s', (on, refusal) => {
    const today = calendarDate('2026-11-23');
    expect(dayRefusal(calendarDate(on), { today, ...person })).toBe(refusal);
  });

  test('is refused after the day of leaving, not on it', () => {
    const facts = {
      ...person,
      today: calendarDate('2026-11-23'),
      leftOn: calendarDate('2026-11-20'),
    };
    expect(dayRefusal(calendarDate('2026-11-20'), facts)).toBeNull();
    expect(dayRefusal(calendarDate('2026-11-21'), facts)).toBe('after-leaving');
  });
});
