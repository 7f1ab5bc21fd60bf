import { customerInitiatives } from '@evenkeel/contract/customers';
import { implement } from '../../../platform/http/implement.ts';
import { presentInitiative } from './presenter.ts';
import * as service from './service.ts';

export const customerInitiativeRoutes = implement(customerInitiatives, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listInitiatives(scope, query);
    return { rows: rows.map(presentInitiative), ...page };
  },
  get: async ({ scope, params }) =>
    presentInitiative(await service.getInitiative(scope, params.id)),
  create: async ({ scope, body }) => presentInitiative(await service.createInitiative(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentInitiative(await service.updateInitiative(scope, params.id, version, body)),
  remove: async ({ scope, params }) => {
    await service.removeInitiative(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentInitiative(await service.restoreInitiative(scope, params.id)),
});
