import { accounts } from '@evenkeel/contract/accounts';
import { contacts } from '@evenkeel/contract/contacts';
import { customerGoals, customerInitiatives } from '@evenkeel/contract/customers';
import { deals } from '@evenkeel/contract/deals';
import { history } from '@evenkeel/contract/history';
import { trash } from '@evenkeel/contract/trash';
import { calendarDate } from '@evenkeel/core/calendar-date';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { startSampleApp } from '../../test/sample-app.ts';

const app = await startTestApp();
const sampled = await startSampleApp();
let seller: Client;

beforeAll(async () => {
  seller = await app.client();
});

async function account(name = 'Harbour Logistics') {
  return seller.call(accounts.create, { body: { name } });
}

const aimsOf = (id: Awaited<ReturnType<typeof account>>['id']) =>
  seller.call(customerGoals.aims, { params: { id } });

describe('a customer goal', () => {
  test('says what is wanted, measured, by whom it was stated, and stands in the account’s history (CR-13)', async () => {
    const { id: accountId } = await account();
    const anna = await seller.call(contacts.create, {
      body: { name: 'Anna Berg', accounts: [{ accountId }] },
    });
    const goal = await seller.call(customerGoals.create, {
      body: {
        accountId,
        name: 'Turn trucks round faster',
        driver: 'differentiation',
        measure: 'Minutes from gate to gate',
        unit: 'min',
        baseline: 74,
        target: 45,
        statedByContactId: anna.id,
        statedOn: calendarDate('2026-03-02'),
      },
    });
    expect(goal).toMatchObject({
      number: 1001,
      baseline: 74,
      target: 45,
      actual: null,
      state: 'open',
      statedBy: { id: anna.id, name: 'Anna Berg' },
    });
    const { rows } = await seller.call(history.list, {
      query: { root: 'account', rootId: accountId },
    });
    expect(rows[0]).toMatchObject({ subject: 'customer_goal', action: 'create' });
  });

  test('without a deal is a prompt until one is opened for it, and again when that is lost (B12, CR-11)', async () => {
    const { id: accountId } = await account();
    const goal = await seller.call(customerGoals.create, {
      body: { accountId, name: 'Keep drivers', driver: 'risk' },
    });
    const params = { id: goal.id };
    const isPrompted = async () => {
      const own = (await aimsOf(accountId)).prompts.some(({ goalId }) => goalId === goal.id);
      const all = (await seller.call(customerGoals.prompts)).rows.some(({ id }) => id === goal.id);
      expect(all).toBe(own);
      return own;
    };
    expect(await isPrompted()).toBe(true);
    const { id: dealId } = await seller.call(customerGoals.openDeal, { params, body: {} });
    const deal = await seller.call(deals.get, { params: { id: dealId } });
    expect(deal).toMatchObject({ name: 'Keep drivers', account: { id: accountId } });
    expect(await isPrompted()).toBe(false);
    expect((await aimsOf(accountId)).goals[0]?.work).toEqual([
      { kind: 'deal', id: dealId, name: 'Keep drivers', isOver: false },
    ]);
    const lost = (await seller.call(deals.stages)).rows.find(({ outcome }) => outcome === 'lost');
    await seller.call(deals.move, {
      params: { id: dealId },
      version: deal.version,
      body: { stageId: lost?.id ?? deal.stageId },
    });
    expect(await isPrompted()).toBe(true);
    const reached = await seller.call(customerGoals.update, {
      params,
      version: goal.version,
      body: { state: 'reached' },
    });
    expect(reached.state).toBe('reached');
    expect(await isPrompted()).toBe(false);
  });

  test('serves a higher goal of the same account, never one of another, never itself by a detour', async () => {
    const { id: accountId } = await account();
    const other = await account('Velden Energy');
    const make = (name: string, of = accountId) =>
      seller.call(customerGoals.create, { body: { accountId: of, name, driver: 'growth' } });
    const [top, low, foreign] = [
      await make('Top'),
      await make('Low'),
      await make('Other', other.id),
    ];
    const serve = (goal: typeof top, servesId: typeof top.id) => ({
      params: { id: goal.id },
      version: goal.version,
      body: { servesId, servesWhy: 'It pays for it' },
    });
    const climbed = await seller.call(customerGoals.update, serve(low, top.id));
    expect(climbed).toMatchObject({
      serves: { id: top.id, name: 'Top' },
      servesWhy: 'It pays for it',
    });
    const circle = await seller.refused(customerGoals.update, serve(top, low.id));
    expect(circle.issues[0]).toMatchObject({ path: ['servesId'], code: 'circle' });
    const strange = await seller.refused(customerGoals.update, serve(top, foreign.id));
    expect(strange.issues[0]).toMatchObject({ path: ['servesId'], code: 'unknown' });
  });

  test('goes to the trash and is a prompt no more, until it comes back', async () => {
    const { id: accountId } = await account();
    const goal = await seller.call(customerGoals.create, {
      body: { accountId, name: 'Away', driver: 'risk' },
    });
    await seller.call(customerGoals.remove, { params: { id: goal.id } });
    expect((await aimsOf(accountId)).prompts).toEqual([]);
    expect((await seller.call(trash.list)).rows).toContainEqual(
      expect.objectContaining({ kind: 'customer-goal', id: goal.id }),
    );
    await seller.call(customerGoals.restore, { params: { id: goal.id } });
    expect((await aimsOf(accountId)).prompts).toHaveLength(1);
  });
});

