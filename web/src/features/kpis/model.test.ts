import type { KpiRow } from '@evenkeel/contract/kpis';
import { calendarDate } from '@evenkeel/core/calendar-date';
import type { GoalId, KpiId, StrategicPlanId } from '@evenkeel/core/id';
import { describe, expect, test } from 'vitest';
import {
  byPerspective,
  dueInWords,
  forecastInWords,
  kpiCurves,
  kpiInWords,
  paceInWords,
} from './model.ts';

const day = calendarDate;

// Ids of a test need only be different; a brand has no run-time part.
function kpi(more: Partial<KpiRow> = {}): KpiRow {
  return {
    id: 'kpi' as KpiId,
    number: 1001,
    version: 1,
    name: 'Clients',
    goal: { id: 'goal' as GoalId, name: 'Goal' },
    objective: null,
    plan: { id: 'plan' as StrategicPlanId, name: 'Plan' },
    perspective: 'customer',
    unit: 'clients',
    direction: 'up',
    frequency: 'monthly',
    baseline: 0,
    target: 100,
    startOn: null,
    deadline: null,
    lineStartsOn: day('2026-01-01'),
    lineEndsOn: day('2026-12-31'),
    interimTargets: [],
    owner: null,
    position: 1,
    latest: null,
    series: [1, 2, 3].map((month) => ({ on: day(`2026-0${month}-01`), value: month * 10 })),
    dueOn: null,
    pace: {
      progress: 3_000,
      neededNow: 16.4,
      neededProgress: 1_640,
      neededPerMonth: 7.012,
      standing: 'on-track',
    },
    ...more,
  };
}

describe('a KPI in words', () => {
  test('says its latest actual, its target and how it stands', () => {
    expect(kpiInWords(kpi())).toBe(
      'Clients: 30 clients on 1 Mar 2026, target 100 clients, on track',
    );
    expect(kpiInWords(kpi({ series: [] }))).toContain('no actual yet');
  });

  test('says where it should be and what each month needs, no more exactly than known', () => {
    expect(paceInWords(kpi())).toBe(
      'Should be at 16 clients today; needs 7 clients more each month.',
    );
    const { pace } = kpi();
    expect(paceInWords(kpi({ pace: { ...pace, neededNow: null } }))).toBeNull();
  });

  test('says when the forecast reaches the target, or how far it comes', () => {
    const reaching = kpi();
    expect(forecastInWords(reaching, kpiCurves(reaching))).toContain('reaches the target on');
    const short = kpi({ target: 1_000 });
    expect(forecastInWords(short, kpiCurves(short))).toMatch(/comes to 1[23]0 clients by 31 Dec/);
    const unmeasured = kpi({ series: [] });
    expect(forecastInWords(unmeasured, kpiCurves(unmeasured))).toBeNull();
  });

  test('says an actual is due from its day on', () => {
    expect(dueInWords(day('2026-10-31'), day('2026-10-31'))).toBe('Actual due since 31 Oct 2026');
    expect(dueInWords(day('2026-10-31'), day('2026-10-30'))).toBeNull();
  });
});

test('the scorecard has four perspectives, also those without a KPI', () => {
  const found = byPerspective([kpi()]);
  expect(found.map(({ perspective, rows }) => [perspective, rows.length])).toEqual([
    ['financial', 0],
    ['customer', 1],
    ['internal-process', 0],
    ['learning-and-growth', 0],
  ]);
});
