import { comparedHours } from '@evenkeel/contract/compared-hours';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { addDays, monthOf, weekStart } from '@evenkeel/core/calendar-date';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import {
  allocate,
  createPlannedFirm,
  day,
  monday,
  type PlannedFirm,
} from '../allocations/allocations.fixture.ts';
import { createFirm } from '../balance/firm.fixture.ts';

const app = await startTestApp();
/** A Monday of some weeks ago. */
const past = weekStart(addDays(dayIn('Europe/Berlin', new Date()), -35));
let client: Client;
let firm: PlannedFirm;

beforeAll(async () => {
  client = await app.client();
  firm = await createPlannedFirm(client);
  await allocate(client, { projectId: firm.site, personId: firm.ada });
  await allocate(client, { projectId: firm.site, roleId: firm.designer, certainty: 'tentative' });
  const task = await client.call(tasks.create, {
    body: {
      projectId: firm.site,
      name: 'Draw',
      estimateMinutes: 900,
      startOn: monday,
      dueOn: monday,
    },
  });
  await client.call(tasks.setAssignees, {
    params: { id: task.id },
    body: { personIds: [firm.ada] },
  });
  await createFirm(app.databaseUrl, client.member.workspaceId, [
    {
      table: 'time_entry',
      as: 'e1',
      person_id: firm.ada,
      project_id: firm.site,
      on_date: past,
      minutes: 300,
      note: 'Kick-off',
      is_billable: true,
    },
  ]);
});

describe('allocated, estimated and logged hours', () => {
  test('stand side by side by person and month, and sum to what each source holds (U12)', async () => {
    const view = await client.call(comparedHours.view, {
      query: { projectId: firm.site, by: 'person' },
    });
    expect(view.sum).toEqual({ confirmed: 1200, tentative: 1200, estimated: 900, logged: 300 });
    expect(view.lines.map(({ id, name, sum }) => [id, name, sum])).toEqual([
      [firm.ada, 'Ada', { confirmed: 1200, tentative: 0, estimated: 900, logged: 300 }],
      [null, 'Nobody yet', { confirmed: 0, tentative: 1200, estimated: 0, logged: 0 }],
    ]);
    expect(view.lines[0]?.months.find(({ month }) => month === monthOf(past))?.logged).toBe(300);
    for (const by of ['project', 'role', 'team'] as const) {
      const other = await client.call(comparedHours.view, { query: { projectId: firm.site, by } });
      expect(other.sum).toEqual(view.sum);
    }
  });

  test('open to their rows, of which each number is the sum', async () => {
    const filter = { projectId: firm.site, personId: firm.ada };
    const logged = await client.call(comparedHours.rows, {
      query: { ...filter, figure: 'logged', month: monthOf(past) },
    });
    expect(logged).toMatchObject({
      total: 1,
      sum: { logged: 300 },
      rows: [{ source: 'entry', name: 'Kick-off', from: past, project: { name: 'Site' } }],
    });
    const nobody = await client.call(comparedHours.rows, {
      query: { projectId: firm.site, personId: 'none' },
    });
    expect(nobody.rows.map(({ source, minutes }) => [source, minutes])).toEqual(
      expect.arrayContaining([['allocation', expect.any(Number)]]),
    );
    const estimated = await client.call(comparedHours.rows, {
      query: { ...filter, figure: 'estimated' },
    });
    expect(estimated.rows).toMatchObject([{ source: 'task', name: 'Draw', minutes: 900 }]);
  });
});

describe('demand by role and month', () => {
  test('commits the greater of allocations and tasks, shows the tentative apart, against capacity', async () => {
    const { months, roles } = await client.call(comparedHours.demand);
    expect(months).toHaveLength(12);
    const sums = (name: string) => {
      const own = roles.find(({ role }) => role?.name === name)?.months ?? [];
      const sum = (field: 'confirmed' | 'estimated' | 'committed' | 'tentative') =>
        own.reduce((total, month) => total + month[field], 0);
      return ['confirmed', 'estimated', 'committed', 'tentative'].map((field) =>
        // The four fields that are added up.
        sum(field as 'confirmed'),
      );
    };
    expect(sums('Consultant')).toEqual([1200, 900, expect.any(Number), 0]);
    // A week may lie in two months, and the greater is taken in each.
    expect(sums('Consultant')[2]).toBeGreaterThanOrEqual(1200);
    expect(sums('Designer')).toEqual([0, 0, 0, 1200]);
    const consultant = roles.find(({ role }) => role?.name === 'Consultant');
    expect(consultant?.months[2]?.capacity).toBeGreaterThan(9000);
  });
});

describe('burn', () => {
  test('adds future allocations at both rates to what was worked, against budget and price (U13)', async () => {
    const site = await client.call(projects.get, { params: { id: firm.site } });
    await client.call(projects.update, {
      params: { id: firm.site },
      version: site.version,
      body: { kind: 'client', budget: 60_000, price: 1_000_000 },
    });
    const burn = await client.call(comparedHours.burn, { params: { id: firm.site } });
    // Five hours worked and twenty allocated at 60 and 120; the placeholder is tentative.
    expect(burn).toMatchObject({
      worked: { minutes: 300, costMinor: 30_000, billMinor: 60_000 },
      confirmed: { minutes: 1200, costMinor: 120_000, billMinor: 240_000 },
      tentative: { minutes: 1200 },
      budget: { limitMinor: 60_000, usedUpOn: day(1), leftMinor: -90_000 },
      price: { limitMinor: 1_000_000, usedUpOn: null, leftMinor: 700_000 },
    });
  });

  test('is for those who may see money', async () => {
    const member = await app.client({ role: 'member', workspaceOf: client });
    const refused = await member.refused(comparedHours.burn, { params: { id: firm.site } });
    expect(refused.code).toBe('not-allowed');
  });
});
