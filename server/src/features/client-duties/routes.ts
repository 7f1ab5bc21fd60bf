import { clientDuties } from '@evenkeel/contract/client-duties';
import { implement } from '../../platform/http/implement.ts';
import { presentDuty, presentWaits } from './presenter.ts';
import * as service from './service.ts';
import { readWaits } from './waits/service.ts';

export const clientDutyRoutes = implement(clientDuties, {
  list: async ({ scope, query }) => ({
    rows: (await service.listDuties(scope, query)).map(presentDuty),
  }),
  create: async ({ scope, body }) => presentDuty(await service.createDuty(scope, body)),
  update: async ({ scope, params, version, body }) =>
    presentDuty(await service.updateDuty(scope, { id: params.id, version }, body)),
  step: async ({ scope, params, version, body }) =>
    presentDuty(await service.stepDuty(scope, { id: params.id, version }, body)),
  waits: async ({ scope, query }) => presentWaits(await readWaits(scope, query)),
});
