import { plans } from '@evenkeel/contract/plans';
import { implement } from '../../platform/http/implement.ts';
import { presentPlan, presentPlanRow } from './presenter.ts';
import * as service from './service.ts';

export const planRoutes = implement(plans, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listPlans(scope, query);
    return { rows: rows.map(presentPlanRow), ...page };
  },
  get: async ({ scope, params }) => presentPlan(await service.getPlan(scope, params.id)),
  create: async ({ scope, body }) => presentPlan(await service.createPlan(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentPlan(await service.updatePlan(scope, params.id, version, body)),
  setDuties: async ({ scope, params, body }) =>
    presentPlan(await service.setDuties(scope, params.id, body.duties)),
  move: async ({ scope, params, body, version }) =>
    presentPlan(await service.movePlan(scope, params.id, version, body.state)),
  remove: async ({ scope, params }) => {
    await service.removePlan(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) => presentPlan(await service.restorePlan(scope, params.id)),
});
