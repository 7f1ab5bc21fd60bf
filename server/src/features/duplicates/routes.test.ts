import { accounts } from '@evenkeel/contract/accounts';
import { comments } from '@evenkeel/contract/comments';
import { contacts } from '@evenkeel/contract/contacts';
import { deals } from '@evenkeel/contract/deals';
import { duplicates } from '@evenkeel/contract/duplicates';
import { history } from '@evenkeel/contract/history';
import { links } from '@evenkeel/contract/links';
import { trash } from '@evenkeel/contract/trash';
import type { AccountId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';
import { startSampleApp } from '../../test/sample-app.ts';
import { references } from './references/repository.ts';

const app = await startTestApp();
const sampled = await startSampleApp();
let seller: Client;

beforeAll(async () => {
  seller = await app.client();
});

const account = (name: string, part: object = {}) =>
  seller.call(accounts.create, { body: { name, ...part } });
const contact = (name: string, part: object = {}) =>
  seller.call(contacts.create, { body: { name, ...part } });
const versioned = (
  kept: { id: string; version: number },
  merged: { id: string; version: number },
) => ({
  keptId: kept.id,
  keptVersion: kept.version,
  mergedId: merged.id,
  mergedVersion: merged.version,
});

describe('the list of what moves', () => {
  test('names every column of the catalogue that points to an account or a contact (CR-10)', async () => {
    const found = await asOwner(app.databaseUrl, async (client) => {
      const { rows } = await client.query<{ target: string; place: string }>(
        `select c.confrelid::regclass::text as target, c.conrelid::regclass || '.' || a.attname as place
         from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
         where c.contype = 'f' and c.confrelid in ('account'::regclass, 'contact'::regclass)
           and a.attname <> 'workspace_id'`,
      );
      return rows;
    });
    const kinds = await asOwner(app.databaseUrl, async (client) => {
      const { rows } = await client.query<{ place: string }>(
        `select table_name || '.' || replace(column_name, '_kind', '_id') as place
         from information_schema.columns
         where table_schema = 'public' and column_name ~ '(^|_)(subject|other|target|record)_kind$'
           -- What was told of a project's own days and amounts hangs on nothing else.
           and table_name not in ('promise', 'delay_notice')`,
      );
      return rows.map(({ place }) => place);
    });
    for (const kind of ['account', 'contact'] as const) {
      const foreign = found.filter(({ target }) => target === kind).map(({ place }) => place);
      const listed = references[kind].map(({ table, column }) => `${table}.${column}`);
      expect([...listed].sort()).toEqual([...foreign, ...kinds].sort());
    }
  });
});

describe('two accounts that are one', () => {
  test('are proposed with the reason, and what hangs on both hangs on the kept one', async () => {
    const kept = await account('Harbour Logistics', { sector: 'Logistics', notes: 'Met in Kiel.' });
    const twin = await account('Harbour Logistics GmbH', {
      website: 'harbour.example',
      notes: 'Wants a study.',
    });
    const below = await account('Harbour Kiel', { parentId: twin.id });
    const deal = await seller.call(deals.create, { body: { name: 'Study', accountId: twin.id } });
    const both = await contact('Anna Berg', {
      accounts: [
        { accountId: kept.id, needs: 'Figures' },
        { accountId: twin.id, role: 'Buyer', isPrimary: true },
      ],
    });
    const only = await contact('Bo Lind', { accounts: [{ accountId: twin.id }] });
    const subject = { kind: 'account', id: twin.id } as const;
    await seller.call(comments.create, { body: { subject, body: 'Called twice.' } });
    const { rows } = await seller.call(duplicates.list);
    const pair = rows.find(({ first, second }) => [first.id, second.id].includes(twin.id));
    expect(pair).toMatchObject({ kind: 'account', reasons: ['same-name'] });
    const compared = await seller.call(duplicates.compare, {
      params: { kind: 'account', firstId: kept.id, secondId: twin.id },
    });
    expect(compared.proposedKeptId).toBe(kept.id);
    expect(compared.second.moves).toContainEqual({ what: 'deal', count: 1 });
    expect(compared.fields.find(({ field }) => field === 'website')?.proposed).toBe('second');
    const { moved } = await seller.call(duplicates.merge, {
      body: {
        kind: 'account',
        ...versioned(kept, twin),
        take: [
          { field: 'website', from: 'merged' },
          { field: 'notes', from: 'both' },
        ],
      },
    });
    expect(moved).toBe('1 deal, 1 contact, 1 account below it, 1 comment');
    const after = await seller.call(accounts.get, { params: { id: kept.id } });
    expect(after).toMatchObject({
      name: 'Harbour Logistics',
      sector: 'Logistics',
      website: 'harbour.example',
      notes: 'Met in Kiel.\n\nWants a study.',
    });
    expect((await seller.call(deals.get, { params: { id: deal.id } })).account?.id).toBe(kept.id);
    expect((await seller.call(accounts.get, { params: { id: below.id } })).parent?.id).toBe(
      kept.id,
    );
    const anna = await seller.call(contacts.get, { params: { id: both.id } });
    expect(anna.accounts).toMatchObject([
      { id: kept.id, role: 'Buyer', needs: 'Figures', isPrimary: true },
    ]);
    const bo = await seller.call(contacts.get, { params: { id: only.id } });
    expect(bo.accounts).toMatchObject([{ id: kept.id }]);
    await told(kept.id, twin.id);
  });

  test('are apart again when the merge is taken back, but for what was changed since', async () => {
    const kept = await account('Solaris Housing', { notes: 'First.' });
    const twin = await account('Solaris Housing AG', { sector: 'Housing', notes: 'Second.' });
    const left = await seller.call(deals.create, { body: { name: 'Left', accountId: twin.id } });
    const moved = await seller.call(deals.create, { body: { name: 'Moved', accountId: twin.id } });
    const both = await contact('Ada Both', {
      accounts: [
        { accountId: kept.id, needs: 'Figures', isPrimary: true },
        { accountId: twin.id, role: 'Buyer' },
      ],
    });
    const before = await seller.call(contacts.get, { params: { id: both.id } });
    await seller.call(duplicates.merge, {
      body: {
        kind: 'account',
        ...versioned(kept, twin),
        take: [
          { field: 'sector', from: 'merged' },
          { field: 'notes', from: 'both' },
        ],
      },
    });
    const merged = await seller.call(accounts.get, { params: { id: kept.id } });
    await seller.call(accounts.update, {
      params: { id: kept.id },
      version: merged.version,
      body: { sector: 'Real estate' },
    });
    const { version } = await seller.call(deals.get, { params: { id: moved.id } });
    await seller.call(deals.update, {
      params: { id: moved.id },
      version,
      body: { accountId: null },
    });
    const undone = await seller.call(duplicates.unmerge, {
      body: { kind: 'account', mergedId: twin.id },
    });
    expect(undone).toEqual({ keptId: kept.id, mergedId: twin.id, left: 2 });
    // What nobody touched is as it was; a later word stays.
    expect(await seller.call(accounts.get, { params: { id: kept.id } })).toMatchObject({
      sector: 'Real estate',
      notes: 'First.',
    });
    const back = await seller.call(accounts.get, { params: { id: twin.id } });
    expect(back).toMatchObject({ sector: 'Housing', notes: 'Second.', deletedAt: null });
    const accountOf = async (id: typeof left.id) =>
      (await seller.call(deals.get, { params: { id } })).account?.id;
    expect([await accountOf(left.id), await accountOf(moved.id)]).toEqual([twin.id, undefined]);
    const after = await seller.call(contacts.get, { params: { id: both.id } });
    expect(after.accounts).toEqual(before.accounts);
    const again = { body: { kind: 'account' as const, mergedId: twin.id } };
    expect((await seller.refused(duplicates.unmerge, again)).code).toBe('not-found');
  });

  async function told(keptId: string, mergedId: string) {
    const gone = (await seller.call(trash.list)).rows.find(({ id }) => id === mergedId);
    expect(gone?.note).toBe('Merged into Harbour Logistics');
    const into = await seller.call(duplicates.mergedInto, {
      params: { kind: 'account', id: mergedId },
    });
    expect(into.into?.id).toBe(keptId);
    const { rows: changes } = await seller.call(history.list, {
      query: { root: 'account', rootId: keptId },
    });
    const entry = changes.find(({ subject }) => subject === 'record_merge');
    expect(entry).toMatchObject({ action: 'create', subjectName: 'Harbour Logistics GmbH' });
    const { rows } = await seller.call(duplicates.list);
    expect(rows.some(({ first, second }) => [first.id, second.id].includes(mergedId))).toBe(false);
  }

  test('one above the other end without a circle', async () => {
    const above = await account('Delta Group');
    const under = await account('Delta Water', { parentId: above.id });
    await seller.call(duplicates.merge, {
      body: { kind: 'account', ...versioned(under, above), take: [] },
    });
    expect((await seller.call(accounts.get, { params: { id: under.id } })).parent).toBeNull();
    const top = await account('Elm Group');
    const middle = await account('Elm North', { parentId: top.id });
    const low = await account('Elm Kiel', { parentId: middle.id });
    await seller.call(duplicates.merge, {
      body: { kind: 'account', ...versioned(low, top), take: [{ field: 'name', from: 'merged' }] },
    });
    const merged = await seller.call(accounts.get, { params: { id: low.id } });
    expect(merged).toMatchObject({ name: 'Elm Group', parent: null });
    expect((await seller.call(accounts.get, { params: { id: middle.id } })).parent?.id).toBe(
      low.id,
    );
  });

  test('linked to each other and to a third keep one link', async () => {
    const [one, two] = [await account('Fjord Ferries'), await account('Fjord Ferries AS')];
    const third = await account('Tern Shipping');
    const link = (from: AccountId, to: AccountId) =>
      seller.call(links.create, {
        body: {
          from: { kind: 'account', id: from },
          to: { kind: 'account', id: to },
          reason: 'related',
        },
      });
    await link(one.id, two.id);
    await link(one.id, third.id);
    await link(two.id, third.id);
    await seller.call(duplicates.merge, {
      body: { kind: 'account', ...versioned(one, two), take: [] },
    });
    const { rows } = await asOwner(app.databaseUrl, (client) =>
      client.query('select other_id from link where subject_id = $1', [one.id]),
    );
    expect(rows).toEqual([{ other_id: third.id }]);
  });
});

describe('two contacts that are one', () => {
  test('keep every address once, and one main account', async () => {
    const first = await account('Velden Energy');
    const second = await account('Castello Hotels');
    const kept = await contact('Georg Moser', {
      emails: [{ email: 'g.moser@velden.example' }],
      phones: [{ phone: '+43 1 2345' }],
      accounts: [{ accountId: first.id, isPrimary: true }],
    });
    const twin = await contact('Georg Mosser', {
      doNotContact: true,
      emails: [{ email: 'G.Moser@velden.example' }, { email: 'georg@moser.example' }],
      accounts: [{ accountId: second.id, isPrimary: true }],
    });
    const { rows } = await seller.call(duplicates.list);
    expect(rows.find(({ kind }) => kind === 'contact')?.reasons).toContain('same-email');
    await seller.call(duplicates.merge, {
      body: {
        kind: 'contact',
        ...versioned(kept, twin),
        take: [{ field: 'doNotContact', from: 'merged' }],
      },
    });
    const after = await seller.call(contacts.get, { params: { id: kept.id } });
    expect(after.emails.map(({ email }) => email)).toEqual([
      'g.moser@velden.example',
      'georg@moser.example',
    ]);
    expect(after.doNotContact).toBe(true);
    expect(after.accounts.map(({ id, isPrimary }) => [id, isPrimary])).toEqual([
      [first.id, true],
      [second.id, false],
    ]);
  });

  test('that are not the same are not proposed again, until somebody thinks otherwise', async () => {
    const [one, two] = [
      await contact('Ida Holm', { emails: [{ email: 'office@holm.example' }] }),
      await contact('Per Holm', { emails: [{ email: 'office@holm.example' }] }),
    ];
    const pair = { kind: 'contact', firstId: two.id, secondId: one.id } as const;
    const proposed = async () =>
      (await seller.call(duplicates.list)).rows.some(({ first }) =>
        [one.id, two.id].includes(first.id as never),
      );
    expect(await proposed()).toBe(true);
    await seller.call(duplicates.dismiss, { body: pair });
    await seller.call(duplicates.dismiss, { body: pair });
    expect(await proposed()).toBe(false);
    expect((await seller.call(duplicates.compare, { params: pair })).isDismissed).toBe(true);
    await seller.call(duplicates.proposeAgain, { body: pair });
    expect(await proposed()).toBe(true);
  });
});

describe('a merge is refused, and nothing of it is written,', () => {
  test('when either record has moved on, is the other, or is somebody else’s', async () => {
    const [one, two] = [await account('Nova'), await account('Nova AG')];
    const changed = await seller.call(accounts.update, {
      params: { id: two.id },
      version: two.version,
      body: { sector: 'Chemicals' },
    });
    const merge = (body: object) =>
      seller.refused(duplicates.merge, {
        body: { kind: 'account', take: [], ...versioned(one, two), ...body } as never,
      });
    expect((await merge({})).code).toBe('stale-version');
    const fresh = { mergedVersion: changed.version };
    expect((await merge({ ...fresh, keptVersion: one.version + 1 })).code).toBe('stale-version');
    expect((await merge({ ...fresh, mergedId: one.id })).status).toBe(422);
    expect(
      (await merge({ ...fresh, take: [{ field: 'jobTitle', from: 'merged' }] })).issues[0]?.path,
    ).toEqual(['take', 0, 'field']);
    const stranger = await app.client();
    const theirs = await stranger.call(accounts.create, { body: { name: 'Nova' } });
    expect((await merge({ mergedId: theirs.id, mergedVersion: 1 })).code).toBe('not-found');
    expect((await stranger.call(duplicates.list)).rows).toEqual([]);
    const reader = await app.client({ role: 'viewer', workspaceOf: seller });
    const problem = await reader.refused(duplicates.merge, {
      body: { kind: 'account', take: [], ...versioned(one, changed) },
    });
    expect(problem.code).toBe('not-allowed');
    expect((await seller.call(accounts.get, { params: { id: two.id } })).deletedAt).toBeNull();
  });
});

test('the sample firm has an account and a contact that were typed in twice', async () => {
  const { owner: firm } = sampled;
  const { rows } = await firm.call(duplicates.list);
  expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['account', 'contact']));
  expect(rows.length).toBeLessThan(12);
});
