import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar-date.ts';
import { planTemplateKeys, planTemplates } from './plan-templates.ts';
import { nextReviewOn, reviewCadences } from './review-cadence.ts';
import { quotaPeriodOf, quotaPeriods, quotaStandings } from './tactic.ts';

const day = calendarDate;

describe('the next review of a plan (ST-24)', () => {
  const plan = {
    startsOn: day('2026-01-31'),
    endsOn: day('2027-12-31'),
    lastReviewedOn: null,
  };

  test.each([
    ['monthly', null, '2026-02-28'],
    ['quarterly', null, '2026-04-30'],
    ['half-yearly', '2026-05-10', '2026-11-10'],
    ['yearly', '2026-05-10', '2027-05-10'],
    ['yearly', '2027-05-10', null],
  ] as const)('%s after %s is %s', (cadence, last, next) => {
    const lastReviewedOn = last === null ? null : day(last);
    expect(nextReviewOn({ ...plan, cadence, lastReviewedOn })).toBe(next);
  });

  test('lies after the last and within the plan', () => {
    const days = fc.integer({ min: 0, max: 800 });
    fc.assert(
      fc.property(days, fc.constantFrom(...reviewCadences), (after, cadence) => {
        const lastReviewedOn = addDays(plan.startsOn, after);
        const next = nextReviewOn({ ...plan, cadence, lastReviewedOn });
        if (next === null) return;
        expect(next > lastReviewedOn && next <= plan.endsOn).toBe(true);
      }),
    );
  });
});

describe('a tactic with a quota (ST-31)', () => {
  test.each([
    ['daily', '2026-11-25', '2026-11-25'],
    ['weekly', '2026-11-23', '2026-11-29'],
    ['monthly', '2026-11-01', '2026-11-30'],
    ['quarterly', '2026-10-01', '2026-12-31'],
  ] as const)('%s has the period that people mean', (period, from, to) => {
    expect(quotaPeriodOf(period, day('2026-11-25'))).toEqual({ from, to });
  });

  test('counts each person within the period, and in the one before', () => {
    const counts = [
      { personId: 'ada', on: day('2026-11-23'), count: 2 },
      { personId: 'ada', on: day('2026-11-25'), count: 1 },
      { personId: 'ada', on: day('2026-11-22'), count: 5 },
      { personId: 'grace', on: day('2026-11-24'), count: 1 },
      { personId: 'somebody else', on: day('2026-11-24'), count: 9 },
    ];
    const tactic = { quota: 3, period: 'weekly', personIds: ['ada', 'grace'], counts } as const;
    expect(quotaStandings(tactic, day('2026-11-25'))).toEqual([
      { personId: 'ada', done: 3, doneBefore: 5, quota: 3, isMet: true },
      { personId: 'grace', done: 1, doneBefore: 0, quota: 3, isMet: false },
    ]);
  });

  test('has periods that follow each other without a gap', () => {
    const days = fc.integer({ min: -1_000, max: 1_000 });
    fc.assert(
      fc.property(days, fc.constantFrom(...quotaPeriods), (after, period) => {
        const { from, to } = quotaPeriodOf(period, addDays(day('2026-01-01'), after));
        expect(quotaPeriodOf(period, addDays(to, 1)).from).toBe(addDays(to, 1));
        expect(quotaPeriodOf(period, addDays(from, -1)).to).toBe(addDays(from, -1));
      }),
    );
  });
});

test('each starting model is whole: its tactics serve a goal that it has (ST-26, ST-28)', () => {
  for (const key of planTemplateKeys) {
    const template = planTemplates[key];
    expect(template.goals.length).toBeGreaterThan(0);
    for (const plan of template.tacticalPlans) expect(template.goals[plan.goal]).toBeDefined();
  }
});
