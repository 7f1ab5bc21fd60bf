import type { Endpoint } from '@evenkeel/contract/endpoint';
import { initiativeRanking } from '@evenkeel/contract/initiative-ranking';
import { useApi, useApiWrite } from '../../../lib/queries.ts';

/** Tables that the ranking is put together from. */
const subjects = ['project', 'goal_link', 'goal', 'ranking_criterion', 'initiative_score'];

/** Initiatives by their score, with the criteria behind it. */
export function useRanking() {
  return useApi(initiativeRanking.get, {}, { subjects });
}

/** Any of the calls that write criteria and scores. */
export function useRankingWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}
