import { portalOverviews } from '@evenkeel/contract/portal/overviews';
import { optionalMoment } from '../../../platform/db/values.ts';
import { implement } from '../../../platform/http/implement.ts';
import { presentOverview } from './presenter.ts';
import * as service from './service.ts';

export const portalOverviewRoutes = implement(portalOverviews, {
  get: async ({ scope, params }) =>
    presentOverview(await service.readOverview(scope, params.projectId)),
  look: async ({ scope, params }) => ({
    since: optionalMoment(await service.look(scope, params.projectId)),
  }),
  steps: async ({ scope, params }) => ({
    today: scope.today,
    rows: await service.listPlannedSteps(scope, params.projectId),
  }),
});
