import { allocations } from '@evenkeel/contract/allocations';
import type { BodyInputOf } from '@evenkeel/contract/endpoint';
import { people } from '@evenkeel/contract/people';
import { type ringFences as noun, reserveLoans, ringFences } from '@evenkeel/contract/ring-fences';
import { addDays, addMonths, monthEnd, monthOf, monthStart } from '@evenkeel/core/calendar-date';
import { describe, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';
import { createPlannedFirm, type PlannedFirm } from '../allocations/allocations.fixture.ts';
import { settleReserves } from './jobs.ts';

const app = await startTestApp();
const today = dayIn('Europe/Berlin', new Date());
/** Next month, so that nothing of it is past, and the one after. */
const month = addMonths(monthOf(today), 1);
const after = addMonths(month, 1);
const days = { startOn: monthStart(month), endOn: monthEnd(month) };

type Setup = { client: Client; firm: PlannedFirm; site: PlannedFirm['site'] };

/** Two people, a client project (approved, as it has been sold), and nothing planned. */
async function setUp(): Promise<Setup> {
  const client = await app.client();
  const firm = await createPlannedFirm(client);
  return { client, firm, site: firm.site };
}

/** A fifth of the firm, from this month on. */
function holdBack(client: Client, more: Partial<BodyInputOf<typeof noun.create>> = {}) {
  return client.call(ringFences.create, { body: fence(more) });
}

function fence(more: Partial<BodyInputOf<typeof noun.create>> = {}) {
  return {
    name: 'A fifth',
    scope: { kind: 'firm' as const, id: null },
    term: { fromMonth: monthOf(today), amount: { by: 'share' as const, basisPoints: 2000 } },
    ...more,
  };
}

/** All of somebody's month but what is said. */
function take({ site, firm }: Setup, basisPoints = 10_000) {
  return {
    projectId: site,
    personId: firm.ada,
    ...days,
    effort: { by: 'share' as const, basisPoints },
  };
}

async function monthOfLedger(client: Client, which = month) {
  const ledger = await client.call(ringFences.ledger);
  const found = ledger.months.find((one) => one.month === which);
  if (!found) throw new Error('no such month');
  return found;
}

async function lend(client: Client, id: string, amount: number, payBackOn = monthEnd(after)) {
  const { rows } = await client.call(reserveLoans.lend, {
    body: {
      reason: 'The client pays for a rush.',
      payBackOn,
      loans: [{ ringFenceId: id as never, months: [{ month, amount }] }],
    },
  });
  return rows[0] ?? expect.fail();
}

describe('a ring-fence (BA-04)', () => {
  test('holds a share of what people can work back, month by month', async () => {
    const { client } = await setUp();
    const made = await holdBack(client);
    expect(made).toMatchObject({ name: 'A fifth', fromMonth: monthOf(today), toMonth: null });
    const found = await monthOfLedger(client);
    expect(found.granted).toBe(Math.round(found.capacityMinutes / 5));
    expect(found).toMatchObject({ taken: 0, lent: 0, balance: found.granted, uncovered: 0 });
    const { rows } = await client.call(ringFences.entries, {
      params: { id: made.id },
      query: { month },
    });
    expect(rows.map(({ kind, amount }) => [kind, amount])).toEqual([['grant', found.granted]]);
  });

  test('holds something else back from a month on, and ends; both are lines of the ledger', async () => {
    const { client } = await setUp();
    const made = await holdBack(client);
    const before = await monthOfLedger(client);
    const changed = await client.call(ringFences.update, {
      params: { id: made.id },
      version: made.version,
      body: {
        term: {
          fromMonth: after,
          amount: { by: 'minutes', minutesPerMonth: 600 },
          moneyMinor: 90_000,
        },
      },
    });
    expect(changed.terms).toHaveLength(2);
    expect((await monthOfLedger(client)).granted).toBe(before.granted);
    expect(await monthOfLedger(client, after)).toMatchObject({
      granted: 600,
      moneyGranted: 90_000,
    });
    await client.call(ringFences.update, {
      params: { id: made.id },
      version: changed.version,
      body: { toMonth: monthOf(today) },
    });
    expect((await monthOfLedger(client)).granted).toBe(0);
    const { rows } = await client.call(ringFences.entries, {
      params: { id: made.id },
      query: { month },
    });
    expect(rows.map(({ kind }) => kind)).toEqual(['adjustment', 'grant']);
  });

  test('is for managers to make and for everybody to see, without its money', async () => {
    const { client } = await setUp();
    await holdBack(client);
    const member = await app.client({ role: 'member', workspaceOf: client });
    expect((await member.refused(ringFences.create, { body: fence() })).status).toBe(403);
    const seen = await member.call(ringFences.ledger);
    expect(seen.months[0]?.moneyGranted).toBeNull();
    const wrong = await client.refused(ringFences.create, {
      body: fence({ scope: { kind: 'team', id: null } }),
    });
    expect(wrong.issues[0]?.path).toEqual(['scope', 'id']);
  });

  test('over hours that clients have already is refused unless they are lent with it', async () => {
    const set = await setUp();
    await set.client.call(allocations.create, { body: take(set) });
    const person = { kind: 'person' as const, id: set.firm.ada };
    const refusal = await set.client.refused(ringFences.create, { body: fence({ scope: person }) });
    expect(refusal.code).toBe('reserve-short');
    const loan = { reason: 'It was promised before.', payBackOn: monthEnd(after) };
    await holdBack(set.client, { scope: person, loan });
    const { loans } = await set.client.call(ringFences.ledger);
    expect(loans).toMatchObject([{ state: 'open', outstanding: refusal.issues[0]?.path[3] }]);
    expect(await monthOfLedger(set.client)).toMatchObject({ balance: 0, floor: 0 });
  });
});

describe('client work and the reserve (B03)', () => {
  test('is refused naming ring-fence, month, what is short and how to borrow; nothing is written', async () => {
    const set = await setUp();
    const { id } = await holdBack(set.client, { scope: { kind: 'person', id: set.firm.ada } });
    const { granted } = await monthOfLedger(set.client);
    const refusal = await set.client.refused(allocations.create, { body: take(set) });
    expect(refusal).toMatchObject({
      status: 409,
      code: 'reserve-short',
      issues: [{ path: ['reserve', id, month, granted], code: 'reserve-short' }],
    });
    expect(refusal.detail).toContain('“A fifth”');
    expect(refusal.detail).toContain('/api/v1/reserve-loans');
    expect((await set.client.call(allocations.list)).total).toBe(0);
    const asked = await set.client.call(ringFences.check, {
      body: { after: [{ ...take(set), id: null, roleId: null, certainty: 'confirmed' }] },
    });
    expect(asked.shortfalls).toMatchObject([{ ringFence: { id }, month, shortMinutes: granted }]);
  });

  test('goes up to the reserve; tentative work and initiatives go into it', async () => {
    const set = await setUp();
    await holdBack(set.client, { scope: { kind: 'person', id: set.firm.ada } });
    await set.client.call(allocations.create, { body: take(set, 8000) });
    expect((await monthOfLedger(set.client)).taken).toBe(0);
    await set.client.call(allocations.create, { body: { ...take(set), certainty: 'tentative' } });
    await set.client.call(allocations.create, {
      body: { ...take(set, 2000), projectId: set.firm.idea, certainty: 'tentative' },
    });
    const found = await monthOfLedger(set.client);
    expect(found.balance).toBe(found.granted);
  });

  test('borrows with approver, reason and day, and shows as taken until it is moved away', async () => {
    const set = await setUp();
    const { id } = await holdBack(set.client, { scope: { kind: 'person', id: set.firm.ada } });
    const { granted } = await monthOfLedger(set.client);
    const member = await app.client({ role: 'member', workspaceOf: set.client });
    expect((await member.refused(allocations.create, { body: take(set) })).code).toBe(
      'reserve-short',
    );
    const loan = await lend(set.client, id, granted);
    expect(loan).toMatchObject({
      state: 'open',
      outstanding: granted,
      reason: 'The client pays for a rush.',
    });
    const made = await member.call(allocations.create, { body: take(set) });
    expect(await monthOfLedger(set.client)).toMatchObject({ taken: granted, balance: 0, floor: 0 });
    await member.call(allocations.remove, { params: { id: made.id } });
    expect(await monthOfLedger(set.client)).toMatchObject({ taken: 0, balance: granted, floor: 0 });
    const { rows } = await set.client.call(ringFences.entries, {
      params: { id },
      query: { month },
    });
    expect(rows.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['taking', -granted],
      ['taking', granted],
      ['loan', granted],
      ['grant', granted],
    ]);
    expect(rows.every(({ member: who }) => who !== null)).toBe(true);
  });

  test('is named short once for each ring-fence that holds the person', async () => {
    const set = await setUp();
    await holdBack(set.client, { scope: { kind: 'person', id: set.firm.ada } });
    await holdBack(set.client, {
      name: 'Consultants',
      scope: { kind: 'role', id: set.firm.consultant },
    });
    const refusal = await set.client.refused(allocations.create, { body: take(set) });
    expect(refusal.issues).toHaveLength(2);
  });
});

