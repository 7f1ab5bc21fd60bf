import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, monthEnd, monthStart } from '../calendar-date.ts';
import { sumOf } from '../grouping.ts';
import { balance, workSums } from './balance.ts';
import { monthMoney } from './cash.ts';
import {
  day,
  deal,
  designer,
  emptyFirm,
  entry,
  id,
  person,
  project,
  task,
} from './firm.fixture.ts';
import type { BalanceInput } from './input.ts';
import { sumAmounts } from './load.ts';
import { randomChanges } from './random-changes.fixture.ts';
import { randomFirm } from './random-firm.fixture.ts';
import { livePlan, scenarioFigures, scenarioRows } from './scenario.ts';
import { type ScenarioChange, withChanges } from './scenario-change.ts';

const size = { people: 5, projects: 6, months: 4 };
const runs = { numRuns: 25 };

/** A firm, some of the changes made up for it, and the plan as it is. */
function madeUp(seed: number, picks: readonly boolean[] = []) {
  const input = randomFirm(seed, size);
  const all = randomChanges(seed, input);
  return {
    input,
    changes: all.filter((_, place) => picks[place] ?? true),
    live: livePlan(input, []),
  };
}
/** Which way planned work goes; where nothing stands, it stays. */
const signsOf: Partial<Record<ScenarioChange['kind'], number[]>> = {
  'win-deal': [0, 1],
  'start-initiative': [0, 1],
  'stop-project': [0, -1],
};
const seedAndPicks = [fc.nat(), fc.array(fc.boolean(), { minLength: 11, maxLength: 11 })] as const;

describe('scenarios: laws', () => {
  test('a scenario without changes is the plan as it is', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { input, live } = madeUp(seed);
        const found = scenarioFigures(live, []);
        expect(found.balance).toEqual(balance(input));
        expect(found.initiativeHours).toEqual([]);
        expect(found.finishes.every((finish) => (finish.daysLater ?? 0) === 0)).toBe(true);
      }),
      runs,
    );
  });

  test('what is added up for the changed work alone is what adding up everything gives', () => {
    fc.assert(
      fc.property(...seedAndPicks, (seed, picks) => {
        const { input, changes, live } = madeUp(seed, picks);
        const changed = withChanges(structuredClone(input), changes);
        const found = scenarioFigures(live, changes);
        expect(found.balance).toEqual(balance(changed));
        expect(found.money).toEqual(monthMoney(changed, workSums(changed).sums));
      }),
      runs,
    );
  });

  test('laying changes over a plan leaves it as it was, so taking them off gives it back', () => {
    fc.assert(
      fc.property(...seedAndPicks, (seed, picks) => {
        const { input, changes, live } = madeUp(seed, picks);
        const copy = structuredClone(input);
        const before = structuredClone(scenarioFigures(live, []));
        scenarioFigures(live, changes);
        expect(input).toEqual(copy);
        expect(scenarioFigures(live, [])).toEqual(before);
      }),
      runs,
    );
  });

  test('changes about different things may come in any order', () => {
    fc.assert(
      fc.property(...seedAndPicks, (seed, picks) => {
        const { changes, live } = madeUp(seed, picks);
        expect(scenarioFigures(live, changes.toReversed())).toEqual(scenarioFigures(live, changes));
      }),
      runs,
    );
  });

  test('laying the same change over twice is laying it over once', () => {
    fc.assert(
      fc.property(...seedAndPicks, (seed, picks) => {
        const { changes, live } = madeUp(seed, picks);
        // But for a hire, which is another person's each time.
        const once = changes.filter((change) => change.kind !== 'hire');
        const twice = [...once, ...once];
        expect(scenarioFigures(live, twice)).toEqual(scenarioFigures(live, once));
      }),
      runs,
    );
  });

  test('starting and stopping, delaying and bringing back, take each other back', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { input: firm } = madeUp(seed);
        const [one] = firm.projects;
        if (!one) return;
        const { id: projectId, startOn, endOn } = one;
        // What is stopped gives up the hours that it had reserved for good.
        const kept = firm.allocations.filter((each) => each.projectId !== projectId);
        const input = { ...firm, allocations: kept };
        const live = livePlan(input, []);
        const tasks = input.tasks.filter((each) => each.projectId === projectId);
        const later = tasks.map((each) => ({ ...each, dueOn: addDays(input.today, 90) }));
        const pairs: ScenarioChange[] = [
          { kind: 'delay-project', projectId, startOn, endOn: input.today, replanned: later },
          { kind: 'delay-project', projectId, startOn, endOn, replanned: tasks },
          { kind: one.isCommitted ? 'stop-project' : 'start-initiative', projectId },
          { kind: one.isCommitted ? 'start-initiative' : 'stop-project', projectId },
        ];
        expect(scenarioFigures(live, pairs)).toEqual(scenarioFigures(live, []));
      }),
      runs,
    );
  });

  test('sums are conserved: a win adds its tasks, a stop takes away its own, moving people keeps all', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { input, changes } = madeUp(seed);
        // Far enough for all work that is planned.
        const wide = { ...input, from: day('2015-01-01'), to: day('2040-12-31') };
        const planned = (some: readonly ScenarioChange[]) =>
          sumOf(workSums(withChanges(wide, some)).planned, (item) => item.minutes);
        const before = planned([]);
        for (const change of changes) {
          const added = planned([change]) - before;
          expect(Math.sign(added) || 0, change.kind).toBeOneOf(signsOf[change.kind] ?? [0]);
          if (change.kind !== 'win-deal') continue;
          expect(added).toBe(sumOf(change.tasks, (one) => one.estimateMinutes ?? 0));
        }
      }),
      runs,
    );
  });

  test('the rows behind a figure sum to it', () => {
    fc.assert(
      fc.property(...seedAndPicks, (seed, picks) => {
        const { input, changes, live } = madeUp(seed, picks);
        const { months, teams } = scenarioFigures(live, changes).balance;
        const minutes = (rows: ReturnType<typeof scenarioRows>) => sumAmounts(rows).minutes;
        const certainties = ['logged', 'planned'] as const;
        for (const { month, clientMinutes, initiativeMinutes } of months) {
          const filter = { from: monthStart(month), to: monthEnd(month), certainties };
          const rows = scenarioRows(input, changes, filter);
          expect(minutes(rows)).toBe(clientMinutes + initiativeMinutes);
        }
        for (const { month, teamId, loggedMinutes, plannedMinutes } of teams.slice(0, 4)) {
          const filter = { from: monthStart(month), to: monthEnd(month), certainties, teamId };
          expect(minutes(scenarioRows(input, changes, filter))).toBe(
            loggedMinutes + plannedMinutes,
          );
        }
      }),
      { numRuns: 8 },
    );
  });
});

