import type { Endpoint } from '@evenkeel/contract/endpoint';
import { type ProductView, products } from '@evenkeel/contract/products';
import { useAllRows } from '../../lib/all-rows.ts';
import { callApi } from '../../lib/api-client.ts';
import { useApiWrite } from '../../lib/queries.ts';

export function useProducts() {
  return useAllRows(products.list, {}, 'product');
}

/** Any of the calls that write products. */
export function useProductWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['product'] });
}

/** Adds a product of which only the name is known yet. */
export function createProductNamed(name: string) {
  return callApi(products.create, { body: { name } });
}

/** The likeliest products for typed text. */
export async function findProducts(
  search: string,
  signal: AbortSignal,
): Promise<readonly ProductView[]> {
  const query = { limit: 30, ...(search ? { search } : {}) };
  return (await callApi(products.list, { query }, signal)).rows;
}
