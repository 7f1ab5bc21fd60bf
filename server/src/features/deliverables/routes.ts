import { deliverables } from '@evenkeel/contract/deliverables';
import { implement } from '../../platform/http/implement.ts';
import { addVersion, askApproval, withdrawVersion } from './approvals/service.ts';
import { presentDeliverable } from './presenter.ts';
import * as service from './service.ts';

export const deliverableRoutes = implement(deliverables, {
  list: async ({ scope, query }) => ({
    rows: (await service.listDeliverables(scope, query)).map(presentDeliverable),
  }),
  get: async ({ scope, params }) =>
    presentDeliverable(await service.getDeliverable(scope, params.id)),
  create: async ({ scope, body }) =>
    presentDeliverable(await service.createDeliverable(scope, body)),
  update: async ({ scope, params, version, body }) =>
    presentDeliverable(await service.updateDeliverable(scope, { id: params.id, version }, body)),
  remove: async ({ scope, params }) => {
    await service.removeDeliverable(scope, params.id);
    return {};
  },
  addVersion: async ({ scope, params, body }) =>
    presentDeliverable(await addVersion(scope, params.id, body)),
  ask: async ({ scope, params, body }) =>
    presentDeliverable(await askApproval(scope, params, body)),
  withdraw: async ({ scope, params }) => presentDeliverable(await withdrawVersion(scope, params)),
});
