import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balance } from './balance.ts';
import { day, deal, designer, emptyFirm, id, person, project, task } from './firm.fixture.ts';
import type { BalanceInput } from './input.ts';
import { preview } from './preview.ts';
import { randomFirm } from './random-firm.fixture.ts';
import { type Addition, withAddition } from './scenario-change.ts';

// One designer, 2,400 minutes a week; the initiative alone would be done on 18 December.
const firm: BalanceInput = {
  ...emptyFirm,
  today: day('2026-11-16'),
  roles: [designer],
  people: [person('Ada')],
  projects: [project('Academy', { kind: 'initiative' })],
  tasks: [
    task('Teach', 'Academy', {
      startOn: day('2026-11-16'),
      dueOn: day('2026-12-18'),
      estimateMinutes: 6000,
    }),
  ],
  deals: [deal('Shop'), deal('Other')],
};
const shop: Addition = {
  project: project('zz Shop'),
  tasks: [
    task('zz Build', 'zz Shop', {
      startOn: day('2026-11-30'),
      dueOn: day('2027-01-15'),
      estimateMinutes: 16_800,
    }),
  ],
  dealId: id('Shop'),
};

describe('the preview of a win (B13)', () => {
  const found = preview(firm, shop);

  test('shows load, client value and strategic share before and after', () => {
    // 35 weekdays of 480 minutes: 1 in November, 23 in December, 11 in January.
    const december = found.months.find((change) => change.month === '2026-12');
    expect(december?.before).toMatchObject({ minutes: 14 * 240, billMinor: 0 });
    expect(december?.after).toMatchObject({
      minutes: 14 * 240 + 23 * 480,
      billMinor: 23 * 480 * 200,
    });
    const next = (which: 'before' | 'after') => found[which].quarters[2]?.shareByMinutes;
    expect([next('before'), next('after')]).toEqual([null, 0]);
    // 6,000 / (6,000 + 24 × 480).
    const current = (which: 'before' | 'after') => found[which].quarters[1]?.shareByMinutes;
    expect([current('before'), current('after')]).toEqual([10_000, 3425]);
  });

  test('tells how many weeks later initiatives finish', () => {
    // From 30 November to 15 January the shop takes all 2,400 minutes of each week.
    expect(found.finishes).toEqual([
      {
        projectId: 'Academy',
        before: {
          projectId: 'Academy',
          remainingMinutes: 6000,
          finishWeek: '2026-12-14',
          finishOn: '2026-12-18',
          reason: null,
        },
        after: {
          projectId: 'Academy',
          remainingMinutes: 6000,
          finishWeek: '2027-01-25',
          finishOn: '2027-01-27',
          reason: null,
        },
        weeksLater: 6,
      },
      {
        projectId: 'zz Shop',
        before: null,
        after: {
          projectId: 'zz Shop',
          remainingMinutes: 16_800,
          finishWeek: '2027-01-11',
          finishOn: '2027-01-15',
          reason: null,
        },
        weeksLater: null,
      },
    ]);
  });

  test('names the initiative that it starves, with the hours it loses by the day it would have been done', () => {
    // Two weeks are left to it before the shop begins.
    expect(found.initiativeHours).toEqual([
      {
        projectId: 'Academy',
        by: '2026-12-18',
        beforeMinutes: 6000,
        afterMinutes: 2400,
        isStarved: true,
      },
    ]);
  });

  test('shows the role that is then over capacity', () => {
    const over = (which: 'before' | 'after') =>
      found[which].roles.filter((load) => load.excessMinutes > 0).map((load) => load.month);
    expect([over('before'), over('after')]).toEqual([[], ['2026-12']]);
    expect(found.roles.map((change) => change.after.month)).toEqual(['2026-11', '2026-12']);
    expect(found.teams.map((change) => change.after.teamId)).toEqual([null, null]);
  });

  test('takes the deal out of the tentative work', () => {
    const tentative = (which: 'before' | 'after') =>
      found[which].cells
        .filter((cell) => cell.certainty === 'tentative')
        .map((cell) => cell.minutes);
    expect([tentative('before'), tentative('after')]).toEqual([[4800], [2400]]);
  });

  test('starting a proposed initiative is previewed the same way', () => {
    const proposed = project('Idea', { kind: 'initiative', isCommitted: false });
    const ideas = {
      ...firm,
      projects: [...firm.projects, proposed],
      tasks: [...firm.tasks, task('Think', 'Idea')],
    };
    const started = preview(ideas, {
      project: { ...proposed, isCommitted: true },
      tasks: ideas.tasks.filter((one) => one.projectId === 'Idea'),
      dealId: null,
    });
    expect(started.before.keyFigures.initiativeCount).toBe(1);
    expect(started.after.keyFigures.initiativeCount).toBe(2);
  });
});

test('preview then apply: every number identical, and the input untouched', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const before = randomFirm(seed, { people: 4, projects: 5, months: 4 });
      const copy = structuredClone(before);
      const found = preview(before, shop);
      expect(before).toEqual(copy);
      expect(found.before).toEqual(balance(before));
      expect(found.after).toEqual(balance(withAddition(copy, shop)));
    }),
    { numRuns: 20 },
  );
});