describe('a loan (B03)', () => {
  test('is paid back with hours of a later month, which client work then cannot take', async () => {
    const set = await setUp();
    const scope = { kind: 'person' as const, id: set.firm.ada };
    const { id } = await holdBack(set.client, { scope });
    const { granted } = await monthOfLedger(set.client);
    const loan = await lend(set.client, id, granted);
    const payBack = (body: BodyInputOf<typeof reserveLoans.payBack>) => ({
      params: { id: loan.id },
      body,
    });
    const much = await set.client.refused(
      reserveLoans.payBack,
      payBack({ kind: 'pay-back', month: after, amount: granted + 1 }),
    );
    expect(much.issues[0]).toMatchObject({ path: ['amount'], code: 'more-than-owed' });
    const back = await set.client.call(
      reserveLoans.payBack,
      payBack({ kind: 'pay-back', month: after, amount: granted }),
    );
    expect(back).toMatchObject({ state: 'repaid', outstanding: 0 });
    const later = await monthOfLedger(set.client, after);
    expect(later).toMatchObject({ paidBack: granted, balance: later.granted + granted });
    const refusal = await set.client.refused(allocations.create, {
      body: { ...take(set, 8000), startOn: monthStart(after), endOn: monthEnd(after) },
    });
    expect(refusal.issues[0]?.path[3]).toBeGreaterThan(granted / 2);
  });

  test('that was not used is handed back, and only what was not used', async () => {
    const set = await setUp();
    const { id } = await holdBack(set.client, { scope: { kind: 'person', id: set.firm.ada } });
    const loan = await lend(set.client, id, 600);
    await set.client.call(allocations.create, { body: take(set, 8100) });
    const { taken } = await monthOfLedger(set.client);
    expect(taken).toBeGreaterThan(0);
    const refusal = await set.client.refused(reserveLoans.payBack, {
      params: { id: loan.id },
      body: { kind: 'return', month, amount: 600 },
    });
    expect(refusal.issues[0]?.code).toBe('in-use');
    const back = await set.client.call(reserveLoans.payBack, {
      params: { id: loan.id },
      body: { kind: 'return', month, amount: 600 - taken },
    });
    expect(back).toMatchObject({ returned: 600 - taken, outstanding: taken });
  });

  test('stands first in the list from the day after it was due', async () => {
    const { client, ...set } = await setUp();
    const { id } = await holdBack(client, { scope: { kind: 'person', id: set.firm.ada } });
    const late = await lend(client, id, 60, today);
    await lend(client, id, 60);
    await asOwner(app.databaseUrl, (owner) =>
      owner.query('update reserve_loan set pay_back_on = $1 where id = $2', [
        addDays(today, -1),
        late.id,
      ]),
    );
    const { loans } = await client.call(ringFences.ledger);
    expect(loans.map(({ state }) => state)).toEqual(['overdue', 'open']);
    const member = await app.client({ role: 'member', workspaceOf: client });
    const body = {
      reason: 'x',
      payBackOn: today,
      loans: [{ ringFenceId: id, months: [{ month, amount: 1 }] }],
    };
    expect((await member.refused(reserveLoans.lend, { body })).status).toBe(403);
  });
});

