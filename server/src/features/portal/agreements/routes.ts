import { portalAgreements } from '@evenkeel/contract/portal/agreements';
import { implement } from '../../../platform/http/implement.ts';
import { presentPortalAgreement } from './presenter.ts';
import * as service from './service.ts';

export const portalAgreementRoutes = implement(portalAgreements, {
  get: async ({ scope, params }) => ({
    agreement: presentPortalAgreement(await service.readPortalAgreement(scope, params.projectId)),
  }),
  acknowledge: async ({ scope, params, body }) => ({
    agreement: presentPortalAgreement(
      await service.acknowledgeAsClient(scope, { ...params, ...body }),
    ),
  }),
});
