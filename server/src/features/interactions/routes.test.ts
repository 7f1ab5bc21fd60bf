import { accounts } from '@evenkeel/contract/accounts';
import { contacts } from '@evenkeel/contract/contacts';
import { deals } from '@evenkeel/contract/deals';
import { interactions } from '@evenkeel/contract/interactions';
import { people } from '@evenkeel/contract/people';
import { timeline } from '@evenkeel/contract/timeline';
import { addDays, type CalendarDate, calendarDate } from '@evenkeel/core/calendar-date';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let seller: Client;
let today: CalendarDate;

beforeAll(async () => {
  seller = await app.client();
  // The test firm's zone is Berlin's.
  today = calendarDate(
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date()),
  );
});

async function firm() {
  const account = await seller.call(accounts.create, { body: { name: 'Harbour Logistics' } });
  const contact = await seller.call(contacts.create, {
    body: { name: 'Anna Berg', accounts: [{ accountId: account.id }] },
  });
  const deal = await seller.call(deals.create, {
    body: { name: 'Warehouse study', accountId: account.id, openedOn: addDays(today, -40) },
  });
  return { account, contact, deal };
}

async function entriesOf(
  subject: 'account' | 'contact' | 'deal',
  subjectId: string,
  kinds?: string,
) {
  const { rows } = await seller.call(timeline.read, {
    query: { subject, subjectId, ...(kinds ? { kinds } : {}) },
  });
  return rows.map(({ kind, name }) => `${kind} ${name}`);
}

describe('an interaction', () => {
  test('logged on a deal is of today and of the deal’s account, and is found on all their timelines (CR-01, CL-11)', async () => {
    const { account, contact, deal } = await firm();
    const call = await seller.call(interactions.create, {
      body: {
        kind: 'call',
        name: 'Budget round',
        direction: 'out',
        dealId: deal.id,
        contactIds: [contact.id],
      },
    });
    expect(call).toMatchObject({ on: today, account: { id: account.id }, followUp: null });
    expect(call.by?.name).toBe('Test owner');
    const expected = ['call Budget round', 'deal-opened Warehouse study'];
    expect(await entriesOf('account', account.id)).toEqual(expected);
    expect(await entriesOf('deal', deal.id)).toEqual(expected);
    expect(await entriesOf('contact', contact.id)).toEqual(['call Budget round']);
    expect(await entriesOf('account', account.id, 'deal-opened')).toEqual([expected[1]]);
  });

  test('with a contact only goes to their main account, and is the last contact of both (CL-03)', async () => {
    const { account, contact } = await firm();
    await seller.call(accounts.update, {
      params: { id: account.id },
      version: account.version,
      body: { contactCadenceDays: 14 },
    });
    const on = addDays(today, -20);
    await seller.call(interactions.create, {
      body: { kind: 'email', name: 'Minutes', on, contactIds: [contact.id] },
    });
    await seller.call(interactions.create, {
      body: { kind: 'note', name: 'Mood', contactIds: [contact.id] },
    });
    const seen = await seller.call(accounts.get, { params: { id: account.id } });
    expect(seen.lastContactOn).toBe(on);
    expect(seen.nextContact).toEqual({
      dueOn: addDays(today, -6),
      standing: 'overdue',
      daysOverdue: 6,
    });
    expect(seen.health).toBe('at-risk');
    expect((await seller.call(contacts.get, { params: { id: contact.id } })).lastContactOn).toBe(
      on,
    );
    const listed = await seller.call(contacts.list, { query: { search: 'Anna Berg' } });
    expect(listed.rows.find(({ id }) => id === contact.id)?.lastContactOn).toBe(on);
  });

  test('to be followed up is somebody’s until it is done, and can be opened again', async () => {
    const person = await seller.call(people.create, { body: { name: 'Marek Novak' } });
    const meeting = await seller.call(interactions.create, {
      body: {
        kind: 'meeting',
        name: 'First talk',
        followUpOn: addDays(today, 2),
        followUpOwnerId: person.id,
      },
    });
    const open = () =>
      seller.call(interactions.list, {
        query: { followUpOwnerId: person.id, openFollowUps: 'true' },
      });
    expect((await open()).rows.map(({ id }) => id)).toEqual([meeting.id]);
    const params = { id: meeting.id };
    const done = await seller.call(interactions.setFollowUpDone, {
      params,
      body: { isDone: true },
    });
    expect(done.followUp).toMatchObject({ doneOn: today, owner: { id: person.id } });
    expect((await open()).total).toBe(0);
    await seller.call(interactions.setFollowUpDone, { params, body: { isDone: false } });
    expect((await open()).total).toBe(1);
    const latest = await seller.call(interactions.get, { params });
    const cleared = await seller.call(interactions.update, {
      params,
      version: latest.version,
      body: { followUpOn: null },
    });
    expect(cleared.followUp).toBeNull();
    const refused = await seller.refused(interactions.setFollowUpDone, {
      params,
      body: { isDone: true },
    });
    expect(refused.code).toBe('wrong-state');
  });

  test('a note has no direction, and says so beside the field', async () => {
    const problem = await seller.refused(interactions.create, {
      body: { kind: 'note', name: 'For us', direction: 'in' },
    });
    expect(problem.issues[0]?.path).toEqual(['direction']);
  });

  test('in the trash stands on no timeline, and comes back', async () => {
    const { account, contact } = await firm();
    const call = await seller.call(interactions.create, {
      body: { kind: 'call', name: 'Thrown away', contactIds: [contact.id] },
    });
    await seller.call(interactions.remove, { params: { id: call.id } });
    expect(await entriesOf('account', account.id, 'call')).toEqual([]);
    const seen = await seller.call(accounts.get, { params: { id: account.id } });
    expect(seen.lastContactOn).toBeNull();
    await seller.call(interactions.restore, { params: { id: call.id } });
    expect(await entriesOf('account', account.id, 'call')).toEqual(['call Thrown away']);
  });
});

