import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate, dateFromDayNumber, dayNumber } from '../calendar-date.ts';
import type { PersonId, RoleId } from '../id.ts';
import type { DatedRate } from './input.ts';
import { rateBook, rateChanges, rateOn } from './rates.ts';

// Ids are opaque to the rules.
const [mara, ole] = ['mara', 'ole'] as unknown as [PersonId, PersonId];
const [consultant, designer] = ['consultant', 'designer'] as unknown as [RoleId, RoleId];
const people = [
  { id: mara, capacity: { terms: [{ validFrom: 0, roleId: consultant }] } },
  { id: ole, capacity: { terms: [{ validFrom: 0, roleId: null }] } },
];
const roles = [
  { id: consultant, costPerHourMinor: 5_000, billPerHourMinor: 10_000 },
  { id: designer, costPerHourMinor: 4_000, billPerHourMinor: 8_000 },
];

function rate(
  of: { personId: PersonId } | { roleId: RoleId },
  from: string,
  costPerHourMinor: number,
): DatedRate {
  const validFrom = calendarDate(from);
  return { ...of, validFrom, costPerHourMinor, billPerHourMinor: costPerHourMinor * 2 };
}

const rates = [
  rate({ roleId: consultant }, '2026-01-01', 5_500),
  rate({ roleId: consultant }, '2026-07-01', 6_000),
  rate({ personId: mara }, '2026-04-01', 7_000),
];

describe('the rate on a day (U17)', () => {
  test.each([
    ['2025-12-31', 5_000],
    ['2026-01-01', 5_500],
    ['2026-03-31', 5_500],
    ['2026-04-01', 7_000],
    ['2026-08-01', 7_000],
  ])('on %s is %i: own before role, the latest that has begun', (day, cost) => {
    const book = rateBook({ people, roles, rates });
    const found = rateOn(book, { personId: mara, roleId: designer }, calendarDate(day));
    expect(found?.costPerHourMinor).toBe(cost);
  });

  test('of somebody without a role is that of the work, and null without either', () => {
    const book = rateBook({ people, roles, rates });
    const day = calendarDate('2026-08-01');
    expect(rateOn(book, { personId: ole, roleId: consultant }, day)?.costPerHourMinor).toBe(6_000);
    expect(rateOn(book, { personId: ole, roleId: null }, day)).toBeNull();
  });

  test('changes on the days of own rates, and of the role’s only before the first own', () => {
    const book = rateBook({ people, roles, rates });
    const year = { from: calendarDate('2025-06-01'), to: calendarDate('2026-12-31') };
    expect(rateChanges(book, { personId: mara, roleId: null }, year)).toEqual([
      '2026-01-01',
      '2026-04-01',
    ]);
    expect(rateChanges(book, { personId: null, roleId: consultant }, year)).toEqual([
      '2026-01-01',
      '2026-07-01',
    ]);
  });

  test('follows the role that a person has on each day', () => {
    const terms = [
      { validFrom: dayNumber(calendarDate('2026-06-01')), roleId: consultant },
      { validFrom: 0, roleId: designer },
    ];
    const book = rateBook({ people: [{ id: ole, capacity: { terms } }], roles, rates });
    const costOn = (day: string) =>
      rateOn(book, { personId: ole, roleId: null }, calendarDate(day))?.costPerHourMinor;
    expect([costOn('2026-05-31'), costOn('2026-06-01')]).toEqual([4_000, 5_500]);
    const year = { from: calendarDate('2026-02-01'), to: calendarDate('2026-12-31') };
    // The consultants' rate of January was never hers.
    expect(rateChanges(book, { personId: ole, roleId: null }, year)).toEqual([
      '2026-06-01',
      '2026-07-01',
    ]);
  });

  test('stays what it was on every day before a rate that is added', () => {
    const days = fc.integer({ min: 19_000, max: 22_000 }).map(dateFromDayNumber);
    const anyRate = fc
      .tuple(fc.constantFrom({ personId: mara }, { roleId: consultant }), days, fc.nat(20_000))
      .map(([of, from, cost]) => rate(of, from, cost));
    fc.assert(
      fc.property(fc.array(anyRate, { maxLength: 6 }), anyRate, fc.nat(900), (old, added, back) => {
        const who = { personId: mara, roleId: null };
        const before = addDays(added.validFrom, -1 - back);
        const day = (all: readonly DatedRate[]) =>
          rateOn(rateBook({ people, roles, rates: all }), who, before);
        expect(day([...old, added])).toEqual(day(old));
      }),
    );
  });
});
