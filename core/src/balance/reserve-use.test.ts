import { describe, expect, test } from 'vitest';
import { type CalendarMonth, dayNumber, weekday } from '../calendar-date.ts';
import { capacityOn, type PersonCapacity, type Term } from '../capacity/person-capacity.ts';
import { day, id } from './firm.fixture.ts';
import { type ClientWork, reserveUses } from './reserve-use.ts';
import type { RingFence, RingFenceScope } from './ring-fence.ts';

const december = '2026-12' as CalendarMonth;
const workdays = 23;
const week = [480, 480, 480, 480, 480, 0, 0];

function term(validFrom: string, facts: Partial<Term> = {}): Term {
  const from = dayNumber(day(validFrom));
  return { validFrom: from, weekMinutes: week, roleId: null, teamId: null, ...facts };
}

function person(name: string, terms: readonly Term[]): PersonCapacity {
  const joinedOn = dayNumber(day('2020-01-01'));
  return { personId: id(name), terms, joinedOn, leftOn: null, holidays: [], leaves: [] };
}

const ada = person('Ada', [
  term('2020-01-01', { teamId: id('North'), roleId: id('Consultant') }),
  term('2026-12-16', { teamId: id('South'), roleId: id('Consultant') }),
]);
const ben = person('Ben', [term('2020-01-01', { teamId: id('South'), roleId: id('Designer') })]);

const fence = (name: string, scope: RingFenceScope): RingFence => ({
  id: id(name),
  scope,
  toMonth: null,
  terms: [{ fromMonth: december, amount: { by: 'share', basisPoints: 2000 }, moneyMinor: 0 }],
});
const fences = [
  fence('firm', { kind: 'firm' }),
  fence('north', { kind: 'team', teamId: id('North') }),
  fence('south', { kind: 'team', teamId: id('South') }),
  fence('designers', { kind: 'role', roleId: id('Designer') }),
  fence('ben', { kind: 'person', personId: id('Ben') }),
];

function work(facts: Partial<ClientWork>): ClientWork {
  return {
    personId: null,
    roleId: null,
    startOn: day('2026-12-14'),
    endOn: day('2026-12-18'),
    minutesOn: (on) => (capacityOn(ben, on) > 0 ? 60 : 0),
    ...facts,
  };
}

function uses(list: readonly ClientWork[]) {
  const found = reserveUses(fences, [december], { people: [ada, ben], work: list });
  return Object.fromEntries(
    found.map((use) => [use.policyId, [use.capacityMinutes, use.clientMinutes]]),
  );
}

describe('the month of a ring-fence (B03, BA-04)', () => {
  test('has the capacity of its people, by team and role on the day', () => {
    expect(weekday(day('2026-12-16'))).toBe(3);
    expect(uses([])).toEqual({
      firm: [2 * workdays * 480, 0],
      north: [11 * 480, 0],
      south: [(12 + workdays) * 480, 0],
      designers: [workdays * 480, 0],
      ben: [workdays * 480, 0],
    });
  });

  test('has the client work of its people, and placeholders by their role', () => {
    const found = uses([
      work({ personId: id('Ada') }),
      work({ personId: id('Ben') }),
      work({ roleId: id('Designer') }),
      work({ startOn: day('2026-11-01'), endOn: day('2026-11-30') }),
    ]);
    const minutes = Object.fromEntries(
      Object.entries(found).map(([name, [, used]]) => [name, used]),
    );
    expect(minutes).toEqual({ firm: 900, north: 120, south: 480, designers: 600, ben: 300 });
  });
});
