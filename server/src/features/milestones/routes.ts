import { milestones } from '@evenkeel/contract/milestones';
import { implement } from '../../platform/http/implement.ts';
import { presentMilestone } from './presenter.ts';
import * as service from './service.ts';

export const milestoneRoutes = implement(milestones, {
  list: async ({ scope, query }) => ({
    rows: (await service.listMilestones(scope, query)).map(presentMilestone),
  }),
  setSatisfaction: async ({ scope, params, body }) =>
    presentMilestone(await service.setSatisfaction(scope, params.id, body.asksSatisfaction)),
  addMetric: async ({ scope, params, body }) =>
    presentMilestone(await service.addMetric(scope, params.id, body)),
  changeMetric: async ({ scope, params, version, body }) =>
    presentMilestone(await service.changeMetric(scope, { id: params.id, version }, body)),
  removeMetric: async ({ scope, params }) => {
    await service.removeMetric(scope, params.id);
    return {};
  },
});
