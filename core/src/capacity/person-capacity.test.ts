import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate, dayNumber } from '../calendar-date.ts';
import { sumOf } from '../grouping.ts';
import type { PersonId, RoleId } from '../id.ts';
import { capacityParts, capacityReasons } from './breakdown.ts';
import {
  capacityBetween,
  capacityOn,
  type PersonCapacity,
  type Term,
  termOn,
  termsBetween,
  weekdayPlace,
} from './person-capacity.ts';

const day = (text: string) => dayNumber(calendarDate(text));
const fullWeek = [480, 480, 480, 480, 480, 0, 0];

function person(facts: Partial<PersonCapacity> = {}): PersonCapacity {
  return {
    // Any text will do for an id here.
    personId: 'Ada' as PersonId,
    terms: [{ validFrom: day('2020-01-01'), weekMinutes: fullWeek, roleId: null, teamId: null }],
    joinedOn: day('2020-01-01'),
    leftOn: null,
    holidays: [],
    leaves: [],
    ...facts,
  };
}

const christmas = { name: 'Christmas', from: day('2026-12-25'), to: day('2026-12-26') };

describe('the capacity of a person (PM-13, U14)', () => {
  const december = ['2026-12-01', '2026-12-31'] as const;
  test.each([
    ['a full month', {}, december, 23 * 480],
    ['a weekend', {}, ['2026-12-05', '2026-12-06'], 0],
    ['days in the wrong order', {}, ['2026-12-31', '2026-12-01'], 0],
    ['the month of joining', { joinedOn: day('2026-12-30') }, december, 2 * 480],
    ['the month of leaving', { leftOn: day('2026-12-02') }, december, 2 * 480],
    ['after leaving', { leftOn: day('2026-11-30') }, december, 0],
    ['a holiday', { holidays: [{ ...christmas, mostMinutes: 0 }] }, december, 22 * 480],
    ['a short day', { holidays: [{ ...christmas, mostMinutes: 200 }] }, december, 22 * 480 + 200],
    ['a week of leave', leave('2026-12-07', '2026-12-13', false), december, 18 * 480],
    ['half days', leave('2026-12-07', '2026-12-08', true), december, 22 * 480],
  ] as const)('of %s', (_, facts, [from, to], minutes) => {
    expect(capacityBetween(person(facts), day(from), day(to))).toBe(minutes);
  });

  test('two half days of leave make a whole one', () => {
    const half = { from: day('2026-12-01'), to: day('2026-12-01'), isHalf: true };
    expect(capacityOn(person({ leaves: [half, half] }), half.from)).toBe(0);
  });

  test('follows the terms of each day; the earliest hold before their day too', () => {
    const role = 'Designer' as RoleId;
    const partTime: Term = {
      validFrom: day('2026-12-16'),
      weekMinutes: [480, 480, 0, 0, 0, 0, 0],
      roleId: role,
      teamId: null,
    };
    const ada = person({ terms: [partTime, ...person().terms], joinedOn: day('2019-01-01') });
    expect(capacityOn(ada, day('2026-12-09'))).toBe(480);
    expect(capacityOn(ada, day('2026-12-16'))).toBe(0);
    expect(capacityOn(ada, day('2019-01-01'))).toBe(480);
    expect(termOn(ada, day('2026-12-15')).roleId).toBe(null);
    expect(termOn(ada, day('2026-12-16')).roleId).toBe(role);
  });
});

const origin = day('2026-01-01');
const anyDay = fc.integer({ min: origin, max: origin + 400 });
const anyDays = fc.tuple(anyDay, fc.nat(40)).map(([from, length]) => ({ from, to: from + length }));
const anyTerm = fc.record({
  validFrom: anyDay,
  weekMinutes: fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 7, maxLength: 7 }),
  roleId: fc.constant(null),
  teamId: fc.constant(null),
});
const anyHoliday = fc
  .tuple(anyDays, fc.constantFrom(0, 0, 240))
  .map(([days, mostMinutes]) => ({ ...days, name: 'Holiday', mostMinutes }));
const anyLeave = fc.tuple(anyDays, fc.boolean()).map(([days, isHalf]) => ({ ...days, isHalf }));
const anyPerson = fc.record({
  personId: fc.constant('Ada' as PersonId),
  terms: fc.uniqueArray(anyTerm, {
    minLength: 1,
    maxLength: 4,
    selector: (term) => term.validFrom,
  }),
  joinedOn: anyDay,
  leftOn: fc.option(anyDay),
  holidays: fc.array(anyHoliday, { maxLength: 6 }),
  leaves: fc.array(anyLeave, { maxLength: 6 }),
});

const runs = { numRuns: 200 };

