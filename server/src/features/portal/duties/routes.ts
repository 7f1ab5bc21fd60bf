import { portalDuties } from '@evenkeel/contract/portal/duties';
import { implement } from '../../../platform/http/implement.ts';
import { presentPortalDuty } from './presenter.ts';
import * as service from './service.ts';

export const portalDutyRoutes = implement(portalDuties, {
  list: async ({ scope, params }) => ({
    rows: (await service.listPortalDuties(scope, params.projectId)).map(presentPortalDuty),
  }),
  answer: async ({ scope, params, version, body }) =>
    presentPortalDuty(await service.answer(scope, params, { version, ...body })),
});
