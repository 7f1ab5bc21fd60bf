import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  deal,
  designer,
  emptyFirm,
  entry,
  id,
  person,
  project,
  task,
} from '../balance/firm.fixture.ts';
import type { BalanceInput } from '../balance/input.ts';
import { plannedWork } from '../balance/planned-work.ts';
import { randomFirm } from '../balance/random-firm.fixture.ts';
import { sliceOfSpread } from '../balance/spread.ts';
import { addDays, calendarDate, dayNumber } from '../calendar-date.ts';
import { sumOf } from '../grouping.ts';
import { randomInteger, seededRandom } from '../random.ts';
import type { Capacities } from './allocated.ts';
import { allocationOf, fullTime, placeholderOf } from './allocation.fixture.ts';
import { type Allocation, allocatedOn } from './allocation.ts';
import { type DemandRow, demand } from './demand.ts';
import { capacityOn } from './person-capacity.ts';

/** Everybody works forty hours a week, as designers. */
function capacitiesOf(people: readonly { readonly id: string }[]): Capacities {
  const week = [480, 480, 480, 480, 480, 0, 0];
  const terms = [{ validFrom: 0, weekMinutes: week, roleId: designer.id, teamId: null }];
  return {
    firm: fullTime,
    people: new Map(
      people.map((one) => [
        id<'person'>(one.id),
        { personId: id(one.id), terms, joinedOn: 0, leftOn: null, holidays: [], leaves: [] },
      ]),
    ),
  };
}

function demandOf(balance: BalanceInput, allocations: readonly Allocation[]): DemandRow[] {
  const range = { from: balance.from, to: balance.to };
  return demand({ balance, allocations, capacities: capacitiesOf(balance.people), range });
}

const december = { startOn: calendarDate('2026-12-01'), endOn: calendarDate('2026-12-31') };
const inDecember = {
  startOn: december.startOn,
  dueOn: december.endOn,
  assigneeIds: [id<'person'>('Ada')],
};
const firm: BalanceInput = { ...emptyFirm, people: [person('Ada')], projects: [project('Site')] };
/** 23 working days of four hours. */
const ada = allocationOf({ ...december, projectId: id('Site'), personId: id('Ada') });
const open = placeholderOf({ ...december, projectId: id('Site'), id: id('a2') });

