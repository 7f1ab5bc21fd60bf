import { balance } from '@evenkeel/contract/balance';
import { workspaces } from '@evenkeel/contract/workspaces';
import {
  addDays,
  addMonths,
  monthEnd,
  monthOf,
  monthStart,
  weekStart,
} from '@evenkeel/core/calendar-date';
import type { PersonId, ProjectId } from '@evenkeel/core/id';
import { describe, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { createFirm, type FirmIds, type FirmRow } from './firm.fixture.ts';

const app = await startTestApp();
const today = dayIn('Europe/Berlin', new Date());
const lastMonth = addMonths(monthOf(today), -1);
const nextMonth = addMonths(monthOf(today), 1);
/** A Monday whose week lies within last month. */
const past = weekStart(addDays(monthStart(lastMonth), 6));

/** Two people, a client project, an initiative promised ten hours a week, hours, tasks and a deal. */
const firmRows: readonly FirmRow[] = [
  { table: 'team', as: 'North', name: 'North' },
  { table: 'person', as: 'Ada', name: 'Ada', role_id: '@Consultant', team_id: '@North' },
  { table: 'person', as: 'Ben', name: 'Ben', role_id: '@Designer', weekly_minutes: 600 },
  {
    table: 'person_rate',
    as: 'rate',
    person_id: '@Ada',
    valid_from: past,
    cost_rate: 9000,
    bill_rate: 18_000,
  },
  { table: 'project', as: 'Site', number: 1, kind: 'client', name: 'Site', state: 'executing' },
  { table: 'project', as: 'Idea', number: 2, kind: 'initiative', name: 'Idea', state: 'proposed' },
  {
    table: 'project',
    as: 'Academy',
    number: 3,
    kind: 'initiative',
    name: 'Academy',
    state: 'executing',
    start_on: monthStart(lastMonth),
    promised_weekly_minutes: 600,
  },
  ...[
    { as: 'Draw', project_id: '@Site', estimate_minutes: 1000, role_id: '@Designer' },
    { as: 'Teach', project_id: '@Academy', estimate_minutes: 500, role_id: '@Consultant' },
    { as: 'Dream', project_id: '@Idea', estimate_minutes: 9999, role_id: '@Consultant' },
    { as: 'Vague', project_id: '@Site', estimate_minutes: null, role_id: '@Designer' },
  ].map((task, index) => ({
    table: 'task',
    number: index + 1,
    name: task.as,
    start_on: monthStart(nextMonth),
    due_on: monthEnd(nextMonth),
    ...task,
  })),
  { table: 'task', as: 'Gate', number: 9, name: 'Gate', project_id: '@Site', is_milestone: true },
  { table: 'assignment', as: 'a1', project_id: '@Academy', task_id: '@Teach', person_id: '@Ada' },
  ...[
    { as: 'e1', project_id: '@Site', minutes: 300, note: 'Kick-off', is_billable: true },
    { as: 'e2', project_id: '@Site', minutes: 60, note: 'Travel', is_billable: false },
    { as: 'e3', project_id: '@Academy', minutes: 120, is_billable: false, task_id: '@Teach' },
    { as: 'e4', project_id: '@Academy', minutes: 777, is_billable: false, deleted_at: new Date() },
  ].map((entry) => ({ table: 'time_entry', person_id: '@Ada', on_date: past, ...entry })),
  ...[
    { as: 'Shop', name: 'Shop', stage_id: '@Proposal', delivery_end_on: monthEnd(nextMonth) },
    { as: 'Gone', name: 'Gone', stage_id: '@Lost', delivery_end_on: monthEnd(nextMonth) },
    { as: 'Bare', name: 'Bare', stage_id: '@Qualified' },
  ].map((deal, index) => ({
    table: 'deal',
    number: index + 1,
    stage_since: past,
    opened_on: past,
    delivery_start_on: monthStart(nextMonth),
    value: 700_000,
    ...deal,
  })),
  { table: 'deal_demand', as: 'd1', deal_id: '@Shop', role_id: '@Designer', minutes: 2000 },
  { table: 'deal_demand', as: 'd2', deal_id: '@Gone', role_id: '@Designer', minutes: 2000 },
];

async function firm(): Promise<{ client: Client; ids: FirmIds }> {
  const client = await app.client();
  return { client, ids: await createFirm(app.databaseUrl, client.member.workspaceId, firmRows) };
}

const view = { from: lastMonth, to: nextMonth };

describe('the balance', () => {
  test('weighs client projects against initiatives in hours and money, past and planned (BA-01)', async () => {
    const { client, ids } = await firm();
    const found = await client.call(balance.view, { query: view });
    expect(found.keyFigures).toMatchObject({
      client: { minutes: 360, costMinor: 54_000, billMinor: 90_000 },
      initiative: { minutes: 120, costMinor: 18_000, billMinor: 0 },
      clientProjectCount: 1,
      initiativeCount: 1,
    });
    expect(
      found.cells.map(({ month, kind, certainty, minutes }) => [month, kind, certainty, minutes]),
    ).toEqual([
      [lastMonth, 'client', 'logged', 360],
      [lastMonth, 'initiative', 'logged', 120],
      [nextMonth, 'client', 'planned', 1000],
      [nextMonth, 'client', 'tentative', 1100],
      [nextMonth, 'initiative', 'planned', 380],
    ]);
    const month = found.months.find((mix) => mix.month === lastMonth);
    expect(month).toMatchObject({ shareByMinutes: 2500, verdict: 'on-target' });
    const ada = found.people.find(
      (load) => load.personId === ids['Ada'] && load.month === nextMonth,
    );
    expect(ada?.plannedMinutes).toBe(380);
  });

  test('names what it cannot count (B06, U19)', async () => {
    const { client, ids } = await firm();
    const { unknowns } = await client.call(balance.view);
    expect(unknowns).toEqual([
      {
        code: 'task-without-estimate',
        count: 1,
        examples: [{ id: ids['Vague'], name: 'Vague' }],
      },
      { code: 'deal-without-demand', count: 1, examples: [{ id: ids['Bare'], name: 'Bare' }] },
    ]);
  });

  test('shows which initiative got less than it was promised, and who took the hours (B06)', async () => {
    const { client, ids } = await firm();
    const { initiatives } = await client.call(balance.view, { query: view });
    const [academy] = initiatives;
    expect(academy).toMatchObject({ projectId: ids['Academy'], givenMinutes: 120, isShort: true });
    expect(academy?.culprits).toEqual([{ projectId: ids['Site'], minutes: 360 }]);
    const explained = academy?.culprits[0]?.minutes ?? 0;
    expect(explained + (academy?.unexplainedMinutes ?? 0)).toBe(academy?.shortfallMinutes);
  });

  test('counts open deals in full when asked to', async () => {
    const { client } = await firm();
    const { cells } = await client.call(balance.view, { query: { ...view, tentative: 'full' } });
    expect(cells.find((cell) => cell.certainty === 'tentative')?.minutes).toBe(2000);
  });

  test('looks from the last quarter to the next unless told otherwise', async () => {
    const { client } = await firm();
    const found = await client.call(balance.view);
    expect(found.months).toHaveLength(9);
    expect(found.quarters.map((quarter) => quarter.from)).toEqual([
      found.from,
      monthStart(addMonths(monthOf(found.from), 3)),
      monthStart(addMonths(monthOf(found.from), 6)),
    ]);
  });

  test('refuses a view that ends before it begins or is too long to read', async () => {
    const client = await app.client();
    const backwards = await client.refused(balance.view, {
      query: { from: nextMonth, to: lastMonth },
    });
    expect(backwards).toMatchObject({ code: 'invalid-input', issues: [{ path: ['to'] }] });
    const endless = await client.refused(balance.view, {
      query: { from: lastMonth, to: addMonths(lastMonth, 60) },
    });
    expect(endless.issues[0]?.code).toBe('too-late');
  });

  test('of one workspace shows nothing of another', async () => {
    const { ids } = await firm();
    const stranger = await app.client();
    const found = await stranger.call(balance.view, { query: view });
    expect(found.cells).toEqual([]);
    expect(found.names.projects).toEqual([]);
    const rows = await stranger.call(balance.rows, {
      query: { from: past, to: past, personId: ids['Ada'] as PersonId },
    });
    expect(rows.total).toBe(0);
  });
});

describe('the rows behind a figure (U19)', () => {
  test('sum to every cell of the page, number for number', async () => {
    const { client } = await firm();
    const { cells } = await client.call(balance.view, { query: view });
    expect(cells.length).toBeGreaterThan(4);
    for (const cell of cells) {
      const { sum } = await client.call(balance.rows, {
        query: {
          from: monthStart(cell.month),
          to: monthEnd(cell.month),
          kind: cell.kind,
          certainty: cell.certainty,
          personId: cell.personId ?? 'none',
          roleId: cell.roleId ?? 'none',
          teamId: cell.teamId ?? 'none',
        },
      });
      const { minutes, costMinor, billMinor } = cell;
      expect(sum).toEqual({ minutes, costMinor, billMinor });
    }
  });

  test('name their entry, task, deal, person and note', async () => {
    const { client, ids } = await firm();
    const all = { from: monthStart(lastMonth), to: monthEnd(nextMonth) };
    const { rows } = await client.call(balance.rows, { query: all });
    const row = (sourceId: string | undefined) => rows.find((one) => one.sourceId === sourceId);
    expect(row(ids['e1'])).toMatchObject({
      source: 'entry',
      project: { name: 'Site' },
      person: { name: 'Ada' },
      note: 'Kick-off',
      task: null,
      billMinor: 90_000,
    });
    expect(row(ids['e3'])?.task).toEqual({ id: ids['Teach'], name: 'Teach' });
    expect(row(ids['Draw'])).toMatchObject({
      source: 'task',
      task: { name: 'Draw' },
      person: null,
      role: { name: 'Designer' },
    });
    expect(row(ids['Shop'])).toMatchObject({
      source: 'deal',
      deal: { name: 'Shop' },
      project: null,
    });
    expect(row(ids['e4'])).toBeUndefined();
  });

  test('come in pages that repeat and lose none', async () => {
    const { client } = await firm();
    const query = { from: monthStart(lastMonth), to: monthEnd(nextMonth), limit: 2 };
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.call(balance.rows, {
        query: { ...query, ...(cursor ? { cursor } : {}) },
      });
      expect(page.total).toBe(6);
      seen.push(...page.rows.map((row) => row.sourceId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
  });

  test('can be those of one project and certainty', async () => {
    const { client, ids } = await firm();
    const { sum, total } = await client.call(balance.rows, {
      query: {
        from: monthStart(lastMonth),
        to: monthEnd(nextMonth),
        projectId: ids['Academy'] as ProjectId,
        certainty: 'logged,planned',
      },
    });
    expect([sum.minutes, total]).toEqual([500, 2]);
  });
});

test('what follows from rates is for managers and up: others see hours only', async () => {
  const { client } = await firm();
  const member = await app.client({ role: 'member', workspaceOf: client });
  const found = await member.call(balance.view, { query: view });
  const open = JSON.stringify(found).match(
    /"(costMinor|billMinor|\w+CostMinor|shareByCost)":[^n]/g,
  );
  expect(open).toBeNull();
  expect(found.keyFigures.client.minutes).toBe(360);
  const { rows, sum } = await member.call(balance.rows, { query: { from: past, to: past } });
  expect([...rows, sum].every((row) => row.costMinor === null && row.billMinor === null)).toBe(
    true,
  );
  expect(sum.minutes).toBe(480);
});

test('looking at it ticks the last of the first steps, for a viewer too', async () => {
  const owner = await app.client();
  const viewer = await app.client({ role: 'viewer', workspaceOf: owner });
  const isDone = async () => {
    const { steps } = await viewer.call(workspaces.checklist);
    return steps.find(({ step }) => step === 'balance')?.isDone;
  };
  expect(await isDone()).toBe(false);
  await viewer.call(balance.see);
  await viewer.call(balance.see);
  expect(await isDone()).toBe(true);
});

describe('the target of the strategic share', () => {
  test('is set by a manager and judges at once (BA-02)', async () => {
    const { client } = await firm();
    const manager = await app.client({ role: 'manager', workspaceOf: client });
    const { target } = await manager.call(balance.view, { query: view });
    expect(target).toMatchObject({ shareBasisPoints: 2000, toleranceBasisPoints: 500 });
    await manager.call(balance.setTarget, {
      version: target.version,
      body: { shareBasisPoints: 4000, toleranceBasisPoints: 0 },
    });
    const { months } = await manager.call(balance.view, { query: view });
    expect(months.find((mix) => mix.month === lastMonth)?.verdict).toBe('too-client-heavy');
    const stale = await manager.refused(balance.setTarget, {
      version: target.version,
      body: { shareBasisPoints: 1000, toleranceBasisPoints: 0 },
    });
    expect(stale.code).toBe('stale-version');
  });

  test('is not for members to change', async () => {
    const owner = await app.client();
    const member = await app.client({ role: 'member', workspaceOf: owner });
    const refusal = await member.refused(balance.setTarget, {
      version: 1,
      body: { shareBasisPoints: 1000, toleranceBasisPoints: 0 },
    });
    expect(refusal.status).toBe(403);
  });
});
