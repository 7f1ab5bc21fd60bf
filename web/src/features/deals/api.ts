import { dealReasons } from '@evenkeel/contract/deal-reasons';
import { dealReports } from '@evenkeel/contract/deal-reports';
import { deals, type StageView } from '@evenkeel/contract/deals';
import type { CallInput, Endpoint, QueryInputOf } from '@evenkeel/contract/endpoint';
import { pipelines } from '@evenkeel/contract/pipelines';
import type { AccountId, DealId } from '@evenkeel/core/id';
import { useAllRows } from '../../lib/all-rows.ts';
import { callApi } from '../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = [
  'deal',
  'deal_demand',
  'deal_line',
  'deal_stakeholder',
  'deal_competitor',
  'deal_customer_goal',
  'deal_customer_initiative',
  'hand_off',
  'account',
  'stage',
  'interaction',
];

/** A call about a quiet deal wakes it. */
const interactionsMove = ['interaction'];

/** Every deal, open and decided, the newest first. */
export function useDeals() {
  return useAllRows(deals.list, { sort: '-number' }, 'deal', interactionsMove);
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

/** Why deals are won and lost. */
export function useDealReasons() {
  return useApi(dealReasons.list, {}, { subjects: ['deal_reason'] });
}

/** Any of the calls that write reasons. */
export function useReasonWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['deal_reason'] });
}

/** Reasons that are offered for an outcome, by a part of their name. */
export async function findReasons(outcome: 'won' | 'lost', search: string) {
  const { rows } = await callApi(dealReasons.list, {});
  const wanted = search.toLowerCase();
  return rows.filter(
    (reason) =>
      reason.outcome === outcome && !reason.isRetired && reason.name.toLowerCase().includes(wanted),
  );
}

/** Adds a reason. */
export function createReasonNamed(outcome: 'won' | 'lost', name: string) {
  return callApi(dealReasons.create, { body: { outcome, name } });
}

/** The forecast of some pipelines and owners; of all without them. */
export function useForecast(query: QueryInputOf<typeof dealReports.forecast>) {
  return useApi(
    dealReports.forecast,
    { query },
    { subjects: ['deal', 'stage'], keepPrevious: true },
  );
}

/** What was won and lost, by reason and by mark. */
export function useOutcomes(query: QueryInputOf<typeof dealReports.outcomes>) {
  return useApi(
    dealReports.outcomes,
    { query },
    { subjects: ['deal', 'deal_reason', 'project'], keepPrevious: true },
  );
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