describe('demand', () => {
  test('commits somebody to the greater of what is allocated and what tasks ask, never the sum', () => {
    const rows = (estimateMinutes: number) =>
      demandOf({ ...firm, tasks: [task('Draw', 'Site', { ...inDecember, estimateMinutes })] }, [
        ada,
      ]);
    expect(rows(1000)).toMatchObject([
      { month: '2026-12', confirmedMinutes: 5520, estimatedMinutes: 1000, committedMinutes: 5520 },
    ]);
    expect(rows(9000)).toMatchObject([{ confirmedMinutes: 5520, committedMinutes: 9000 }]);
  });

  test('meets tasks of nobody by spare hours of the role, and placeholders by work beyond allocations', () => {
    const nobody = task('Draw', 'Site', { ...inDecember, assigneeIds: [], estimateMinutes: 6000 });
    const committed = (rows: DemandRow[]) =>
      rows.map(({ personId, committedMinutes }) => [personId, committedMinutes]);
    expect(committed(demandOf({ ...firm, tasks: [nobody] }, [ada]))).toEqual([
      ['Ada', 5520],
      [null, 480],
    ]);
    const hers = task('Draw', 'Site', { ...inDecember, estimateMinutes: 2000 });
    expect(committed(demandOf({ ...firm, tasks: [hers] }, [open]))).toEqual([
      [null, 3520],
      ['Ada', 2000],
    ]);
  });

  test('shows tentative allocations and open deals apart, and logged time of past months', () => {
    const rows = demandOf(
      {
        ...firm,
        deals: [deal('Shop')],
        logs: [entry('Site', '2026-10-05')],
        tentativeMeasure: 'weighted',
      },
      [{ ...ada, certainty: 'tentative' }],
    );
    expect(rows).toMatchObject([
      { month: '2026-12', tentativeMinutes: 5520, confirmedMinutes: 0, committedMinutes: 0 },
      { month: '2026-10', loggedMinutes: 60 },
      { dealId: 'Shop', roleId: 'designer', tentativeMinutes: 1200, committedMinutes: 0 },
    ]);
  });

  test('sums to what allocations, tasks, entries and deals sum to by themselves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
        const balance = randomFirm(seed, { people: 5, projects: 5, months: 4 });
        const allocations = randomAllocations(balance, seed);
        const rows = demandOf(balance, allocations);
        const total = (field: 'confirmedMinutes' | 'estimatedMinutes' | 'loggedMinutes') =>
          sumOf(rows, (row) => row[field]);
        expect(total('confirmedMinutes')).toBe(confirmedDayByDay(balance, allocations));
        const planned = plannedWork(balance);
        expect(total('estimatedMinutes')).toBe(
          sumOf(planned, (work) => sliceOfSpread(work, balance.from, balance.to)),
        );
        expect(total('loggedMinutes')).toBe(loggedWithin(balance));
      }),
      { numRuns: 25 },
    );
  });

  test('commits each person by the maximum, and each role between the maximum and the sum of maxima', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
        const balance = randomFirm(seed, { people: 4, projects: 3, months: 3 });
        // From the first day on, so that all that is allocated lies ahead.
        const ahead = { ...balance, today: balance.from };
        for (const row of demandOf(ahead, randomAllocations(ahead, seed))) {
          if (row.dealId !== null) continue;
          const most = Math.max(row.confirmedMinutes, row.estimatedMinutes);
          const least = Math.min(row.confirmedMinutes, row.estimatedMinutes);
          if (row.personId !== null) expect(row.committedMinutes).toBe(most);
          expect(row.committedMinutes).toBeLessThanOrEqual(most);
          expect(row.committedMinutes).toBeGreaterThanOrEqual(least);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('of a deal in full is what it sells, and weighted that times the chance, rounded for each role', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 0, max: 6000 }),
        (chance, minutes) => {
          const shop = deal('Shop', {
            probabilityBasisPoints: chance,
            demand: [{ roleId: designer.id, minutes }],
          });
          const sum = (tentativeMeasure: 'weighted' | 'full') =>
            sumOf(
              demandOf({ ...emptyFirm, deals: [shop], tentativeMeasure }, []),
              (row) => row.tentativeMinutes,
            );
          expect(sum('full')).toBe(minutes);
          expect(sum('weighted')).toBe(Math.round((minutes * chance) / 10_000));
        },
      ),
      { numRuns: 50 },
    );
  });
});

/** Allocations of people and placeholders on the firm's projects, before, within and after its months. */
function randomAllocations(balance: BalanceInput, seed: number): Allocation[] {
  const random = seededRandom(seed + 1);
  const whole = (low: number, high: number) => randomInteger(random, low, high);
  return Array.from({ length: 15 }, (_, index) => {
    const startOn = addDays(balance.from, whole(-20, 100));
    const who = balance.people[whole(0, balance.people.length)];
    const of = balance.projects[whole(0, balance.projects.length - 1)];
    return placeholderOf({
      id: id(`a${index}`),
      projectId: of?.id ?? id('none'),
      personId: who?.id ?? null,
      startOn,
      endOn: addDays(startOn, whole(0, 40)),
      effort:
        whole(0, 1) === 0
          ? { by: 'day', minutesPerDay: whole(30, 480) }
          : { by: 'share', basisPoints: whole(500, 10_000) },
      certainty: whole(0, 2) === 0 ? 'tentative' : 'confirmed',
    });
  });
}

/** Confirmed minutes added up the long way: each day of each allocation. */
function confirmedDayByDay(balance: BalanceInput, allocations: readonly Allocation[]): number {
  const { people, firm: open } = capacitiesOf(balance.people);
  const confirmed = allocations.filter(({ certainty }) => certainty === 'confirmed');
  const capacity = ({ personId }: Allocation, on: number) => {
    const who = personId && people.get(personId);
    return who ? capacityOn(who, on) : open(on);
  };
  let minutes = 0;
  for (let on = dayNumber(balance.from); on <= dayNumber(balance.to); on += 1)
    for (const one of confirmed) minutes += allocatedOn(one, () => capacity(one, on), on);
  return minutes;
}

function loggedWithin({ logs, from, to }: BalanceInput): number {
  const isWithin = (on: number) => on >= dayNumber(from) && on <= dayNumber(to);
  return sumOf(logs, (log) =>
    sumOf(log.minutes.keys(), (place) =>
      isWithin(log.days[place] ?? 0) ? (log.minutes[place] ?? 0) : 0,
    ),
  );
}
