import { accounts } from '@evenkeel/contract/accounts';
import { comments } from '@evenkeel/contract/comments';
import { deals } from '@evenkeel/contract/deals';
import { trash } from '@evenkeel/contract/trash';
import { expect, test } from 'vitest';
import { startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';
import { emptyTrash } from './jobs.ts';

const app = await startTestApp();
const day = 24 * 60 * 60 * 1000;

test('the trash lists what was deleted, until it is taken out', async () => {
  const client = await app.client();
  const account = await client.call(accounts.create, { body: { name: 'Gone for now' } });
  await client.call(accounts.remove, { params: { id: account.id } });
  const { rows } = await client.call(trash.list);
  expect(rows).toMatchObject([{ kind: 'account', id: account.id, name: 'Gone for now' }]);
  await client.call(accounts.restore, { params: { id: account.id } });
  expect((await client.call(trash.list)).rows).toEqual([]);
});

test('after 30 days it is emptied, but for what something living still points to', async () => {
  const client = await app.client();
  const kept = await client.call(accounts.create, { body: { name: 'Still used' } });
  const gone = await client.call(accounts.create, { body: { name: 'Not used' } });
  await client.call(deals.create, { body: { name: 'Living deal', accountId: kept.id } });
  for (const { id } of [kept, gone]) await client.call(accounts.remove, { params: { id } });

  const ids = async () => (await client.call(trash.list)).rows.map((row) => row.id).sort();
  const later = (days: number) =>
    asOwner(app.databaseUrl, (owner) => emptyTrash(owner, new Date(Date.now() + days * day)));
  await later(29);
  expect(await ids()).toEqual([kept.id, gone.id].sort());
  await later(31);
  expect(await ids()).toEqual([kept.id]);
});

test('what hung on a record goes for good with it, and not before', async () => {
  const client = await app.client();
  const account = await client.call(accounts.create, { body: { name: 'Talked about' } });
  const subject = { kind: 'account' as const, id: account.id };
  await client.call(comments.create, { body: { subject, body: 'Kept as long as the account' } });
  await client.call(accounts.remove, { params: { id: account.id } });
  const later = (days: number) =>
    asOwner(app.databaseUrl, (owner) => emptyTrash(owner, new Date(Date.now() + days * day)));
  const left = () =>
    asOwner(app.databaseUrl, async (owner) => {
      const { rowCount } = await owner.query('select from comment where subject_id = $1', [
        account.id,
      ]);
      return rowCount;
    });
  await later(29);
  expect(await left()).toBe(1);
  await later(31);
  expect(await left()).toBe(0);
});
