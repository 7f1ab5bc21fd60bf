import { accounts } from '@evenkeel/contract/accounts';
import { customerGoals } from '@evenkeel/contract/customers';
import { dealParts } from '@evenkeel/contract/deal-parts';
import { deals } from '@evenkeel/contract/deals';
import { handOffs } from '@evenkeel/contract/hand-offs';
import { projects } from '@evenkeel/contract/projects';
import { contracts, quotes } from '@evenkeel/contract/quotes';
import { soldProjects } from '@evenkeel/contract/sold-projects';
import { calendarDate } from '@evenkeel/core/calendar-date';
import { beforeAll, describe, expect, test } from 'vitest';
import { startTestApp } from '../../../test/app.ts';
import { moveTo, newDeal, type SellingFirm, sellingFirm } from '../selling-firm.fixture.ts';

const app = await startTestApp();
let firm: SellingFirm;

beforeAll(async () => {
  firm = await sellingFirm(app);
});

/** Quoted, agreed, contract written down, won and signed: accepted, and returned once before. */
async function deliveredDeal(name: string, rate: number) {
  const { manager, consultant, paula } = firm;
  const id = await newDeal(firm, name);
  const quote = await manager.call(quotes.create, { body: { dealId: id } });
  const hours = { kind: 'hours', roleId: consultant, discount: 0, tax: 1_900 } as const;
  const written = await manager.call(quotes.update, {
    params: { id: quote.id },
    version: quote.version,
    body: {
      lines: [
        { ...hours, description: 'Study', minutes: 601, rate },
        { ...hours, description: 'Report', minutes: 300, rate: rate + 1 },
      ],
      discount: 1_000,
    },
  });
  const agreed = await manager.call(quotes.accept, {
    params: { id: quote.id },
    version: written.version,
  });
  await manager.call(contracts.create, { params: { dealId: id }, body: { reference: 'PO 4711' } });
  const move = await moveTo(firm, id, 'Won');
  const signed = calendarDate('2026-05-04');
  const won = await manager.call(deals.move, {
    ...move,
    body: { ...move.body, contractSignedOn: signed },
  });
  const params = { id: won.handOff?.id ?? failed() };
  const first = await manager.call(handOffs.get, { params });
  const returned = await manager.call(handOffs.return, {
    params,
    version: first.version,
    body: { reason: 'Who is the contact?' },
  });
  const again = await manager.call(handOffs.propose, { params, version: returned.version });
  const accepted = await manager.call(handOffs.accept, {
    params,
    version: again.version,
    body: { projectManagerId: paula },
  });
  return { agreed, seen: first, projectId: accepted.project?.id ?? failed() };
}

describe('what was sold comes over line by line (B09, U01, U02)', () => {
  test('at the quoted rates, with every promise, after one return; so does the second deal of the account', async () => {
    for (const [name, rate] of [
      ['First of the account', 13_337],
      ['Second of the account', 11_111],
    ] as const) {
      const { agreed, seen, projectId } = await deliveredDeal(name, rate);
      const sold = await firm.manager.call(soldProjects.get, { params: { id: projectId } });
      expect(sold.lines.map((line) => [line.description, line.minutes, line.rate])).toEqual([
        ['Study', 601, rate],
        ['Report', 300, rate + 1],
      ]);
      expect(sold.lines.reduce((sum, line) => sum + line.amount, 0)).toBe(agreed.taxable);
      expect(seen.sold.lines.map(({ amount }) => amount)).toEqual(
        sold.lines.map(({ amount }) => amount),
      );
      expect(sold.promises).toContainEqual(
        expect.objectContaining({ amount: agreed.taxable, source: 'quote' }),
      );
      expect(sold.promises.find(({ source }) => source === 'contract')?.text).toContain('PO 4711');
      const project = await firm.manager.call(projects.get, { params: { id: projectId } });
      expect(project).toMatchObject({ price: agreed.taxable });
      expect(sold.drift).toMatchObject({
        price: { sold: agreed.taxable, now: agreed.taxable },
        minutes: { sold: 901, estimated: 901, logged: 0 },
        scope: { sold: 2, delivered: 0 },
        effortDrift: 0,
      });
    }
  });

  test('and shows how far delivery moved from it', async () => {
    const { projectId } = await deliveredDeal('Drifting', 10_000);
    const { lines } = await firm.manager.call(soldProjects.get, { params: { id: projectId } });
    const [line] = lines;
    const after = await firm.manager.call(soldProjects.setLineState, {
      params: { id: line?.id ?? failed() },
      version: line?.version ?? 0,
      body: { state: 'delivered' },
    });
    expect(after.drift.scope).toMatchObject({ sold: 2, delivered: 1 });
  });

  test('without a quote the product lines of the deal come over', async () => {
    const { manager } = firm;
    const id = await newDeal(firm, 'By product');
    const lines = [{ productId: null, name: 'Workshop', quantity: 2, unitPrice: 90_000 }];
    await manager.call(dealParts.setLines, { params: { id }, body: { lines } });
    const move = await moveTo(firm, id, 'Won');
    const body = { ...move.body, contractSignedOn: calendarDate('2026-05-04') };
    const won = await manager.call(deals.move, { ...move, body });
    const seen = await manager.call(handOffs.get, { params: { id: won.handOff?.id ?? failed() } });
    expect(seen.sold.lines).toMatchObject([{ description: 'Workshop', amount: 180_000 }]);
  });
});

function failed(): never {
  throw new Error('nothing was made');
}

describe('the goals of the customer that a client project serves (B12, CR-13)', () => {
  test('are set by hand too, only those of its own account, and answer the prompt', async () => {
    const { manager } = firm;
    const account = await manager.call(accounts.create, { body: { name: 'Fjord Ferries' } });
    const other = await manager.call(accounts.create, { body: { name: 'Solaris Housing' } });
    const goalOf = (accountId: typeof account.id, name: string) =>
      manager.call(customerGoals.create, { body: { accountId, name, driver: 'growth' } });
    const goal = await goalOf(account.id, 'Fewer empty sailings');
    const foreign = await goalOf(other.id, 'Warm flats');
    const project = await manager.call(projects.create, {
      body: { kind: 'client', name: 'Timetable', accountId: account.id },
    });
    const params = { id: project.id };
    const prompted = async () =>
      (await manager.call(customerGoals.prompts)).rows.map(({ id }) => id);
    expect(await prompted()).toContain(goal.id);
    const sold = await manager.call(soldProjects.setCustomerGoals, {
      params,
      body: { customerGoalIds: [goal.id, goal.id] },
    });
    expect(sold.customerGoals).toEqual([{ id: goal.id, name: 'Fewer empty sailings' }]);
    expect(await prompted()).not.toContain(goal.id);
    const refused = await manager.refused(soldProjects.setCustomerGoals, {
      params,
      body: { customerGoalIds: [goal.id, foreign.id] },
    });
    expect(refused.issues).toMatchObject([
      { path: ['customerGoalIds', 1], message: 'is the goal of another account' },
    ]);
    const none = { params, body: { customerGoalIds: [] } };
    expect((await manager.call(soldProjects.setCustomerGoals, none)).customerGoals).toEqual([]);
  });
});
