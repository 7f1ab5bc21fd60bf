import { history } from '@evenkeel/contract/history';
import {
  benefits,
  costItems,
  initiativeCases,
  stakeholders,
} from '@evenkeel/contract/initiative-case';
import { initiatives } from '@evenkeel/contract/initiatives';
import { roles } from '@evenkeel/contract/people';
import { addDays, calendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { startStrategyFirm } from '../strategy-firm.fixture.ts';

const { app, owner, today, personId } = await startStrategyFirm();
let id: ProjectId;

beforeAll(async () => {
  const body = {
    name: 'Enter Poland',
    budget: 1_000_000,
    startOn: calendarDate('2026-12-01'),
    endOn: calendarDate('2027-01-31'),
  };
  id = (await owner.call(initiatives.create, { body })).id;
});

const caseOf = (client = owner) => client.call(initiativeCases.get, { params: { id } });

describe('the benefits of an initiative (ST-05)', () => {
  test('stand with when and how they are measured, and ask for a check when their day has passed', async () => {
    const money = await owner.call(benefits.create, {
      params: { id },
      body: {
        name: 'Income from Polish clients',
        nature: 'money',
        timing: 'later',
        amount: 20_000_000,
        period: 'yearly',
        dueOn: addDays(today, -1),
        measuredBy: 'Invoices to Polish accounts',
      },
    });
    expect(money).toMatchObject({ outcome: 'open', isCheckDue: true });
    await owner.call(benefits.create, { params: { id }, body: { name: 'Known in Warsaw' } });
    const found = await caseOf();
    expect(found.expected).toEqual({ once: 0, yearly: 20_000_000 });
    expect(found.benefits.map(({ name }) => name)).toEqual([
      'Income from Polish clients',
      'Known in Warsaw',
    ]);
    const checked = await owner.call(benefits.update, {
      params: { id: money.id },
      version: money.version,
      body: { outcome: 'partly', actualAmount: 8_000_000, outcomeNote: 'Two of five clients' },
    });
    expect(checked).toMatchObject({ outcome: 'partly', isCheckDue: false });
  });

  test('in kind have no amount, and one cannot be changed on a version that has passed', async () => {
    const refusal = await owner.refused(benefits.create, {
      params: { id },
      body: { name: 'Calm', nature: 'other', amount: 5 },
    });
    expect(refusal.issues[0]?.path).toEqual(['amount']);
    const benefit = await owner.call(benefits.create, { params: { id }, body: { name: 'Calm' } });
    const change = { params: { id: benefit.id }, version: 1, body: { name: 'Quiet' } };
    await owner.call(benefits.update, change);
    expect((await owner.refused(benefits.update, change)).code).toBe('stale-version');
    await owner.call(benefits.remove, { params: { id: benefit.id } });
    expect((await owner.refused(benefits.remove, { params: { id: benefit.id } })).code).toBe(
      'not-found',
    );
  });
});

describe('the costs of an initiative (ST-42)', () => {
  test('are summed by year: single, recurring and the time of people, against the budget', async () => {
    const role = await owner.call(roles.create, {
      body: { name: 'Scout', costRate: 6_000, billRate: 12_000 },
    });
    const add = (body: Parameters<typeof owner.call<typeof costItems.create>>[1]) =>
      owner.call(costItems.create, body);
    await add({ params: { id }, body: { name: 'Fair', kind: 'one-off', amount: 300_000 } });
    await add({
      params: { id },
      body: { name: 'Office', kind: 'recurring', amount: 100_000, period: 'monthly' },
    });
    const people = await add({
      params: { id },
      body: { name: 'Scouting', kind: 'people', roleId: role.id, minutes: 62 * 60 },
    });
    expect(people.total).toBe(372_000);
    const found = await caseOf();
    expect(found).toMatchObject({ costTotal: 872_000, isCostComplete: true, budget: 1_000_000 });
    expect(found.costByYear).toEqual([
      { year: 2026, minor: 586_000 },
      { year: 2027, minor: 286_000 },
    ]);
  });

  test('of people are not told to those who may not see what an hour costs', async () => {
    const member = await app.client({ role: 'member', workspaceOf: owner });
    const found = await caseOf(member);
    expect(found.costs.map(({ name, total }) => [name, total])).toEqual([
      ['Fair', 300_000],
      ['Office', 200_000],
      ['Scouting', null],
    ]);
    expect(found).toMatchObject({ costTotal: 500_000, isCostComplete: false });
  });

  test.each([
    [{ kind: 'one-off' }, 'amount'],
    [{ kind: 'recurring', amount: 1 }, 'period'],
    [{ kind: 'people', amount: 1, minutes: 1 }, 'amount'],
    [{ kind: 'people' }, 'minutes'],
    [{ kind: 'one-off', amount: 1, startsOn: '2026-02-02', endsOn: '2026-02-01' }, 'endsOn'],
  ] as const)('%j names the field that is wrong: %s', async (fields, field) => {
    const body = { name: 'Wrong', ...fields } as never;
    const refusal = await owner.refused(costItems.create, { params: { id }, body });
    expect(refusal.issues[0]?.path).toEqual([field]);
  });
});

describe('the stakeholders of an initiative (ST-13)', () => {
  test('keep stance, planned response and adoption, and every change is on the record', async () => {
    const stakeholder = await owner.call(stakeholders.create, {
      params: { id },
      body: { name: 'Sales team', personId, stance: 'doubter', concern: 'Commission' },
    });
    expect(stakeholder).toMatchObject({ influence: 'medium', person: { name: 'Ada' } });
    const changed = await owner.call(stakeholders.update, {
      params: { id: stakeholder.id },
      version: stakeholder.version,
      body: { stance: 'supporter', response: 'Same commission for a year', adoptionTarget: 8_000 },
    });
    expect((await caseOf()).stakeholders).toEqual([changed]);
    const { rows } = await owner.call(history.list, { query: { root: 'project', rootId: id } });
    expect(rows[0]).toMatchObject({ subject: 'stakeholder', subjectName: 'Sales team' });
    expect(rows[0]?.fields).toContainEqual({
      field: 'stance',
      before: 'doubter',
      after: 'supporter',
    });
  });
});

test('the case belongs to initiatives, and to those that are not in the trash', async () => {
  const created = await owner.call(initiatives.create, { body: { name: 'Gone' } });
  await owner.call(initiatives.remove, { params: { id: created.id } });
  const refusal = await owner.refused(benefits.create, {
    params: { id: created.id },
    body: { name: 'None' },
  });
  expect(refusal.code).toBe('wrong-state');
  const viewer = await app.client({ role: 'viewer', workspaceOf: owner });
  const denied = await viewer.refused(benefits.create, { params: { id }, body: { name: 'None' } });
  expect(denied.code).toBe('not-allowed');
});
