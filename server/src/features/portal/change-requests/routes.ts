import { portalChanges } from '@evenkeel/contract/portal/change-requests';
import { implement } from '../../../platform/http/implement.ts';
import { presentPortalChange } from './presenter.ts';
import * as service from './service.ts';

export const portalChangeRoutes = implement(portalChanges, {
  list: async ({ scope, params }) => ({
    rows: (await service.listPortalChanges(scope, params.projectId)).map(presentPortalChange),
  }),
  create: async ({ scope, params, body }) =>
    presentPortalChange(await service.createAsClient(scope, params.projectId, body)),
  decide: async ({ scope, params, version, body }) =>
    presentPortalChange(await service.decideAsClient(scope, { ...params, version }, body)),
  withdraw: async ({ scope, params, version }) =>
    presentPortalChange(await service.withdrawAsClient(scope, { ...params, version })),
});
