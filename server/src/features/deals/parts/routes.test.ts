import { dealParts } from '@evenkeel/contract/deal-parts';
import { dealReasons } from '@evenkeel/contract/deal-reasons';
import { dealReports } from '@evenkeel/contract/deal-reports';
import { deals } from '@evenkeel/contract/deals';
import { interactions } from '@evenkeel/contract/interactions';
import { products } from '@evenkeel/contract/products';
import { addDays, type CalendarDate, calendarDate } from '@evenkeel/core/calendar-date';
import type { DealId } from '@evenkeel/core/id';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../../test/app.ts';
import { asOwner } from '../../../test/factories.ts';

const app = await startTestApp();
let seller: Client;

beforeEach(async () => {
  seller = await app.client();
});

async function stageNamed(name: string) {
  const { rows } = await seller.call(deals.stages);
  const stage = rows.find((row) => row.name === name);
  if (!stage) throw new Error(`no stage ${name}`);
  return stage;
}

async function moveTo(id: DealId, name: string, more: Record<string, unknown> = {}) {
  const { version } = await seller.call(deals.get, { params: { id } });
  const { id: stageId } = await stageNamed(name);
  return seller.call(deals.move, { params: { id }, version, body: { stageId, ...more } });
}

describe('what hangs on a deal', () => {
  test('product lines add up, and their sum becomes the value when asked', async () => {
    const workshop = await seller.call(products.create, { body: { name: 'Workshop' } });
    const { id } = await seller.call(deals.create, { body: { name: 'Two workshops', value: 5 } });
    const lines = [
      { productId: workshop.id, name: 'Workshop day', quantity: 2.5, unitPrice: 180_001 },
      { productId: null, name: 'Travel', quantity: 1, unitPrice: 45_000 },
    ];
    const kept = await seller.call(dealParts.setLines, { params: { id }, body: { lines } });
    expect(kept).toMatchObject({ value: 5, product: { name: 'Workshop' } });
    expect(kept.lines.map(({ amount }) => amount)).toEqual([450_003, 45_000]);
    const valued = await seller.call(dealParts.setLines, {
      params: { id },
      body: { lines, setsValue: true },
    });
    expect(valued.value).toBe(495_003);
  });

  test('competitors say how we stand in feature, function, price and performance (CR-16)', async () => {
    const { id } = await seller.call(deals.create, {
      body: { name: 'Head to head', contest: 'initiative-led' },
    });
    const competitor = {
      name: 'Big Four & Co',
      feature: 'ahead' as const,
      function: 'level' as const,
      price: 'behind' as const,
      performance: null,
      note: 'Half our price',
    };
    const deal = await seller.call(dealParts.setCompetitors, {
      params: { id },
      body: { competitors: [competitor] },
    });
    expect(deal.contest).toBe('initiative-led');
    expect(deal.competitors).toEqual([competitor]);
  });

  test('names contacts and customer goals that are here only', async () => {
    const { id } = await seller.call(deals.create, { body: { name: 'Unknown people' } });
    const stranger = '00000000-0000-4000-8000-000000000000';
    const problem = await seller.refused(dealParts.setStakeholders, {
      params: { id },
      // An id of nothing: only its shape is right.
      body: { stakeholders: [{ contactId: stranger as never, part: 'decides', note: '' }] },
    });
    expect(problem.issues[0]?.path).toEqual(['stakeholders', 0, 'contactId']);
    const goal = await seller.refused(dealParts.setServed, {
      params: { id },
      body: { customerGoalIds: [stranger as never], customerInitiativeIds: [] },
    });
    expect(goal.issues[0]?.path).toEqual(['customerGoalIds', 0]);
  });
});

describe('reasons why deals are won and lost (CR-05)', () => {
  test('are asked at the move, fit the outcome, and go when the deal opens again', async () => {
    const price = await seller.call(dealReasons.create, {
      body: { outcome: 'lost', name: 'Price' },
    });
    const { id } = await seller.call(deals.create, { body: { name: 'Too dear' } });
    const lost = await moveTo(id, 'Lost', { reasonId: price.id, lostReason: 'Half as much' });
    expect(lost).toMatchObject({ reason: { name: 'Price' }, lostReason: 'Half as much' });
    const won = await stageNamed('Won');
    const wrong = await seller.refused(deals.move, {
      params: { id },
      version: lost.version,
      body: { stageId: won.id, reasonId: price.id },
    });
    expect(wrong.issues[0]?.path).toEqual(['reasonId']);
    const open = await moveTo(id, 'Proposal');
    expect(open).toMatchObject({ reason: null, lostReason: null });
  });

  test('are retired, not deleted, once a deal was decided for them', async () => {
    const reason = await seller.call(dealReasons.create, {
      body: { outcome: 'lost', name: 'No budget' },
    });
    const { id } = await seller.call(deals.create, { body: { name: 'Next year' } });
    await moveTo(id, 'Lost', { reasonId: reason.id });
    const params = { id: reason.id };
    expect((await seller.refused(dealReasons.remove, { params })).code).toBe('still-in-use');
    const retired = await seller.call(dealReasons.update, {
      params,
      version: reason.version,
      body: { isRetired: true },
    });
    expect(retired).toMatchObject({ isRetired: true, dealCount: 1 });
  });

  test('and marks are reported as a hand adds them up (B12)', async () => {
    const price = await seller.call(dealReasons.create, {
      body: { outcome: 'lost', name: 'Price' },
    });
    const decided = [
      ['Won', 'goal-led', 400, undefined],
      ['Lost', 'goal-led', 100, undefined],
      ['Lost', 'initiative-led', 70, price.id],
      ['Lost', 'initiative-led', 30, price.id],
    ] as const;
    for (const [stage, contest, value, reasonId] of decided) {
      const { id } = await seller.call(deals.create, { body: { name: stage, contest, value } });
      await moveTo(id, stage, reasonId ? { reasonId } : {});
    }
    const report = await seller.call(dealReports.outcomes);
    expect(report.byReason.lost).toMatchObject([
      { reason: { name: 'Price' }, lostCount: 2, lostValue: 100 },
      { reason: null, lostCount: 1, lostValue: 100 },
    ]);
    expect(report.byContest).toMatchObject([
      { contest: 'goal-led', wonCount: 1, lostCount: 1, winRate: 5_000 },
      { contest: 'initiative-led', wonCount: 0, lostCount: 2, winRate: 0 },
    ]);
  });
});

