import { tactics } from '@evenkeel/contract/tactical-plans';
import { implement } from '../../../platform/http/implement.ts';
import { presentTactic } from './presenter.ts';
import * as service from './service.ts';

export const tacticRoutes = implement(tactics, {
  create: async ({ scope, body }) =>
    presentTactic(await service.createTactic(scope, body), scope.today),
  update: async ({ scope, params, body, version }) =>
    presentTactic(await service.updateTactic(scope, params.id, version, body), scope.today),
  count: async ({ scope, params: { id, ...params }, body }) =>
    presentTactic(await service.countTactic(scope, id, { ...params, ...body }), scope.today),
  remove: async ({ scope, params }) => {
    await service.removeTactic(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentTactic(await service.restoreTactic(scope, params.id), scope.today),
});
