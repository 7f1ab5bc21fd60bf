import { describe, expect, test } from 'vitest';
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
import { figureRows, sumAmounts } from './load.ts';
import { loadRows } from './rows.ts';

const wholeYear = { from: day('2026-01-01'), to: day('2026-12-31') };
const rowsOf = (input: Partial<BalanceInput>) =>
  loadRows(
    { ...emptyFirm, roles: [designer], people: [person('Ada'), person('Ben')], ...input },
    wholeYear,
  );

describe('time entries', () => {
  test('count at cost rate, and at bill rate when billable client work', () => {
    const rows = rowsOf({
      projects: [project('Site'), project('Academy', { kind: 'initiative' })],
      logs: [
        entry('Site', '2026-10-05', { minutes: 90 }),
        entry('Site', '2026-10-06', { minutes: 30, isBillable: false }),
        entry('Academy', '2026-10-07', { minutes: 60 }),
      ],
    });
    expect(
      rows.map(({ kind, minutes, costMinor, billMinor }) => [kind, minutes, costMinor, billMinor]),
    ).toEqual([
      ['client', 90, 9000, 18_000],
      ['client', 30, 3000, 0],
      ['initiative', 60, 6000, 0],
    ]);
  });

  test('take the person’s own rate from its day on, the role’s before (U17)', () => {
    const rows = rowsOf({
      projects: [project('Site')],
      rates: [
        {
          personId: id('Ada'),
          validFrom: day('2026-10-06'),
          costPerHourMinor: 100,
          billPerHourMinor: 200,
        },
        {
          personId: id('Ada'),
          validFrom: day('2026-10-08'),
          costPerHourMinor: 300,
          billPerHourMinor: 400,
        },
      ],
      logs: ['2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08'].map((on) => entry('Site', on)),
    });
    expect(rows.map((row) => row.costMinor)).toEqual([6000, 100, 100, 300]);
    expect(rows.map((row) => row.billMinor)).toEqual([12_000, 200, 200, 400]);
  });
});

describe('planned work', () => {
  test('is the estimate less what is logged, shared equally, laid over weekdays from today', () => {
    // Wednesday 18 November to Tuesday 24 November: five weekdays.
    const rows = rowsOf({
      projects: [project('Site')],
      tasks: [
        task('Draw', 'Site', {
          startOn: day('2026-11-02'),
          estimateMinutes: 700,
          loggedMinutes: 99,
          assigneeIds: [id('Ben'), id('Ada')],
        }),
      ],
    });
    expect(rows.map((row) => [row.personId, row.from, row.to, row.minutes])).toEqual([
      ['Ada', '2026-11-18', '2026-11-24', 301],
      ['Ben', '2026-11-18', '2026-11-24', 300],
    ]);
    expect(rows[0]?.billMinor).toBe(60_200);
  });

  test('is cut at the month border by weekdays', () => {
    // 27 November (Friday) to 2 December (Wednesday): two weekdays in November, two in December.
    const rows = rowsOf({
      projects: [project('Site')],
      tasks: [
        task('Draw', 'Site', {
          startOn: day('2026-11-27'),
          dueOn: day('2026-12-02'),
          estimateMinutes: 401,
        }),
      ],
    });
    expect(rows.map((row) => [row.month, row.from, row.to, row.minutes])).toEqual([
      ['2026-11', '2026-11-27', '2026-11-30', 201],
      ['2026-12', '2026-12-01', '2026-12-02', 200],
    ]);
  });

  test('changes its rate in the middle of a month', () => {
    // Five weekdays of 60 minutes; from Friday 20 November on the rate is 30.00 an hour.
    const rows = rowsOf({
      projects: [project('Site')],
      rates: [
        {
          personId: id('Ada'),
          validFrom: day('2026-11-20'),
          costPerHourMinor: 3000,
          billPerHourMinor: 0,
        },
      ],
      tasks: [task('Draw', 'Site', { estimateMinutes: 300, assigneeIds: [id('Ada')] })],
    });
    expect(rows.map((row) => row.costMinor)).toEqual([2 * 6000 + 3 * 3000]);
  });

  test('lands on the five weekdays from today when overdue', () => {
    const rows = rowsOf({
      projects: [project('Site')],
      tasks: [task('Draw', 'Site', { startOn: day('2026-10-01'), dueOn: day('2026-10-09') })],
    });
    expect(rows.map((row) => [row.from, row.to, row.minutes])).toEqual([
      ['2026-11-18', '2026-11-24', 600],
    ]);
  });

  test.each([
    ['done', { isDone: true }],
    ['worked off', { loggedMinutes: 600 }],
    ['logged beyond its estimate', { loggedMinutes: 9000 }],
    ['without an estimate', { estimateMinutes: null }],
    ['without a due day', { dueOn: null }],
  ])('has no row for a task that is %s', (_, facts) => {
    expect(rowsOf({ projects: [project('Site')], tasks: [task('Draw', 'Site', facts)] })).toEqual(
      [],
    );
  });

  test('leaves out projects that are not committed, but keeps their logged time', () => {
    const rows = rowsOf({
      projects: [project('Site', { isCommitted: false })],
      tasks: [task('Draw', 'Site')],
      logs: [entry('Site', '2026-10-05')],
    });
    expect(rows.map((row) => row.source)).toEqual(['entry']);
  });

  test('takes the role and team of its person, else of the task and the project', () => {
    const builder = { ...designer, id: id<'role'>('builder'), billPerHourMinor: 60 };
    const rows = rowsOf({
      roles: [designer, builder],
      people: [person('Ada', { teamId: id('north') })],
      projects: [project('Site', { teamId: id('south') })],
      tasks: [
        task('a', 'Site', { roleId: builder.id, assigneeIds: [id('Ada')] }),
        task('b', 'Site', { roleId: builder.id }),
      ],
    });
    expect(rows.map((row) => [row.personId, row.roleId, row.teamId, row.billMinor])).toEqual([
      ['Ada', 'designer', 'north', 120_000],
      [null, 'builder', 'south', 600],
    ]);
  });
});

describe('tentative work', () => {
  test('stays apart from planned work, in full or weighted', () => {
    const full = rowsOf({ deals: [deal('Shop')] });
    expect(full.map((row) => [row.certainty, row.month, row.minutes, row.costMinor])).toEqual([
      ['tentative', '2026-12', 2400, 240_000],
    ]);
    const weighted = rowsOf({ deals: [deal('Shop')], tentativeMeasure: 'weighted' });
    expect(sumAmounts(weighted).minutes).toBe(1200);
    expect(figureRows(full, { certainties: ['logged', 'planned'] })).toEqual([]);
  });

  test('starts today at the earliest and is not counted once its dates are over', () => {
    const rows = rowsOf({
      deals: [
        deal('Late', { startOn: day('2026-11-01'), endOn: day('2026-11-18') }),
        deal('Over', { startOn: day('2026-11-01'), endOn: day('2026-11-17') }),
        deal('Undated', { startOn: null }),
      ],
    });
    expect(rows.map((row) => [row.dealId, row.from, row.minutes])).toEqual([
      ['Late', '2026-11-18', 2400],
    ]);
  });
});

test('a filter with null asks for rows that have none', () => {
  const rows = rowsOf({
    projects: [project('Site')],
    tasks: [task('a', 'Site', { assigneeIds: [id('Ada')] }), task('b', 'Site')],
  });
  expect(figureRows(rows, { personId: null }).map((row) => row.sourceId)).toEqual(['b']);
  expect(figureRows(rows, {}).length).toBe(2);
  expect(figureRows(rows, { from: day('2026-12-01') })).toEqual([]);
});