describe('deals gone quiet and the forecast', () => {
  test('a deal without a move for longer than its stage allows is flagged until somebody acts', async () => {
    const { id, stageId, stageSince } = await seller.call(deals.create, {
      body: { name: 'Nobody called' },
    });
    await age(id, addDays(stageSince, -22));
    const quiet = await seller.call(deals.get, { params: { id } });
    expect(quiet.isQuiet).toBe(true);
    const listed = await seller.call(deals.list, { query: { stageId } });
    expect(listed.rows.find((row) => row.id === id)?.isQuiet).toBe(true);
    const planned = await seller.call(deals.update, {
      params: { id },
      version: quiet.version,
      body: { nextStepOn: addDays(stageSince, 5) },
    });
    expect(planned).toMatchObject({ isQuiet: false, touchedOn: stageSince });
  });

  test('a call about a quiet deal is a move, a note to oneself is none (CR-19, CR-23)', async () => {
    const { id, stageSince } = await seller.call(deals.create, {
      body: { name: 'Somebody called' },
    });
    await age(id, addDays(stageSince, -40));
    const isQuiet = async () => (await seller.call(deals.get, { params: { id } })).isQuiet;
    const log = (kind: 'note' | 'call', daysAgo: number) =>
      seller.call(interactions.create, {
        body: { kind, name: 'About the deal', dealId: id, on: addDays(stageSince, -daysAgo) },
      });
    await log('note', 2);
    await log('call', 30);
    expect(await isQuiet()).toBe(true);
    const call = await log('call', 3);
    expect(await isQuiet()).toBe(false);
    const listed = await seller.call(deals.list, { query: { ids: id } });
    expect(listed.rows[0]).toMatchObject({ isQuiet: false, touchedOn: addDays(stageSince, -3) });
    await seller.call(interactions.remove, { params: { id: call.id } });
    expect(await isQuiet()).toBe(true);
  });

  test('each figure of the forecast is the sum of its deals (U19)', async () => {
    const made = await seller.call(deals.create, { body: { name: 'Any' } });
    const today = made.stageSince;
    const closeOn = calendarDate(`${Number(today.slice(0, 4)) + 1}-03-10`);
    for (const value of [1_001, 2_002]) {
      await seller.call(deals.create, { body: { name: 'Spring', value, closeOn } });
    }
    const won = await seller.call(deals.create, { body: { name: 'Done', value: 7_000 } });
    await moveTo(won.id, 'Won');
    const { rows } = await seller.call(dealReports.forecast);
    expect(rows.map((row) => [row.period, row.full, row.weighted, row.won])).toEqual([
      [today.slice(0, 7), 0, 0, 7_000],
      [closeOn.slice(0, 7), 3_003, 150 + 300, 0],
      ['undated', 0, 0, 0],
    ]);
  });

  async function age(id: DealId, day: CalendarDate): Promise<void> {
    await asOwner(app.databaseUrl, async (client) => {
      await client.query(`update deal set stage_since = $2, touched_on = null where id = $1`, [
        id,
        day,
      ]);
    });
  }
});

describe('a hand-off of a deal that was there before (CR-06)', () => {
  test('is proposed by nobody until somebody asks for it', async () => {
    const { id } = await seller.call(deals.create, { body: { name: 'Imported' } });
    const won = await stageNamed('Won');
    await asOwner(app.databaseUrl, async (client) => {
      await client.query(
        `update deal set stage_id = $2, contract_signed_on = '2024-05-01' where id = $1`,
        [id, won.id],
      );
    });
    const { version } = await seller.call(deals.get, { params: { id } });
    const edited = await seller.call(deals.update, {
      params: { id },
      version,
      body: { notes: 'An old one' },
    });
    expect(edited.handOff).toBeNull();
    const asked = await seller.call(deals.proposeHandOff, { params: { id } });
    expect(asked.handOff?.state).toBe('proposed');
  });

  test('needs a deal that is won and signed', async () => {
    const { id } = await seller.call(deals.create, { body: { name: 'Still open' } });
    const problem = await seller.refused(deals.proposeHandOff, { params: { id } });
    expect(problem.code).toBe('wrong-state');
  });
});