describe('properties of capacity', () => {
  test('what lies between two days is the sum of its days, each from 0 to the hours of the week', () => {
    fc.assert(
      fc.property(anyPerson, anyDays, (who, { from, to }) => {
        let sum = 0;
        for (let one = from; one <= to; one += 1) {
          const minutes = capacityOn(who, one);
          expect(minutes).toBeGreaterThanOrEqual(0);
          expect(minutes).toBeLessThanOrEqual(termOn(who, one).weekMinutes[weekdayPlace(one)] ?? 0);
          sum += minutes;
        }
        expect(capacityBetween(who, from, to)).toBe(sum);
      }),
      runs,
    );
  });

  test('agrees with the plain reading of the definition, day by day', () => {
    fc.assert(
      fc.property(anyPerson, anyDay, (who, on) => {
        expect(capacityOn(who, on)).toBe(byDefinition(who, on));
      }),
      runs,
    );
  });

  test('a capacity is the sum of the rows behind it, and its parts agree with them', () => {
    fc.assert(
      fc.property(anyPerson, anyDays, (who, days) => {
        const parts = capacityParts(who, days);
        const rows = capacityReasons(who, days);
        const of = (kind: string) =>
          sumOf(rows, (row) => (row.kind === kind ? Math.abs(row.minutes) : 0));
        expect(sumOf(rows, (row) => row.minutes)).toBe(capacityBetween(who, days.from, days.to));
        expect(parts).toEqual({
          weekMinutes: of('terms'),
          holidayMinutes: of('holiday'),
          leaveMinutes: of('leave'),
          capacityMinutes: capacityBetween(who, days.from, days.to),
        });
      }),
      runs,
    );
  });

  test('the terms of some days follow each other, each day under those that hold on it', () => {
    fc.assert(
      fc.property(anyPerson, anyDays, (who, { from, to }) => {
        const pieces = termsBetween(who, from, to);
        const days = pieces.flatMap((piece) =>
          Array.from({ length: piece.to - piece.from + 1 }, (_, place) => ({
            day: piece.from + place,
            term: piece.term,
          })),
        );
        expect(days.map((one) => one.day)).toEqual(
          Array.from({ length: to - from + 1 }, (_, place) => from + place),
        );
        for (const one of days) expect(one.term).toBe(termOn(who, one.day));
      }),
      runs,
    );
  });

  test('more leave and more holidays never add a minute, whatever the order of the lists', () => {
    fc.assert(
      fc.property(anyPerson, anyLeave, anyHoliday, anyDay, (who, leave, holiday, on) => {
        const more = {
          ...who,
          terms: who.terms.toReversed(),
          leaves: [leave, ...who.leaves.toReversed()],
          holidays: [holiday, ...who.holidays.toReversed()],
        };
        expect(capacityOn(more, on)).toBeLessThanOrEqual(capacityOn(who, on));
      }),
      runs,
    );
  });

  test('new terms never touch the days before them', () => {
    fc.assert(
      fc.property(anyPerson, anyTerm, fc.integer({ min: 1, max: 300 }), (who, term, back) => {
        const first = Math.min(...who.terms.map(({ validFrom }) => validFrom));
        const validFrom = Math.max(term.validFrom, first + 1);
        const changed = { ...who, terms: [...who.terms, { ...term, validFrom }] };
        const on = validFrom - back;
        expect(capacityOn(changed, on)).toBe(capacityOn(who, on));
        expect(capacityBetween(changed, on - 100, validFrom - 1)).toBe(
          capacityBetween(who, on - 100, validFrom - 1),
        );
      }),
      runs,
    );
  });
});

function leave(from: string, to: string, isHalf: boolean): Partial<PersonCapacity> {
  return { leaves: [{ from: day(from), to: day(to), isHalf }] };
}

function byDefinition(who: PersonCapacity, on: number): number {
  if (on < who.joinedOn || (who.leftOn !== null && on > who.leftOn)) return 0;
  const sorted = who.terms.toSorted((a, b) => a.validFrom - b.validFrom);
  const term = sorted.findLast((one) => one.validFrom <= on) ?? sorted[0];
  let minutes = term?.weekMinutes[weekdayPlace(on)] ?? 0;
  for (const { from, to, mostMinutes } of who.holidays)
    if (from <= on && on <= to) minutes = Math.min(minutes, mostMinutes);
  const off = who.leaves.filter(({ from, to }) => from <= on && on <= to);
  const halves = off.reduce((sum, { isHalf }) => sum + (isHalf ? 1 : 2), 0);
  return halves === 0 ? minutes : halves === 1 ? Math.floor(minutes / 2) : 0;
}
