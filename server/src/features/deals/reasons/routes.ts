import { dealReasons } from '@evenkeel/contract/deal-reasons';
import { implement } from '../../../platform/http/implement.ts';
import { presentReason } from './presenter.ts';
import * as service from './service.ts';

export const dealReasonRoutes = implement(dealReasons, {
  list: async ({ scope }) => ({ rows: (await service.listReasons(scope)).map(presentReason) }),
  create: async ({ scope, body }) => presentReason(await service.createReason(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentReason(await service.updateReason(scope, params.id, version, body)),
  remove: async ({ scope, params }) => {
    await service.removeReason(scope, params.id);
    return {};
  },
});
