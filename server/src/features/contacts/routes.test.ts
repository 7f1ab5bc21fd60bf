import { accounts } from '@evenkeel/contract/accounts';
import { contacts } from '@evenkeel/contract/contacts';
import { history } from '@evenkeel/contract/history';
import { search } from '@evenkeel/contract/search';
import { trash } from '@evenkeel/contract/trash';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let seller: Client;

beforeAll(async () => {
  seller = await app.client();
});

async function accountNamed(name: string) {
  return seller.call(accounts.create, { body: { name } });
}

describe('a contact', () => {
  test('stands at several accounts, one of them the main one, with a role at each (CL-13)', async () => {
    const harbour = await accountNamed('Harbour Logistics');
    const velden = await accountNamed('Velden Energy');
    const contact = await seller.call(contacts.create, {
      body: {
        name: 'Anna Berg',
        emails: [{ email: 'anna@harbour.example' }, { email: 'anna@home.example', label: 'home' }],
        phones: [{ phone: '+49 170 1234567' }],
        accounts: [
          { accountId: velden.id, role: 'Board member' },
          {
            accountId: harbour.id,
            role: 'Head of operations',
            needs: 'Weekly dates',
            isPrimary: true,
          },
        ],
      },
    });
    expect(contact).toMatchObject({ number: 1001, email: 'anna@harbour.example', version: 1 });
    expect(contact.accounts).toEqual([
      {
        id: harbour.id,
        name: 'Harbour Logistics',
        role: 'Head of operations',
        needs: 'Weekly dates',
        isPrimary: true,
      },
      { id: velden.id, name: 'Velden Energy', role: 'Board member', needs: '', isPrimary: false },
    ]);
    const ofVelden = await seller.call(contacts.list, { query: { accountId: velden.id } });
    expect(ofVelden.rows.map((row) => row.id)).toEqual([contact.id]);
    for (const query of ['anna berg', 'CON-1001']) {
      const { rows } = await seller.call(search.find, { query: { query } });
      expect(rows).toContainEqual(
        expect.objectContaining({ kind: 'contact', id: contact.id, context: 'Harbour Logistics' }),
      );
    }
    for (const text of ['harbour.example', 'Velden', 'Anna']) {
      const { rows } = await seller.call(contacts.list, { query: { search: text } });
      expect(
        rows.map((row) => row.id),
        text,
      ).toContain(contact.id);
    }
  });

  test('is changed in one write with its e-mails and accounts, and the history says what differs (CR-01)', async () => {
    const account = await accountNamed('Arctic Seafood');
    const contact = await seller.call(contacts.create, {
      body: {
        name: 'Bo Lind',
        emails: [{ email: 'bo@arctic.example' }],
        accounts: [{ accountId: account.id }],
      },
    });
    expect(contact.accounts[0]?.isPrimary).toBe(true);
    const changed = await seller.call(contacts.update, {
      params: { id: contact.id },
      version: contact.version,
      body: {
        preferredChannel: 'phone',
        language: 'sv',
        doNotContact: true,
        emails: [
          { email: 'bo.lind@arctic.example', label: 'work' },
          { email: 'bo@arctic.example' },
        ],
      },
    });
    expect(changed).toMatchObject({
      preferredChannel: 'phone',
      language: 'sv',
      doNotContact: true,
    });
    expect(changed.emails.map(({ email }) => email)).toEqual([
      'bo.lind@arctic.example',
      'bo@arctic.example',
    ]);
    expect(changed.accounts).toHaveLength(1);
    const { rows } = await seller.call(history.list, {
      query: { root: 'contact', rootId: contact.id },
    });
    expect(rows.flatMap((row) => row.fields.map(({ field }) => field))).toEqual(
      expect.arrayContaining(['preferred channel', 'do not contact', 'email']),
    );
    const stale = await seller.refused(contacts.update, {
      params: { id: contact.id },
      version: contact.version,
      body: { emails: [] },
    });
    expect(stale.code).toBe('stale-version');
    const kept = await seller.call(contacts.get, { params: { id: contact.id } });
    expect(kept.emails).toHaveLength(2);
  });

  test.each([
    ['no name', { name: ' ' }, ['name']],
    [
      'an address that is none',
      { name: 'X', emails: [{ email: 'x at y' }] },
      ['emails', 0, 'email'],
    ],
    [
      'one address twice, however it is typed',
      { name: 'X', emails: [{ email: 'x@y.example' }, { email: 'X@Y.example' }] },
      ['emails', 1, 'email'],
    ],
    ['a language that is none', { name: 'X', language: 'Deutsch' }, ['language']],
  ])('with %s is refused beside its field', async (_, body, path) => {
    const problem = await seller.refused(contacts.create, { body });
    expect(problem).toMatchObject({ status: 422, code: 'invalid-input' });
    expect(problem.issues[0]?.path).toEqual(path);
  });

  test('has one main account only', async () => {
    const [one, two] = [await accountNamed('One'), await accountNamed('Two')];
    const accountsGiven = [one, two].map(({ id }) => ({ accountId: id, isPrimary: true }));
    const problem = await seller.refused(contacts.create, {
      body: { name: 'Two homes', accounts: accountsGiven },
    });
    expect(problem.issues[0]?.path).toEqual(['accounts', 1, 'isPrimary']);
    const contact = await seller.call(contacts.create, {
      body: {
        name: 'Moves',
        accounts: [{ accountId: one.id, isPrimary: true }, { accountId: two.id }],
      },
    });
    const moved = await seller.call(contacts.update, {
      params: { id: contact.id },
      version: contact.version,
      body: { accounts: [{ accountId: one.id }, { accountId: two.id, isPrimary: true }] },
    });
    expect(moved.accounts.map(({ name, isPrimary }) => [name, isPrimary])).toEqual([
      ['Two', true],
      ['One', false],
    ]);
  });

  test('goes to the trash and comes back whole', async () => {
    const contact = await seller.call(contacts.create, {
      body: { name: 'Gone for now', emails: [{ email: 'gone@now.example' }] },
    });
    await seller.call(contacts.remove, { params: { id: contact.id } });
    expect((await seller.call(trash.list)).rows).toContainEqual(
      expect.objectContaining({ kind: 'contact', id: contact.id, number: contact.number }),
    );
    expect((await seller.call(contacts.list, { query: { search: 'Gone for now' } })).total).toBe(0);
    const restored = await seller.call(contacts.restore, { params: { id: contact.id } });
    expect(restored).toMatchObject({ email: 'gone@now.example', deletedAt: null });
  });

  test('of another firm cannot be put at an account here', async () => {
    const stranger = await app.client();
    const theirs = await stranger.call(accounts.create, { body: { name: 'Theirs' } });
    const problem = await seller.refused(contacts.create, {
      body: { name: 'Intruder', accounts: [{ accountId: theirs.id }] },
    });
    expect(problem).toMatchObject({ status: 422 });
    expect((await seller.call(contacts.list, { query: { search: 'Intruder' } })).total).toBe(0);
  });
});

describe('an account', () => {
  test('says how and how often it wants to hear from us, and when next (CR-18, CL-03, CL-22)', async () => {
    const account = await accountNamed('Kept up with');
    expect(account).toMatchObject({ lifecycle: 'prospect', health: 'unknown' });
    expect(account.nextContact.standing).toBe('none');
    const changed = await seller.call(accounts.update, {
      params: { id: account.id },
      version: account.version,
      body: {
        preferredChannel: 'video',
        language: 'fr',
        interpreterNote: 'French at board meetings',
        contactCadenceDays: 30,
        lifecycle: 'former',
      },
    });
    expect(changed).toMatchObject({
      preferredChannel: 'video',
      language: 'fr',
      lifecycle: 'former',
      decidedLifecycle: 'former',
    });
    expect(changed.nextContact).toMatchObject({ standing: 'fine', daysOverdue: 0 });
    const listed = await seller.call(accounts.list, { query: { search: 'Kept up with' } });
    expect(listed.rows[0]?.nextContact).toEqual(changed.nextContact);
  });
});
