import { accounts } from '@evenkeel/contract/accounts';
import { deals } from '@evenkeel/contract/deals';
import { history } from '@evenkeel/contract/history';
import { search } from '@evenkeel/contract/search';
import { calendarDate } from '@evenkeel/core/calendar-date';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let seller: Client;

beforeAll(async () => {
  seller = await app.client();
});

async function stageNamed(name: string) {
  const { rows } = await seller.call(deals.stages);
  const stage = rows.find((row) => row.name === name);
  if (!stage) throw new Error(`no stage ${name}`);
  return stage;
}

describe('a deal', () => {
  test('starts in the first stage, numbered, and is found by name and by number (CR-05)', async () => {
    const account = await seller.call(accounts.create, { body: { name: 'Harbour Logistics' } });
    const deal = await seller.call(deals.create, {
      body: { name: 'Warehouse study', accountId: account.id, value: 4_500_000 },
    });
    expect(deal).toMatchObject({ number: 1001, version: 1, value: 4_500_000 });
    expect(deal.account).toEqual({ id: account.id, name: 'Harbour Logistics' });
    expect(deal.stageId).toBe((await stageNamed('Qualified')).id);
    for (const query of ['warehouse', 'DEA-1001']) {
      const { rows } = await seller.call(search.find, { query: { query } });
      expect(rows.map((hit) => hit.id)).toContain(deal.id);
    }
  });

  test.each([
    ['an amount that would break the sums of every list', { value: 100_000_000_000_001 }],
    [
      'a day that counting on from would leave the calendar',
      { closeOn: calendarDate('9999-12-31') },
    ],
    ['a character that no text of the database holds', { notes: 'a\u0000b' }],
  ])('takes not %s', async (_, wrong) => {
    const problem = await seller.refused(deals.create, { body: { name: 'Slip', ...wrong } });
    expect(problem).toMatchObject({ status: 422, code: 'invalid-input' });
  });

  test('moves to a stage, which closes it today and stands in its history with names', async () => {
    const deal = await seller.call(deals.create, { body: { name: 'Moved deal' } });
    const won = await stageNamed('Won');
    const moved = await seller.call(deals.move, {
      params: { id: deal.id },
      version: deal.version,
      body: { stageId: won.id },
    });
    expect(moved.version).toBe(2);
    expect(moved.closeOn).toBe(moved.stageSince);
    const { rows } = await seller.call(history.list, { query: { root: 'deal', rootId: deal.id } });
    expect(rows[0]).toMatchObject({ action: 'update', by: { name: 'Test owner' } });
    expect(rows[0]?.fields).toContainEqual({ field: 'stage', before: 'Qualified', after: 'Won' });
  });

  test('changed by two people at once: the second is told, nothing is overwritten', async () => {
    const deal = await seller.call(deals.create, { body: { name: 'Contested' } });
    const change = (nextStep: string) =>
      ({ params: { id: deal.id }, version: deal.version, body: { nextStep } }) as const;
    await seller.call(deals.update, change('Call on Monday'));
    const problem = await seller.refused(deals.update, change('Send the offer'));
    expect(problem).toMatchObject({ status: 409, code: 'stale-version' });
    const { nextStep } = await seller.call(deals.get, { params: { id: deal.id } });
    expect(nextStep).toBe('Call on Monday');
  });

  test('needs the version that was changed', async () => {
    const deal = await seller.call(deals.create, { body: { name: 'No version' } });
    const problem = await seller.refused(deals.update, {
      params: { id: deal.id },
      body: { notes: 'x' },
    });
    expect(problem).toMatchObject({ status: 428, code: 'version-needed' });
  });

  test('goes to the trash and comes back whole', async () => {
    const deal = await seller.call(deals.create, { body: { name: 'Thrown away', value: 700 } });
    await seller.call(deals.remove, { params: { id: deal.id } });
    const listed = await seller.call(deals.list, { query: { search: 'Thrown away' } });
    expect(listed.rows).toEqual([]);
    const restored = await seller.call(deals.restore, { params: { id: deal.id } });
    expect(restored).toMatchObject({ name: 'Thrown away', value: 700, deletedAt: null });
  });

  test('says what is wrong with a field and writes nothing', async () => {
    const body = {
      name: 'Backwards',
      deliveryStartOn: calendarDate('2026-05-01'),
      deliveryEndOn: calendarDate('2026-04-01'),
    };
    const problem = await seller.refused(deals.create, { body });
    expect(problem.code).toBe('invalid-input');
    expect(problem.issues[0]).toMatchObject({ path: ['deliveryEndOn'], code: 'too-early' });
    const unnamed = await seller.refused(deals.create, { body: { name: '  ' } });
    expect(unnamed.issues[0]).toMatchObject({ path: ['name'], message: 'is needed' });
    const listed = await seller.call(deals.list, { query: { search: 'Backwards' } });
    expect(listed.total).toBe(0);
  });

  test('is made once for one Idempotency-Key, however often it is sent', async () => {
    const request = { body: { name: 'Sent twice' }, headers: { 'idempotency-key': 'key-1' } };
    const first = await seller.call(deals.create, request);
    const second = await seller.call(deals.create, request);
    expect(second).toEqual(first);
    const other = await seller.refused(deals.create, {
      body: { name: 'Something else' },
      headers: { 'idempotency-key': 'key-1' },
    });
    expect(other.code).toBe('key-reused');
  });
});

describe('the list of deals', () => {
  test('pages through every row once, in order, whatever the sort', async () => {
    const reader = await app.client();
    for (let index = 0; index < 25; index += 1) {
      const closeOn =
        index % 3 === 0 ? null : calendarDate(`2026-01-${String(28 - index).padStart(2, '0')}`);
      await reader.call(deals.create, {
        body: { name: `Deal ${index % 5}`, value: index * 100, closeOn },
      });
    }
    for (const sort of ['number', '-value', 'name', '-name', 'closeOn', '-closeOn'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const answer = await reader.call(deals.list, {
          query: { sort, limit: 7, ...(cursor ? { cursor } : {}) },
        });
        expect(answer.total).toBe(25);
        seen.push(...answer.rows.map((row) => row.id));
        cursor = answer.nextCursor ?? undefined;
      } while (cursor);
      expect(new Set(seen).size, sort).toBe(25);
    }
  });

  test('of one workspace never shows a deal of another, nor changes it', async () => {
    const stranger = await app.client();
    const deal = await seller.call(deals.create, { body: { name: 'Secret deal' } });
    const listed = await stranger.call(deals.list, { query: { search: 'Secret' } });
    expect(listed.rows).toEqual([]);
    for (const refusal of [
      await stranger.refused(deals.get, { params: { id: deal.id } }),
      await stranger.refused(deals.update, {
        params: { id: deal.id },
        version: 1,
        body: { notes: 'x' },
      }),
      await stranger.refused(deals.remove, { params: { id: deal.id } }),
    ]) {
      expect(refusal.status).toBe(404);
    }
  });

  test('is closed to who may only look, when it comes to writing', async () => {
    const viewer = await app.client({ role: 'viewer', workspaceOf: seller });
    expect((await viewer.call(deals.list)).total).toBeGreaterThan(0);
    const refusal = await viewer.refused(deals.create, { body: { name: 'No' } });
    expect(refusal).toMatchObject({ status: 403, code: 'not-allowed' });
  });
});