// One designer, 2,400 minutes a week; the academy alone would be done on 18 December.
const firm: BalanceInput = {
  ...emptyFirm,
  today: day('2026-11-16'),
  from: day('2026-11-01'),
  roles: [designer],
  people: [person('Ada')],
  projects: [project('Academy', { kind: 'initiative' }), project('Site')],
  tasks: [
    task('Teach', 'Academy', {
      startOn: day('2026-11-16'),
      dueOn: day('2026-12-18'),
      estimateMinutes: 6000,
    }),
  ],
  logs: [entry('Site', '2026-10-05', { minutes: 600 })],
  deals: [deal('Shop')],
};
const shop: ScenarioChange = {
  kind: 'win-deal',
  dealId: id('Shop'),
  project: project('zz Shop'),
  tasks: [
    task('zz Build', 'zz Shop', {
      startOn: day('2026-11-30'),
      dueOn: day('2027-01-15'),
      estimateMinutes: 16_800,
    }),
  ],
};
const goal = {
  id: id<'goal'>('Known for teaching'),
  name: 'Known for teaching',
  deadline: day('2026-12-31'),
  initiativeIds: [id<'project'>('Academy')],
};
const live = livePlan(firm, [goal]);

describe('scenarios: what they show', () => {
  test('a deal that starves an initiative: its hours, its day, the goal behind it', () => {
    const found = scenarioFigures(live, [shop]);
    const academy = found.finishes.find((finish) => finish.projectId === 'Academy');
    expect(academy).toMatchObject({ finishOn: '2027-01-27', daysLater: 40 });
    // Two weeks of 1,200 are left to it before the shop begins.
    expect(found.initiativeHours).toEqual([
      {
        projectId: 'Academy',
        by: '2026-12-18',
        beforeMinutes: 6000,
        afterMinutes: 2400,
        isStarved: true,
      },
    ]);
    expect(found.goalsAtRisk).toEqual([
      {
        goalId: goal.id,
        because: [{ projectId: 'Academy', reason: 'late', finishOn: '2027-01-27' }],
      },
    ]);
  });

  test('a hire gives the hours back', () => {
    const hire: ScenarioChange = { kind: 'hire', person: person('zz Ben'), rates: [] };
    const found = scenarioFigures(live, [shop, hire]);
    expect(found.finishes.find((one) => one.projectId === 'Academy')?.daysLater).toBe(0);
    expect(found.goalsAtRisk).toEqual([]);
  });

  test('a stopped initiative puts its goal at risk, as does one nobody is left to do', () => {
    const stop: ScenarioChange = { kind: 'stop-project', projectId: id('Academy') };
    const leave: ScenarioChange = {
      kind: 'leave',
      personId: id('Ada'),
      lastDay: day('2026-11-20'),
      replanned: [],
    };
    const reasons = (change: ScenarioChange) =>
      scenarioFigures(live, [change]).goalsAtRisk.flatMap(({ because }) =>
        because.map(({ reason }) => reason),
      );
    expect([reasons(stop), reasons(leave)]).toEqual([['stopped'], ['no-end']]);
  });

  test('margin is client value less the cost of client hours; cash comes a month later and pay goes out', () => {
    const { money } = scenarioFigures(live, [shop]);
    // November: one weekday of 480 minutes for the shop, 8 hours at 120.00 and 60.00; October's ten
    // hours come in, and 21 weekdays of 8 hours are paid.
    expect(money[0]).toEqual({
      month: '2026-11',
      valueMinor: 8 * 12_000,
      directCostMinor: 8 * 6000,
      marginMinor: 8 * 6000,
      cashInMinor: 10 * 12_000,
      cashOutMinor: 21 * 8 * 6000,
      cashMinor: 10 * 12_000 - 21 * 8 * 6000,
    });
    expect(money[1]?.cashInMinor).toBe(8 * 12_000);
  });

  test('a changed target judges the same share anew', () => {
    const change: ScenarioChange = {
      kind: 'change-target',
      shareBasisPoints: 3500,
      toleranceBasisPoints: 100,
    };
    const verdict = (changes: readonly ScenarioChange[]) =>
      scenarioFigures(live, changes).balance.quarters[1]?.verdict;
    expect([verdict([shop]), verdict([shop, change])]).toEqual([
      'too-strategic',
      'too-client-heavy',
    ]);
  });
});
