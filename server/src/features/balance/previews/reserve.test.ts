import { previews, type WinTerms } from '@evenkeel/contract/previews';
import { ringFences } from '@evenkeel/contract/ring-fences';
import { scenarios } from '@evenkeel/contract/scenarios';
import { monthOf } from '@evenkeel/core/calendar-date';
import { sumOf } from '@evenkeel/core/grouping';
import type { DealId, RingFenceId, TeamId } from '@evenkeel/core/id';
import { expect, test } from 'vitest';
import { startTestApp } from '../../../test/app.ts';
import { createFirm } from '../firm.fixture.ts';
import { firmRows, months, today } from '../scenarios/scenario-firm.fixture.ts';

const app = await startTestApp();

async function firm() {
  const client = await app.client();
  const ids = await createFirm(app.databaseUrl, client.member.workspaceId, firmRows);
  // What the fixture made as deal and ring-fence.
  const north = ids['North'] as TeamId;
  return { client, north, shop: ids['Shop'] as DealId, fence: ids['Fence'] as RingFenceId };
}

test('a deal’s preview says what it takes of a ring-fence, each figure the sum of its rows (B13, B03, U19)', async () => {
  const { client, shop, fence } = await firm();
  const { reserve, added } = await client.call(previews.win, {
    params: { id: shop },
    query: {},
  });
  expect(reserve.length).toBeGreaterThan(3);
  expect(new Set(reserve.map(({ ringFence }) => ringFence.name))).toEqual(new Set(['Fence']));
  for (const one of reserve) {
    const { month } = one;
    expect(
      sumOf(one.rows, (place) => added[place]?.minutes ?? 0),
      month,
    ).toBe(one.askedMinutes);
    const { minutes } = await client.call(ringFences.work, {
      params: { id: fence },
      query: { month },
    });
    expect(minutes, month).toBe(one.bookedMinutes);
    const ofClients = one.bookedMinutes + one.askedMinutes;
    const beyond = Math.max(0, ofClients - (one.capacityMinutes - one.reserveMinutes));
    expect(one.takenWithAskedMinutes).toBe(Math.min(beyond, one.reserveMinutes));
    expect(one.shortMinutes).toBe(one.takenWithAskedMinutes);
  }
});

test('hours planned for a team are asked of its ring-fence; the ledger says what the preview says is held back', async () => {
  const { client, shop, fence, north } = await firm();
  const ask = (query: WinTerms) => client.call(previews.win, { params: { id: shop }, query });
  const [without, within] = [await ask({}), await ask({ teamId: north })];
  const asked = (found: typeof within) => sumOf(found.reserve, (one) => one.askedMinutes);
  expect(asked(without)).toBe(0);
  expect(asked(within)).toBe(sumOf(within.months, (one) => one.after.minutes - one.before.minutes));
  expect(within.reserve.some(({ shortMinutes }) => shortMinutes > 0)).toBe(true);
  const ledger = await client.call(ringFences.ledger, { query: {} });
  for (const one of within.reserve) {
    const booked = ledger.months.find(
      ({ ringFenceId, month }) => ringFenceId === fence && month === one.month,
    );
    if (booked)
      expect([booked.clientMinutes, booked.capacityMinutes, booked.granted]).toEqual([
        one.bookedMinutes,
        one.capacityMinutes,
        one.reserveMinutes,
      ]);
  }
});

test('a scenario that holds back more than clients leave is shown short, and applying it is refused', async () => {
  const { client, fence } = await firm();
  const facts = {
    kind: 'change-reserve',
    ringFenceId: fence,
    fromMonth: monthOf(today),
    amount: { by: 'share', basisPoints: 10_000 },
  } as const;
  const scenario = await client.call(scenarios.create, { body: { name: 'All', changes: [facts] } });
  const { columns } = await client.call(scenarios.compare, {
    body: { scenarioIds: [scenario.id], months },
  });
  const shown = columns[1];
  if (!shown) throw new Error('a comparison without the scenario');
  expect(shown.figures.reserve.some(({ shortNowMinutes }) => shortNowMinutes > 0)).toBe(true);
  const refusal = await client.refused(scenarios.apply, {
    params: { id: scenario.id },
    version: scenario.version,
    body: { seen: shown.seen, months },
  });
  expect(refusal).toMatchObject({ code: 'reserve-short' });
  expect(refusal.detail).toContain('Fence: ');
});
