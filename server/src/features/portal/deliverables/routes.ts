import { portalDeliverables } from '@evenkeel/contract/portal/deliverables';
import { implement } from '../../../platform/http/implement.ts';
import { presentPortalDeliverable } from './presenter.ts';
import * as service from './service.ts';

export const portalDeliverableRoutes = implement(portalDeliverables, {
  list: async ({ scope, params }) => ({
    rows: (await service.listPortalDeliverables(scope, params.projectId)).map(
      presentPortalDeliverable,
    ),
  }),
  decide: async ({ scope, params, body }) =>
    presentPortalDeliverable(await service.decide(scope, params, body)),
});
