import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthEnd, monthStart } from '../calendar-date.ts';
import { sumOf } from '../grouping.ts';
import { seededRandom } from '../random.ts';
import { balance } from './balance.ts';
import {
  day,
  deal,
  designer,
  emptyFirm,
  entry,
  id,
  person,
  project,
  singleLogs,
  task,
} from './firm.fixture.ts';
import type { BalanceInput } from './input.ts';
import { figureRows, sumAmounts } from './load.ts';
import { coveredRange } from './mix.ts';
import { plannedWork, remainingMinutes } from './planned-work.ts';
import { randomFirm } from './random-firm.fixture.ts';
import { loadRows } from './rows.ts';

const someFirm = fc.nat().map((seed) => randomFirm(seed, { people: 5, projects: 6, months: 5 }));

/** The same firm with each array in another order. */
function shuffled(input: BalanceInput, seed: number): BalanceInput {
  const random = seededRandom(seed);
  const mixed = <T>(items: readonly T[]) =>
    items
      .map((item) => ({ item, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  return {
    ...input,
    teams: mixed(input.teams),
    roles: mixed(input.roles),
    people: mixed(input.people),
    rates: mixed(input.rates),
    projects: mixed(input.projects),
    tasks: mixed(input.tasks).map((one) => ({ ...one, assigneeIds: mixed(one.assigneeIds) })),
    logs: mixed(input.logs),
    deals: mixed(input.deals),
  };
}

describe('every figure opens to its rows (U19)', () => {
  test('a cell is the sum of the rows of its own filter', () => {
    fc.assert(
      fc.property(someFirm, (firm) => {
        const rows = loadRows(firm, firm);
        const { cells } = balance(firm);
        for (const { month, certainty, minutes, costMinor, billMinor, ...key } of cells) {
          const behind = figureRows(rows, {
            ...key,
            certainties: [certainty],
            from: monthStart(month),
            to: monthEnd(month),
          });
          expect(sumAmounts(behind)).toEqual({ minutes, costMinor, billMinor });
        }
        expect(sumAmounts(cells)).toEqual(sumAmounts(rows));
      }),
      { numRuns: 20 },
    );
  });

  test('load by person, role and team, the mix and the key figures are sums of rows', () => {
    fc.assert(
      fc.property(someFirm, (firm) => {
        const rows = loadRows(firm, coveredRange(firm));
        const found = balance(firm);
        const minutes = (filter: Parameters<typeof figureRows>[1]) =>
          sumAmounts(figureRows(rows, filter)).minutes;
        const bearers = [
          ...found.people.map((load) => ({ load, filter: { personId: load.personId } })),
          ...found.roles.map((load) => ({ load, filter: { roleId: load.roleId } })),
          ...found.teams.map((load) => ({ load, filter: { teamId: load.teamId } })),
        ];
        for (const { load, filter } of bearers) {
          const days = { from: monthStart(load.month), to: monthEnd(load.month) };
          expect(load.loggedMinutes).toBe(minutes({ ...filter, ...days, certainties: ['logged'] }));
          expect(load.plannedMinutes).toBe(
            minutes({ ...filter, ...days, certainties: ['planned'] }),
          );
        }
        for (const { from, to, clientMinutes, initiativeMinutes } of found.quarters) {
          const certainties = ['logged', 'planned'] as const;
          expect(clientMinutes).toBe(minutes({ from, to, certainties, kind: 'client' }));
          expect(initiativeMinutes).toBe(minutes({ from, to, certainties, kind: 'initiative' }));
        }
        for (const promise of found.initiatives) {
          const { projectId, from, to } = promise;
          expect(promise.givenMinutes).toBe(
            minutes({ projectId, from, to, certainties: ['logged'] }),
          );
        }
      }),
      { numRuns: 20 },
    );
  });
});

test('parts sum to the whole', () => {
  fc.assert(
    fc.property(someFirm, (firm) => {
      const planned = plannedWork(firm);
      for (const one of firm.tasks) {
        const shares = planned.filter((work) => work.taskId === one.id);
        if (shares.length === 0) continue;
        expect(sumOf(shares, (work) => work.minutes)).toBe(remainingMinutes(one));
      }
      const ever = loadRows(firm, { from: day('2000-01-01'), to: day('2060-12-31') });
      const ofTasks = figureRows(ever, { certainties: ['planned'] }).filter(
        ({ source }) => source === 'task',
      );
      expect(sumAmounts(ofTasks).minutes).toBe(sumOf(planned, (work) => work.minutes));
      for (const promise of balance(firm).initiatives) {
        const { promisedMinutes, givenMinutes, shortfallMinutes, culprits } = promise;
        expect(sumOf(promise.months, (month) => month.promisedMinutes)).toBe(promisedMinutes);
        expect(sumOf(promise.weeks, (week) => week.promisedMinutes)).toBe(promisedMinutes);
        expect(sumOf(promise.months, (month) => month.givenMinutes)).toBe(givenMinutes);
        expect(sumOf(culprits, (culprit) => culprit.minutes) + promise.unexplainedMinutes).toBe(
          shortfallMinutes,
        );
        expect(promise.unexplainedMinutes).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 20 },
  );
});

test('the order of the input does not matter', () => {
  fc.assert(
    fc.property(someFirm, fc.nat(), (firm, seed) => {
      expect(balance(shuffled(firm, seed))).toEqual(balance(firm));
    }),
    { numRuns: 20 },
  );
});

test('how entries are put together into logs does not matter, nor whether their ids are known', () => {
  fc.assert(
    fc.property(someFirm, (firm) => {
      const logs = singleLogs(firm.logs).map((log) => ({ ...log, entryIds: [] }));
      expect(balance({ ...firm, logs })).toEqual(balance(firm));
    }),
    { numRuns: 20 },
  );
});

test('entries outside the covered days change nothing', () => {
  const firm = randomFirm(7, { people: 3, projects: 3, months: 3 });
  const far = entry(firm.projects[0]?.id ?? '', '2011-01-03', { personId: id('person000000') });
  expect(balance({ ...firm, logs: [...firm.logs, far] })).toEqual(balance(firm));
});

test('an empty firm has empty figures, not errors', () => {
  const found = balance(emptyFirm);
  expect(found.cells).toEqual([]);
  expect(found.months.map((mix) => mix.verdict)).toEqual(['no-work', 'no-work', 'no-work']);
  expect(found.keyFigures).toMatchObject({ peopleOverCapacity: 0, initiativesShort: 0 });
});

test('what cannot be counted is named, not guessed', () => {
  const found = balance({
    ...emptyFirm,
    roles: [designer],
    people: [
      person('Gone', { leftOn: day('2026-11-20') }),
      person('Ada'),
      person('Cy', { roleId: null }),
    ],
    projects: [
      project('Site'),
      project('Idea', { isCommitted: false }),
      project('Academy', { kind: 'initiative', startOn: null, promisedWeeklyMinutes: 60 }),
    ],
    tasks: [
      task('Sketch', 'Site', { estimateMinutes: null }),
      task('Done sketch', 'Site', { estimateMinutes: null, isDone: true }),
      task('Draw', 'Site', { dueOn: null }),
      task('Cut', 'Site', { roleId: null }),
      task('Fine', 'Site'),
      task('Late', 'Site', { assigneeIds: [id('Gone')] }),
      task('Dream', 'Idea', { estimateMinutes: null }),
    ],
    deals: [deal('Bare', { demand: [] }), deal('Undated', { startOn: null }), deal('Good')],
  });
  expect(found.unknowns.map(({ code, name }) => [code, name])).toEqual([
    ['task-without-estimate', 'Sketch'],
    ['task-without-due-date', 'Draw'],
    ['task-without-role', 'Cut'],
    ['task-of-leaver', 'Late'],
    ['person-without-rate', 'Cy'],
    ['initiative-without-start', 'Academy'],
    ['deal-without-demand', 'Bare'],
    ['deal-without-dates', 'Undated'],
  ]);
  expect(sumAmounts(found.cells.filter((cell) => cell.certainty === 'planned')).minutes).toBe(1800);
});

test('only months that are not over make somebody over capacity', () => {
  const past = (today: string) =>
    balance({
      ...emptyFirm,
      today: day(today),
      roles: [designer],
      people: [person('Ada', { weeklyMinutes: 60 })],
      projects: [project('Site')],
      logs: [entry('Site', '2026-10-05', { minutes: 900 })],
    }).keyFigures.peopleOverCapacity;
  expect(past('2026-10-31')).toBe(1);
  expect(past('2026-11-01')).toBe(0);
});

test('24 people, two years and 30 projects are quick even on a busy machine (see bench:balance)', () => {
  const firm = randomFirm(1, { people: 24, projects: 30, months: 24 });
  balance(firm);
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    balance(firm);
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(500);
});