describe('a timeline', () => {
  test('gives every fact once, page by page, in order', async () => {
    const { account, contact } = await firm();
    for (let index = 0; index < 12; index += 1) {
      await seller.call(interactions.create, {
        body: {
          kind: 'call',
          name: `Call ${index}`,
          on: addDays(today, -(index % 4)),
          contactIds: [contact.id],
        },
      });
    }
    const keys: string[] = [];
    const days: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { rows: { key: string; on: string }[]; nextCursor: string | null } =
        await seller.call(timeline.read, {
          query: {
            subject: 'account',
            subjectId: account.id,
            limit: 5,
            ...(cursor ? { cursor } : {}),
          },
        });
      keys.push(...page.rows.map(({ key }) => key));
      days.push(...page.rows.map(({ on }) => on));
      cursor = page.nextCursor;
    }
    expect(new Set(keys).size).toBe(13);
    expect(keys).toHaveLength(13);
    expect(days).toEqual([...days].sort().reverse());
  });
});

test('sales activity counts what each person did in a period, and nothing else (CR-23)', async () => {
  const owner = await app.client();
  const person = await owner.call(people.create, { body: { name: 'Helena Brandt' } });
  const personIds = [person.id];
  const log = (kind: 'call' | 'email' | 'note', on: CalendarDate) =>
    owner.call(interactions.create, { body: { kind, name: 'x', on, personIds } });
  await log('call', today);
  await log('call', addDays(today, -3));
  await log('call', addDays(today, -31));
  await log('email', today);
  await log('note', today);
  const stages = (await owner.call(deals.stages)).rows;
  const won = stages.find(({ outcome }) => outcome === 'won')?.id;
  const body = { name: 'Won', ownerId: person.id, value: 500, openedOn: addDays(today, -60) };
  const deal = await owner.call(deals.create, { body });
  await owner.call(deals.move, {
    params: { id: deal.id },
    version: deal.version,
    body: { stageId: won ?? deal.stageId },
  });
  const { rows } = await owner.call(interactions.activity, {
    query: { from: addDays(today, -30), to: today },
  });
  expect(rows).toEqual([
    {
      person: { id: person.id, name: 'Helena Brandt' },
      calls: 2,
      emails: 1,
      meetings: 0,
      dealsOpened: 0,
      dealsWon: 1,
      valueWon: 500,
      openFollowUps: 0,
    },
  ]);
});