describe('a customer initiative', () => {
  test('is held against the initiative-or-goal test as they stated it (B04), and serves their goals', async () => {
    const { id: accountId } = await account();
    const goal = await seller.call(customerGoals.create, {
      body: { accountId, name: 'Fewer calls', driver: 'risk' },
    });
    const initiative = await seller.call(customerInitiatives.create, {
      body: { accountId, name: 'Outage desk' },
    });
    expect(initiative.test).toMatchObject({ metCount: 0, class: 'goal-candidate' });
    const full = await seller.call(customerInitiatives.update, {
      params: { id: initiative.id },
      version: initiative.version,
      body: {
        scope: 'Customers see outages before they call.',
        organisation: 'Customer service',
        budget: 60_000_000,
        isDefinedTogether: true,
        goals: [{ goalId: goal.id, why: 'People call because they cannot see.' }],
      },
    });
    expect(full.test).toMatchObject({ metCount: 3, class: 'initiative' });
    expect(full.goals).toEqual([
      { id: goal.id, name: 'Fewer calls', why: 'People call because they cannot see.' },
    ]);
    const less = await seller.call(customerInitiatives.update, {
      params: { id: initiative.id },
      version: full.version,
      body: { budget: null, goals: [] },
    });
    expect(less.test.class).toBe('goal-candidate');
    expect(less.goals).toEqual([]);
  });

  test('serves goals of its own account only, and ends after it starts', async () => {
    const { id: accountId } = await account();
    const other = await account('Elsewhere');
    const goal = await seller.call(customerGoals.create, {
      body: { accountId: other.id, name: 'Theirs', driver: 'growth' },
    });
    const stray = await seller.refused(customerInitiatives.create, {
      body: { accountId, name: 'Stray', goals: [{ goalId: goal.id }] },
    });
    expect(stray.issues[0]?.path).toEqual(['goals', 0, 'goalId']);
    const dates = {
      startOn: calendarDate('2026-05-02'),
      endOn: calendarDate('2026-05-01'),
    };
    const backwards = await seller.refused(customerInitiatives.create, {
      body: { accountId, name: 'Backwards', ...dates },
    });
    expect(backwards.issues[0]?.path).toEqual(['endOn']);
  });
});

test('the sample firm has goals of clients without work, and each is a prompt (B12)', async () => {
  const { owner } = sampled;
  const { rows } = await owner.call(customerGoals.prompts);
  const names = rows.filter(({ reason }) => reason === 'no-work').map(({ name }) => name);
  expect(names.sort()).toEqual([
    'Keep drivers',
    'Staff for the next ten years',
    'Win firms under 50 people',
  ]);
  const { id } = (await owner.call(accounts.list, { query: { search: 'Harbour Logistics' } }))
    .rows[0] ?? { id: '' as never };
  const aims = await owner.call(customerGoals.aims, { params: { id } });
  const top = aims.goals.find(({ name }) => name === 'Be the port of choice in the north');
  // The work on the lower goal serves the higher one as well.
  expect(top?.work.map(({ name }) => name)).toContain('Warehouse control tower');
});
