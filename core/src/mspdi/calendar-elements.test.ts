import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate, dayNumber } from '../calendar-date.ts';
import type {
  CalendarException,
  DayHours,
  ExceptionRecurrence,
  WorkCalendar,
} from '../schedule/calendar-model.ts';
import { hoursOf } from '../schedule/day-hours.ts';
import { calendarElement } from './calendar-elements.ts';
import { calendarsOf } from './calendars.ts';
import { branch } from './element.ts';
import { read } from './file.fixture.ts';
import { writeMspdi } from './write.ts';

const first = dayNumber(calendarDate('2026-01-01'));
const hours = fc.constantFrom<DayHours>(
  [],
  [{ from: 480, to: 720 }],
  [{ from: 0, to: 1440 }],
  [
    { from: 0, to: 360 },
    { from: 1320, to: 1440 },
  ],
);
const weekday = fc.integer({ min: 1, max: 7 });
const ordinal = fc.integer({ min: 1, max: 5 });
const month = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: 1, max: 31 });
const every = fc.integer({ min: 1, max: 5 });

const recurrence = fc.option(
  fc.oneof<fc.Arbitrary<ExceptionRecurrence>[]>(
    fc.record({ kind: fc.constant('daily'), every }),
    fc.record({
      kind: fc.constant('weekly'),
      every,
      weekdays: fc.uniqueArray(weekday, { minLength: 1 }),
    }),
    fc.record({ kind: fc.constant('monthlyDay'), every, day }),
    fc.record({ kind: fc.constant('monthlyWeekday'), every, ordinal, weekday }),
    fc.record({ kind: fc.constant('yearlyDay'), month, day }),
    fc.record({ kind: fc.constant('yearlyWeekday'), month, ordinal, weekday }),
  ),
  { nil: undefined },
);
const period = fc
  .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 400 }))
  .map(([from, length]) => ({ from: first + from, to: first + from + length }));
const exception: fc.Arbitrary<CalendarException> = fc
  .tuple(period, hours, recurrence)
  .map(([own, worked, rule]) => ({ ...own, hours: worked, ...(rule ? { recurrence: rule } : {}) }));
const week = fc.array(fc.option(hours), { minLength: 7, maxLength: 7 });
const workWeek = fc.tuple(period, week).map(([own, days]) => ({ ...own, week: days }));

const calendars: fc.Arbitrary<readonly WorkCalendar[]> = fc
  .tuple(
    fc.array(hours, { minLength: 7, maxLength: 7 }),
    week,
    fc.array(exception, { maxLength: 4 }),
    fc.array(exception, { maxLength: 4 }),
    fc.array(workWeek, { maxLength: 3 }),
  )
  .map(([base, own, exceptions, others, workWeeks]) => [
    { id: '1', week: base, exceptions },
    { id: '2', baseId: '1', week: own, exceptions: others, workWeeks },
  ]);

/** Working hours day by day over three years. */
function working(list: readonly WorkCalendar[]): string[] {
  const byId = new Map(list.map((calendar) => [calendar.id, calendar]));
  return list.map((calendar) => {
    const of = hoursOf(calendar, byId);
    return JSON.stringify(Array.from({ length: 1100 }, (_, index) => of(first + index)));
  });
}

describe('U14 calendars on their way out and in again', () => {
  it('have the same working hours, whatever exceptions and work weeks they have', () => {
    fc.assert(
      fc.property(calendars, (list) => {
        const elements = list.map((calendar) => calendarElement(calendar, Number));
        const text = writeMspdi(branch('Project', [branch('Calendars', elements)]));
        expect(working(calendarsOf(read(text).calendars, '1'))).toEqual(working(list));
      }),
      { numRuns: 60 },
    );
  });
});
