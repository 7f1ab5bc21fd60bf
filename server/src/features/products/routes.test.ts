import { deals } from '@evenkeel/contract/deals';
import { products } from '@evenkeel/contract/products';
import { trash } from '@evenkeel/contract/trash';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let seller: Client;

beforeAll(async () => {
  seller = await app.client();
});

describe('a product', () => {
  test('is added, found, priced anew, and keeps the price of deals made with it (CR-12)', async () => {
    const made = await seller.call(products.create, {
      body: { name: 'Discovery sprint', series: 'Advice', price: 2_400_000 },
    });
    await seller.call(deals.create, {
      body: { name: 'Sprint for a bank', productId: made.id, value: 2_100_000 },
    });
    const changed = await seller.call(products.update, {
      params: { id: made.id },
      version: made.version,
      body: { price: 2_600_000, series: '' },
    });
    expect(changed).toMatchObject({
      price: 2_600_000,
      series: null,
      openCount: 1,
      openValue: 2_100_000,
      wonCount: 0,
    });
    const { rows } = await seller.call(products.list, { query: { search: 'discov' } });
    expect(rows.map(({ id }) => id)).toEqual([made.id]);
    const named = await seller.call(deals.list, { query: { productId: made.id } });
    expect(named.rows.map(({ name }) => name)).toEqual(['Sprint for a bank']);
  });

  test('of a name that another has is refused beside the field', async () => {
    await seller.call(products.create, { body: { name: 'Training' } });
    const problem = await seller.refused(products.create, { body: { name: 'training' } });
    expect(problem).toMatchObject({ code: 'already-exists', issues: [{ path: ['name'] }] });
  });

  test('goes to the trash and comes back; deals that name it keep it', async () => {
    const { id } = await seller.call(products.create, { body: { name: 'Old audit' } });
    const deal = await seller.call(deals.create, { body: { name: 'Audit', productId: id } });
    await seller.call(products.remove, { params: { id } });
    expect((await seller.call(trash.list)).rows).toContainEqual(
      expect.objectContaining({ kind: 'product', id, name: 'Old audit' }),
    );
    const kept = await seller.call(deals.get, { params: { id: deal.id } });
    expect(kept.product?.name).toBe('Old audit');
    expect((await seller.call(products.list, { query: { search: 'Old' } })).rows).toEqual([]);
    const back = await seller.call(products.restore, { params: { id } });
    expect(back.deletedAt).toBeNull();
  });
});
