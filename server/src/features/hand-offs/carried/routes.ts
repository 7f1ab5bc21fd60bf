import { soldProjects } from '@evenkeel/contract/sold-projects';
import { implement } from '../../../platform/http/implement.ts';
import { presentSold } from './presenter.ts';
import * as service from './service.ts';

export const soldProjectRoutes = implement(soldProjects, {
  get: async ({ scope, params }) => presentSold(await service.getSold(scope, params.id)),
  setCustomerGoals: async ({ scope, params, body }) =>
    presentSold(await service.setCustomerGoals(scope, params.id, body.customerGoalIds)),
  setLineState: async ({ scope, params, body, version }) =>
    presentSold(await service.setLineState(scope, { id: params.id, version }, body.state)),
});
