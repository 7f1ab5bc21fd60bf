import { deals, type StageView } from '@evenkeel/contract/deals';
import type { CallInput, Endpoint } from '@evenkeel/contract/endpoint';
import { pipelines } from '@evenkeel/contract/pipelines';
import type { AccountId, DealId } from '@evenkeel/core/id';
import { useAllRows } from '../../lib/all-rows.ts';
import { callApi } from '../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = ['deal', 'deal_demand', 'hand_off', 'account', 'stage'];

/** Every deal, open and decided, the newest first. */
export function useDeals() {
  return useAllRows(deals.list, { sort: '-number' }, 'deal');
}

export function useDeal(id: DealId) {
  return useApi(deals.get, { params: { id } }, { subjects });
}

/** The newest deals of an account. */
export function useAccountDeals(accountId: AccountId) {
  const query = { accountId, sort: '-openedOn', limit: 50 } as const;
  return useApi(deals.list, { query }, { subjects });
}

/** The stages of the pipeline in order. */
export function useStages(): readonly StageView[] {
  return useApi(deals.stages, {}, { subjects: ['stage'] }).data?.rows ?? noStages;
}

/** Every pipeline with its stages. */
export function usePipelines() {
  return useApi(pipelines.list, {}, { subjects: ['pipeline', 'stage', 'deal'] });
}

/** Any of the calls that write pipelines and stages. */
export function usePipelineWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['pipeline', 'stage', 'deal'] });
}

/** Any of the calls that write deals. */
export function useDealWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}

/** Moves a deal and returns it as it stands afterwards. */
export function moveDeal(input: CallInput<typeof deals.move>) {
  return callApi(deals.move, input);
}

const noStages: readonly StageView[] = [];