test('what changes by itself is booked at night; work that people have no time for any more shows as not lent (B03)', async () => {
  const set = await setUp();
  const { id } = await holdBack(set.client, { scope: { kind: 'person', id: set.firm.ada } });
  await set.client.call(allocations.create, {
    body: { ...take(set), effort: { by: 'day', minutesPerDay: 384 } },
  });
  const ada = await set.client.call(people.get, { params: { id: set.firm.ada } });
  await set.client.call(people.update, {
    params: { id: ada.id },
    version: ada.version,
    body: { weeklyMinutes: 1200 },
  });
  const live = await monthOfLedger(set.client);
  expect(live.uncovered).toBe(live.taken);
  expect(live.taken).toBeGreaterThan(0);
  const lines = () => set.client.call(ringFences.entries, { params: { id }, query: { month } });
  expect((await lines()).rows.filter((row) => row.id === null)).toHaveLength(2);
  const settled = await asOwner(app.databaseUrl, (owner) =>
    settleReserves(owner, app.app.database, new Date()),
  );
  expect(settled).toBeGreaterThan(0);
  expect((await lines()).rows.every((row) => row.id !== null)).toBe(true);
  expect(await monthOfLedger(set.client)).toEqual(live);
  // What is short already is no reason to refuse what makes it no worse.
  const [made] = (await set.client.call(allocations.list)).rows;
  if (!made) return expect.fail();
  await set.client.call(allocations.update, {
    params: { id: made.id },
    version: made.version,
    body: { effort: { by: 'day', minutesPerDay: 360 } },
  });
});
