import { products } from '@evenkeel/contract/products';
import { implement } from '../../platform/http/implement.ts';
import { presentProduct } from './presenter.ts';
import * as service from './service.ts';

export const productRoutes = implement(products, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listProducts(scope, query);
    return { rows: rows.map(presentProduct), ...page };
  },
  get: async ({ scope, params }) => presentProduct(await service.getProduct(scope, params.id)),
  create: async ({ scope, body }) => presentProduct(await service.createProduct(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentProduct(await service.updateProduct(scope, params.id, version, body)),
  remove: async ({ scope, params }) => {
    await service.removeProduct(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentProduct(await service.restoreProduct(scope, params.id)),
});
