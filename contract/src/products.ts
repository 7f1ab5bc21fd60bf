import type { ProductId } from '@evenkeel/core/id';
import { z } from 'zod';
import { done, endpoint, listQuery, page } from './endpoint.ts';
import { givenAmount, id, instant, minorUnits, shortText, version } from './scalars.ts';

const productId = id<ProductId>();
const params = z.object({ id: productId });

/** Something that the firm sells, with what became of it. */
export const productView = z.object({
  id: productId,
  version,
  name: z.string(),
  series: z.string().nullable(),
  price: minorUnits.nullable().describe('The usual price; a deal says its own.'),
  openCount: z.int().describe('Open deals of it.'),
  openValue: minorUnits,
  wonCount: z.int().describe('Won deals of it.'),
  wonValue: minorUnits,
  deletedAt: instant.nullable(),
});
/** A product. */
export type ProductView = z.infer<typeof productView>;

const fields = {
  name: z.string().trim().min(1, 'is needed').max(200, 'is longer than 200 characters'),
  series: shortText.nullable().describe('The group it belongs to.'),
  price: givenAmount.nullable(),
};

/** What the firm sells. */
export const products = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/products',
    permission: 'read',
    summary: 'What the firm sells.',
    query: listQuery(['name', 'series', 'price'], {}),
    output: page(productView),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/products/:id',
    permission: 'read',
    summary: 'One product.',
    params,
    output: productView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/products',
    permission: 'write',
    summary: 'Add a product.',
    body: z.object(fields).partial({ series: true, price: true }),
    output: productView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/products/:id',
    permission: 'write',
    summary: 'Change a product. Deals keep the price they were made with.',
    ifMatch: true,
    params,
    body: z.object(fields).partial(),
    output: productView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/products/:id',
    permission: 'write',
    summary: 'Move a product to the trash; deals that name it keep it.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/products/:id/restore',
    permission: 'write',
    summary: 'Take a product out of the trash.',
    params,
    output: productView,
  }),
};
