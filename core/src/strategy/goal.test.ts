import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import { goalGaps, goalPace } from './goal.ts';
import { type KpiPace, kpiStandings } from './kpi.ts';

function pace(progress: number | null, standing: KpiPace['standing']): KpiPace {
  return { progress, standing, neededProgress: 5_000, neededNow: null, neededPerMonth: null };
}

describe('a goal moves when its KPIs move (U25)', () => {
  test.each([
    ['none', [], null, 'unknown'],
    ['one, which speaks for itself', [pace(-1_200, 'off-track')], -1_200, 'off-track'],
    ['one beyond its target', [pace(13_000, 'reached')], 13_000, 'reached'],
    ['one never measured', [pace(null, 'unknown')], null, 'unknown'],
    [
      'one beyond its target and one behind, which is not hidden',
      [pace(30_000, 'reached'), pace(2_000, 'at-risk')],
      6_000,
      'at-risk',
    ],
    [
      'one never measured, which says nothing',
      [pace(4_000, 'on-track'), pace(null, 'unknown')],
      4_000,
      'on-track',
    ],
    ['all reached', [pace(10_000, 'reached'), pace(11_000, 'reached')], 10_000, 'reached'],
  ] as const)('with %s', (_words, kpis, progress, standing) => {
    expect(goalPace(kpis)).toMatchObject({ progress, standing });
  });

  test('and lies between the least and the most of them', () => {
    const kpi = fc.record({
      progress: fc.integer({ min: 0, max: 10_000 }),
      standing: fc.constantFrom(...kpiStandings),
    });
    fc.assert(
      fc.property(fc.array(kpi, { minLength: 1, maxLength: 6 }), (given) => {
        const { progress } = goalPace(given.map((one) => pace(one.progress, one.standing)));
        const all = given.map((one) => one.progress);
        expect(progress).toBeGreaterThanOrEqual(Math.min(...all));
        expect(progress).toBeLessThanOrEqual(Math.max(...all));
      }),
    );
  });
});

describe('a complete goal (ST-16, ST-17)', () => {
  const complete = {
    kpis: [{ baseline: 0, target: 5 }],
    deadline: calendarDate('2026-12-31'),
    ownerId: 'ada',
    statedBy: 'grace',
  };

  test('lacks nothing, and a baseline of zero is a baseline', () => {
    expect(goalGaps(complete)).toEqual([]);
  });

  test.each([
    ['kpis', { kpis: [] }],
    ['kpis', { kpis: [{ baseline: null, target: 5 }] }],
    ['deadline', { deadline: null }],
    ['ownerId', { ownerId: null }],
    ['statedBy', { statedBy: null }],
  ])('names %s when it is missing', (field, change) => {
    expect(goalGaps({ ...complete, ...change }).map((gap) => gap.field)).toEqual([field]);
  });
});
