import { accounts } from '@evenkeel/contract/accounts';
import { contacts } from '@evenkeel/contract/contacts';
import { deals } from '@evenkeel/contract/deals';
import { leads } from '@evenkeel/contract/leads';
import { search } from '@evenkeel/contract/search';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let seller: Client;

beforeAll(async () => {
  seller = await app.client();
});

const whole = {
  name: 'Anna Berg',
  company: 'Harbour Logistics GmbH',
  jobTitle: 'Head of operations',
  email: 'anna@harbour.example',
  phone: '+49 170 123456',
  source: 'Trade fair',
  interest: 'A study of the new terminal.',
};

async function readyLead(part: Partial<typeof whole> = {}) {
  const lead = await seller.call(leads.create, { body: { ...whole, ...part } });
  return seller.call(leads.update, {
    params: { id: lead.id },
    version: lead.version,
    body: { ticked: ['decides', 'fits'] },
  });
}

describe('a lead', () => {
  test('is held against the written definition, criterion by criterion (CR-10)', async () => {
    const lead = await seller.call(leads.create, { body: { name: 'Somebody' } });
    expect(lead).toMatchObject({ number: 1001, state: 'new', metCount: 0 });
    expect(lead.criteria).toHaveLength(5);
    const refused = await seller.refused(leads.qualify, {
      params: { id: lead.id },
      version: lead.version,
      body: { accountId: null, contactId: null, dealName: 'Study' },
    });
    expect(refused).toMatchObject({ status: 409, code: 'wrong-state' });
    expect(refused.issues.map(({ path }) => path[1])).toEqual([
      'reach',
      'company',
      'interest',
      'decides',
      'fits',
    ]);
    expect((await seller.call(accounts.list)).total).toBe(0);
    const { rows } = await seller.call(search.find, { query: { query: 'Somebody' } });
    expect(rows[0]).toMatchObject({ kind: 'lead', id: lead.id });
  });

  test('qualified becomes account, contact and deal with nothing typed again', async () => {
    const lead = await readyLead();
    expect(lead.metCount).toBe(5);
    const qualified = await seller.call(leads.qualify, {
      params: { id: lead.id },
      version: lead.version,
      body: { accountId: null, contactId: null, dealName: 'Terminal study', value: 5_000 },
    });
    expect(qualified).toMatchObject({
      state: 'qualified',
      account: { name: whole.company },
      contact: { name: whole.name },
      deal: { name: 'Terminal study' },
    });
    const contact = await seller.call(contacts.get, {
      params: { id: qualified.contact?.id ?? ('' as never) },
    });
    expect(contact).toMatchObject({
      email: whole.email,
      phone: whole.phone,
      jobTitle: whole.jobTitle,
      accounts: [{ id: qualified.account?.id, role: whole.jobTitle, isPrimary: true }],
    });
    const deal = await seller.call(deals.get, {
      params: { id: qualified.deal?.id ?? ('' as never) },
    });
    expect(deal).toMatchObject({
      account: { id: qualified.account?.id },
      value: 5_000,
      notes: whole.interest,
    });
    const again = await seller.refused(leads.update, {
      params: { id: lead.id },
      version: qualified.version,
      body: { state: 'working' },
    });
    expect(again.code).toBe('wrong-state');
  });

  test('goes to the account and contact that are here already, found by name and address', async () => {
    const account = await seller.call(accounts.create, { body: { name: 'Velden Energy AG' } });
    const contact = await seller.call(contacts.create, {
      body: { name: 'Georg Moser', emails: [{ email: 'g.moser@velden.example' }] },
    });
    const lead = await readyLead({
      name: 'G. Moser',
      company: 'Velden Energy',
      email: 'G.Moser@velden.example',
    });
    const matches = await seller.call(leads.matches, { params: { id: lead.id } });
    expect(matches.accounts.map(({ id }) => id)).toContain(account.id);
    expect(matches.contacts.map(({ id }) => id)).toEqual([contact.id]);
    await seller.call(leads.qualify, {
      params: { id: lead.id },
      version: lead.version,
      body: { accountId: account.id, contactId: contact.id, dealName: 'Portal' },
    });
    const known = await seller.call(contacts.get, { params: { id: contact.id } });
    expect(known.accounts).toMatchObject([{ id: account.id, isPrimary: true }]);
    expect((await seller.call(accounts.list, { query: { search: 'Velden' } })).total).toBe(1);
  });

  test('all or nothing: an account of another firm makes neither contact nor deal', async () => {
    const stranger = await app.client();
    const theirs = await stranger.call(accounts.create, { body: { name: 'Theirs' } });
    const lead = await readyLead({ name: 'Left alone' });
    const problem = await seller.refused(leads.qualify, {
      params: { id: lead.id },
      version: lead.version,
      body: { accountId: theirs.id, contactId: null, dealName: 'Never' },
    });
    expect(problem.status).toBe(422);
    expect((await seller.call(contacts.list, { query: { search: 'Left alone' } })).total).toBe(0);
    expect((await seller.call(leads.get, { params: { id: lead.id } })).state).toBe('new');
  });

  test('that comes to nothing says why, and can be opened again', async () => {
    const lead = await readyLead();
    const lost = await seller.call(leads.disqualify, {
      params: { id: lead.id },
      version: lead.version,
      body: { reason: 'No budget before next year' },
    });
    expect(lost).toMatchObject({
      state: 'disqualified',
      disqualifiedReason: 'No budget before next year',
    });
    const open = await seller.call(leads.update, {
      params: { id: lead.id },
      version: lost.version,
      body: { state: 'working' },
    });
    expect(open).toMatchObject({ state: 'working', disqualifiedReason: null });
  });
});

test('the definition is the firm’s own, written by who manages it, and counts at once', async () => {
  const owner = await app.client();
  const member = await app.client({ role: 'member', workspaceOf: owner });
  const definition = {
    text: 'We know their phone number.',
    criteria: [{ key: 'phone', name: 'A phone number', rule: 'has-phone' as const }],
  };
  expect((await member.refused(leads.define, { body: definition })).code).toBe('not-allowed');
  expect(await owner.call(leads.define, { body: definition })).toEqual(definition);
  expect(await owner.call(leads.define, { body: definition })).toEqual(definition);
  const lead = await owner.call(leads.create, { body: { name: 'X', phone: '+49 1' } });
  expect(lead.criteria).toEqual([{ ...definition.criteria[0], isMet: true }]);
  const twice = await owner.refused(leads.define, {
    body: { text: '', criteria: [...definition.criteria, ...definition.criteria] },
  });
  expect(twice.issues[0]?.path).toEqual(['criteria', 1, 'key']);
});
