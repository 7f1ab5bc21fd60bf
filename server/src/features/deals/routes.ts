import { deals } from '@evenkeel/contract/deals';
import { implement } from '../../platform/http/implement.ts';
import { presentStage } from './pipelines/presenter.ts';
import { presentDeal, presentDealRow } from './presenter.ts';
import * as service from './service.ts';

export const dealRoutes = implement(deals, {
  stages: async ({ scope }) => ({
    rows: (await service.listStages(scope)).map(presentStage),
  }),
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listDeals(scope, query);
    return { rows: rows.map((row) => presentDealRow(row, scope.today)), ...page };
  },
  get: async ({ scope, params }) => presentDeal(await service.getDeal(scope, params.id)),
  create: async ({ scope, body }) => presentDeal(await service.createDeal(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentDeal(await service.updateDeal(scope, params.id, version, body)),
  move: async ({ scope, params, body, version }) =>
    presentDeal(await service.moveDeal(scope, params.id, version, body)),
  setDemand: async ({ scope, params, body }) =>
    presentDeal(await service.setDemand(scope, params.id, body.lines)),
  proposeHandOff: async ({ scope, params }) =>
    presentDeal(await service.proposeHandOff(scope, params.id)),
  remove: async ({ scope, params }) => {
    await service.removeDeal(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) => presentDeal(await service.restoreDeal(scope, params.id)),
});
