import { dealParts } from '@evenkeel/contract/deal-parts';
import { implement } from '../../../platform/http/implement.ts';
import { presentDeal } from '../presenter.ts';
import * as service from './service.ts';

export const dealPartRoutes = implement(dealParts, {
  setLines: async ({ scope, params, body }) =>
    presentDeal(await service.setLines(scope, params.id, body)),
  setStakeholders: async ({ scope, params, body }) =>
    presentDeal(await service.setStakeholders(scope, params.id, body)),
  setCompetitors: async ({ scope, params, body }) =>
    presentDeal(await service.setCompetitors(scope, params.id, body)),
  setServed: async ({ scope, params, body }) =>
    presentDeal(await service.setServed(scope, params.id, body)),
});
