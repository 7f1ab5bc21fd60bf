import { leaves } from '@evenkeel/contract/leaves';
import { implement } from '../../platform/http/implement.ts';
import { presentEffects, presentLeave } from './presenter.ts';
import * as service from './service.ts';

export const leaveRoutes = implement(leaves, {
  list: async ({ scope, query }) => ({
    rows: (await service.listLeaves(scope, query)).map(presentLeave),
  }),
  create: async ({ scope, body }) => presentLeave(await service.createLeave(scope, body)),
  update: async ({ scope, params, version, body }) =>
    presentLeave(await service.updateLeave(scope, { id: params.id, version }, body)),
  decide: async ({ scope, params, version, body }) =>
    presentLeave(await service.decideLeave(scope, { id: params.id, version }, body)),
  effects: async ({ scope, params }) => presentEffects(await service.readEffects(scope, params.id)),
  remove: async ({ scope, params }) => {
    await service.removeLeave(scope, params.id);
    return {};
  },
});
