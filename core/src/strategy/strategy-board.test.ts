import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarDate, dateOf } from '../calendar-date.ts';
import { projectStates } from '../projects/state.ts';
import { kpiStandings } from './kpi.ts';
import { planScopes, planStates } from './plan.ts';
import { byConcern, byFunnel, leadingPlan, upcomingReviews } from './strategy-board.ts';

const day = fc
  .tuple(fc.integer({ min: 2024, max: 2028 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]): CalendarDate => dateOf(year, month, 1));

describe('the strategy board (ST-36)', () => {
  test.each([
    [['company draft 2026', 'company approved 2025'], 'company approved 2025'],
    [['company approved 2025', 'company approved 2026'], 'company approved 2026'],
    [['team approved 2026', 'company draft 2024'], 'company draft 2024'],
    [['company closed 2026', 'person approved 2026'], undefined],
    [[], undefined],
  ])('of %j lets %s speak', (given, expected) => {
    const plans = given.map((name) => {
      const [scope, state, year] = name.split(' ');
      return {
        name,
        scope: planScopes.find((one) => one === scope) ?? 'team',
        state: planStates.find((one) => one === state) ?? 'closed',
        startsOn: dateOf(Number(year), 1, 1),
      };
    });
    expect(leadingPlan(plans)?.name).toBe(expected);
  });

  test('puts what is off its line before what is on it, and loses nothing', () => {
    const measured = fc.array(fc.record({ standing: fc.constantFrom(...kpiStandings) }));
    fc.assert(
      fc.property(measured, (rows) => {
        const sorted = byConcern(rows).map(({ standing }) => standing);
        expect(sorted.toSorted()).toEqual(rows.map(({ standing }) => standing).toSorted());
        const bad = sorted.lastIndexOf('off-track');
        expect(sorted.slice(0, bad + 1).every((one) => one === 'off-track')).toBe(true);
      }),
    );
  });

  test('names the next review first and none that never comes', () => {
    const reviewed = fc.array(fc.record({ reviewOn: fc.option(day, { nil: null }) }));
    fc.assert(
      fc.property(reviewed, (rows) => {
        const days = upcomingReviews(rows).map(({ reviewOn }) => reviewOn);
        expect(days).toEqual(days.toSorted());
        expect(days.length).toBe(rows.filter(({ reviewOn }) => reviewOn !== null).length);
      }),
    );
  });

  test('shows every initiative once, but for what was put away', () => {
    const work = fc.array(fc.record({ state: fc.constantFrom(...projectStates) }));
    fc.assert(
      fc.property(work, (rows) => {
        const kept = rows.filter(({ state }) => state !== 'shelved' && state !== 'rejected');
        const groups = byFunnel(rows);
        expect(groups.flatMap((group) => group.rows).length).toBe(kept.length);
        expect(groups.every((group) => group.rows.every((row) => row.state === group.state))).toBe(
          true,
        );
      }),
    );
  });
});
