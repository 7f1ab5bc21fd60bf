import { describe, expect, test } from 'vitest';
import { day, designer, emptyFirm, entry, id, person, project, task } from './firm.fixture.ts';
import type { BalanceInput, TimeLog } from './input.ts';
import { initiativePromises, promisedThrough } from './starvation.ts';

const academy = project('Academy', {
  kind: 'initiative',
  promisedWeeklyMinutes: 600,
  startOn: day('2026-11-02'),
});

function promises(logs: TimeLog[], more: Partial<BalanceInput> = {}) {
  const firm: BalanceInput = {
    ...emptyFirm,
    today: day('2026-11-15'),
    roles: [designer],
    people: [person('Ada', { teamId: id('north') }), person('Ben')],
    projects: [academy, project('Site'), project('Shop')],
    tasks: [task('Teach', 'Academy', { assigneeIds: [id('Ada')] })],
    logs,
    ...more,
  };
  return initiativePromises(firm);
}

test('a promise accrues a fifth a weekday', () => {
  expect(promisedThrough(601, day('2026-11-02'), day('2026-11-02'))).toBe(120);
  expect(promisedThrough(601, day('2026-11-02'), day('2026-11-08'))).toBe(601);
});

describe('promised against given (B06)', () => {
  test('compares by week and month, up to today', () => {
    const [found] = promises([
      entry('Academy', '2026-11-03', { minutes: 300 }),
      entry('Academy', '2026-11-10', { minutes: 450 }),
      entry('Academy', '2026-11-16', { minutes: 999 }),
    ]);
    expect(found).toMatchObject({
      from: '2026-11-02',
      to: '2026-11-15',
      promisedMinutes: 1200,
      givenMinutes: 750,
      shortfallMinutes: 450,
      isShort: true,
      unexplainedMinutes: 450,
      culprits: [],
    });
    expect(found?.weeks).toEqual([
      { week: '2026-11-02', promisedMinutes: 600, givenMinutes: 300 },
      { week: '2026-11-09', promisedMinutes: 600, givenMinutes: 450 },
    ]);
    expect(found?.months).toEqual([{ month: '2026-11', promisedMinutes: 1200, givenMinutes: 750 }]);
  });

  test('names the client projects that took the hours of the same people', () => {
    const [found] = promises([
      entry('Academy', '2026-11-03', { minutes: 300 }),
      entry('Site', '2026-11-04', { minutes: 100 }),
      entry('Site', '2026-11-12', { minutes: 900 }),
      entry('Shop', '2026-11-13', { minutes: 300 }),
      // Ben does not work on the initiative, so his client work is no reason.
      entry('Shop', '2026-11-05', { minutes: 900, personId: id('Ben') }),
    ]);
    // First week lacks 300 of which Site explains 100; the second lacks 600, split 900 : 300.
    expect(found?.shortfallMinutes).toBe(900);
    expect(found?.culprits).toEqual([
      { projectId: 'Site', minutes: 550 },
      { projectId: 'Shop', minutes: 150 },
    ]);
    expect(found?.unexplainedMinutes).toBe(200);
  });

  test('a week with more makes up for one with less', () => {
    const [found] = promises([
      entry('Academy', '2026-11-03', { minutes: 900 }),
      entry('Academy', '2026-11-10', { minutes: 200 }),
      entry('Site', '2026-11-11', { minutes: 480 }),
    ]);
    expect(found).toMatchObject({ shortfallMinutes: 100, isShort: false, unexplainedMinutes: 0 });
    expect(found?.culprits).toEqual([{ projectId: 'Site', minutes: 100 }]);
  });

  test('a kept promise has no culprit', () => {
    const [found] = promises([
      entry('Academy', '2026-11-03', { minutes: 1200 }),
      entry('Site', '2026-11-10', { minutes: 480 }),
    ]);
    expect(found).toMatchObject({
      shortfallMinutes: 0,
      isShort: false,
      culprits: [],
      unexplainedMinutes: 0,
    });
  });

  test('asks the team when nobody is named', () => {
    const [found] = promises([entry('Site', '2026-11-04', { minutes: 480 })], {
      tasks: [],
      projects: [{ ...academy, teamId: id('north') }, project('Site')],
    });
    expect(found?.culprits).toEqual([{ projectId: 'Site', minutes: 480 }]);
  });

  test.each([
    ['without a promise', { promisedWeeklyMinutes: 0 }],
    ['without a start', { startOn: null }],
    ['not committed', { isCommitted: false }],
    ['that has not begun', { startOn: day('2026-12-01') }],
    ['that ended before the view', { startOn: day('2026-01-01'), endOn: day('2026-09-30') }],
  ])('leaves out an initiative %s', (_, facts) => {
    expect(promises([], { projects: [{ ...academy, ...facts }] })).toEqual([]);
  });
});
