import { baselines } from '@evenkeel/contract/baselines';
import { implement } from '../../platform/http/implement.ts';
import { presentBaseline, presentComparison } from './presenter.ts';
import * as service from './service.ts';

export const baselineRoutes = implement(baselines, {
  list: async ({ scope, params }) => ({
    rows: (await service.listBaselines(scope, params.id)).map(presentBaseline),
  }),
  take: async ({ scope, params, body }) =>
    presentBaseline(await service.takeBaseline(scope, params.id, body.name)),
  rename: async ({ scope, params, version, body }) =>
    presentBaseline(await service.renameBaseline(scope, { id: params.id, version }, body.name)),
  remove: async ({ scope, params }) => {
    await service.removeBaseline(scope, params.id);
    return {};
  },
  compare: async ({ scope, params }) =>
    presentComparison(await service.compareBaseline(scope, params.id)),
});
