import { decisions } from '@evenkeel/contract/decisions';
import { implement } from '../../platform/http/implement.ts';
import { presentDecision, presentRow, presentTrace, presentWrites } from './presenter.ts';
import * as service from './service.ts';

export const decisionRoutes = implement(decisions, {
  list: async ({ scope, query }) => ({
    rows: (await service.listDecisions(scope, query)).map(presentRow),
  }),
  get: async ({ scope, params }) => presentDecision(await service.getDecision(scope, params.id)),
  create: async ({ scope, body }) => presentDecision(await service.createDecision(scope, body)),
  update: async ({ scope, params, version, body }) =>
    presentDecision(await service.updateDecision(scope, { id: params.id, version }, body)),
  remove: async ({ scope, params }) => {
    await service.removeDecision(scope, params.id);
    return {};
  },
  writes: async ({ scope, params }) => ({
    rows: presentWrites(await service.readWrites(scope, params.id)),
  }),
  setWrites: async ({ scope, params, body }) =>
    presentDecision(await service.setWrites(scope, params.id, body.changeIds)),
  why: async ({ scope, query }) => presentTrace(await service.readTrace(scope, query)),
});
