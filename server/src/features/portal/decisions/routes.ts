import { portalDecisions } from '@evenkeel/contract/portal/decisions';
import { implement } from '../../../platform/http/implement.ts';
import { presentDecision } from './presenter.ts';
import * as service from './service.ts';

export const portalDecisionRoutes = implement(portalDecisions, {
  list: async ({ scope, params }) => ({
    rows: (await service.listDecisions(scope, params.projectId)).map(presentDecision),
  }),
  acknowledge: async ({ scope, params }) =>
    presentDecision(await service.acknowledgeDecision(scope, params)),
});
