import { deals } from '@evenkeel/contract/deals';
import { expect, test } from 'vitest';
import { startTestApp } from '../../test/app.ts';

const app = await startTestApp();

test('a change of nothing is a change: the version moves on, the record stays as it is', async () => {
  const client = await app.client();
  const deal = await client.call(deals.create, { body: { name: 'Unchanged' } });
  const again = await client.call(deals.update, {
    params: { id: deal.id },
    version: deal.version,
    body: {},
  });
  expect(again).toEqual({ ...deal, version: deal.version + 1 });
});

test('what lies in the trash is not changed until it is taken out', async () => {
  const client = await app.client();
  const deal = await client.call(deals.create, { body: { name: 'In the trash' } });
  await client.call(deals.remove, { params: { id: deal.id } });
  const refusal = await client.refused(deals.update, {
    params: { id: deal.id },
    version: deal.version + 1,
    body: { notes: 'x' },
  });
  expect(refusal.code).toBe('stale-version');
});
