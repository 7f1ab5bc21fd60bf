import { accounts } from '@evenkeel/contract/accounts';
import { deals } from '@evenkeel/contract/deals';
import { links } from '@evenkeel/contract/links';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let owner: Client;
let account: SubjectRef;
let deal: SubjectRef;

beforeAll(async () => {
  owner = await app.client();
  const { id: accountId } = await owner.call(accounts.create, { body: { name: 'Harbour Foods' } });
  const { id: dealId } = await owner.call(deals.create, { body: { name: 'Depots' } });
  account = { kind: 'account', id: accountId };
  deal = { kind: 'deal', id: dealId };
});

const of = ({ kind, id }: SubjectRef) => ({ query: { subjectKind: kind, subjectId: id } });

describe('a link between two records', () => {
  test('is seen from both sides, each with its own reading of why (XC-06)', async () => {
    const link = await owner.call(links.create, {
      body: { from: deal, to: account, reason: 'came-from', note: 'Met at the fair' },
    });
    expect(link).toMatchObject({ isForth: true, reason: 'came-from', other: account });
    const forth = await owner.call(links.list, of(deal));
    expect(forth.rows).toEqual([link]);
    const back = await owner.call(links.list, of(account));
    expect(back.rows).toMatchObject([
      { id: link.id, isForth: false, note: 'Met at the fair', other: { name: 'Depots' } },
    ]);
    const twice = await owner.refused(links.create, {
      body: { from: deal, to: account, reason: 'came-from' },
    });
    expect(twice.code).toBe('already-exists');
  });

  test('is taken away and put back', async () => {
    const [link] = (await owner.call(links.list, of(deal))).rows;
    if (!link) throw new Error('there was a link');
    await owner.call(links.remove, { params: { id: link.id } });
    expect((await owner.call(links.list, of(account))).rows).toEqual([]);
    await owner.call(links.restore, { params: { id: link.id } });
    expect((await owner.call(links.list, of(account))).rows).toHaveLength(1);
  });

  test('needs two different records that stand', async () => {
    const itself = { from: deal, to: deal, reason: 'related' as const };
    expect((await owner.refused(links.create, { body: itself })).issues[0]?.path).toEqual(['to']);
    const nowhere = {
      from: deal,
      to: { ...account, kind: 'goal' as const },
      reason: 'related' as const,
    };
    expect((await owner.refused(links.create, { body: nowhere })).issues[0]?.path).toEqual(['to']);
  });
});
