import { tacticalPlans } from '@evenkeel/contract/tactical-plans';
import { implement } from '../../platform/http/implement.ts';
import { presentTacticalPlan, presentTacticalPlanRow } from './presenter.ts';
import * as service from './service.ts';

export const tacticalPlanRoutes = implement(tacticalPlans, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listTacticalPlans(scope, query);
    return { rows: rows.map(presentTacticalPlanRow), ...page };
  },
  get: async ({ scope, params }) =>
    presentTacticalPlan(await service.getTacticalPlan(scope, params.id), scope.today),
  create: async ({ scope, body }) =>
    presentTacticalPlan(await service.createTacticalPlan(scope, body), scope.today),
  update: async ({ scope, params, body, version }) =>
    presentTacticalPlan(
      await service.updateTacticalPlan(scope, params.id, version, body),
      scope.today,
    ),
  remove: async ({ scope, params }) => {
    await service.removeTacticalPlan(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentTacticalPlan(await service.restoreTacticalPlan(scope, params.id), scope.today),
});
