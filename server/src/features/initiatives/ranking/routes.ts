import { initiativeRanking } from '@evenkeel/contract/initiative-ranking';
import { implement } from '../../../platform/http/implement.ts';
import { presentRanking, presentRankingRow } from './presenter.ts';
import * as service from './service.ts';

export const initiativeRankingRoutes = implement(initiativeRanking, {
  get: async ({ scope }) => presentRanking(await service.getRanking(scope)),
  setCriteria: async ({ scope, body }) =>
    presentRanking(await service.setCriteria(scope, body.criteria)),
  score: async ({ scope, params, body }) =>
    presentRankingRow(await service.scoreInitiative(scope, params.id, body.scores)),
});
