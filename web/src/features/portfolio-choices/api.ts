import { type PortfolioChoiceView, portfolioChoices } from '@evenkeel/contract/portfolio-choices';
import type { DealId, PortfolioChoiceId, ProjectId } from '@evenkeel/core/id';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.ts';
import { apiKey, useApi, useApiWrite } from '../../lib/queries.ts';

/** While a choice is computed, it is asked so often how far it is. */
const pollMilliseconds = 500;

/** Whatever a choice is made among or within. */
const sources = [
  'portfolio_choice',
  'portfolio_rule',
  'portfolio_run',
  'deal',
  'project',
  'goal',
  'person',
  'role',
  'stage',
  'task',
  'cost_item',
];

export function useChoices() {
  return useApi(
    portfolioChoices.list,
    { query: { limit: 500 } },
    { subjects: ['portfolio_choice'] },
  );
}

/** One choice; followed closely while it is computed. */
export function useChoice(id: PortfolioChoiceId): UseQueryResult<PortfolioChoiceView> {
  const input = { params: { id } };
  return useQuery<PortfolioChoiceView>({
    queryKey: apiKey(portfolioChoices.get, input),
    queryFn: ({ signal }) => callApi(portfolioChoices.get, input, signal),
    meta: { subjects: sources },
    refetchInterval: ({ state }) => (state.data?.isRunning ? pollMilliseconds : false),
  });
}

/** What a choice is made among, now or as its result saw it. */
export function useFacts(id: PortfolioChoiceId, as: 'now' | 'solved') {
  return useApi(
    portfolioChoices.facts,
    { params: { id }, query: { as } },
    { subjects: sources, keepPrevious: true },
  );
}

/** What was decided on a deal or an initiative. */
export function useDecisionsOf(subjectId: DealId | ProjectId) {
  return useApi(portfolioChoices.decisionsOf, { query: { subjectId } }, { subjects: sources });
}

const subjects = ['portfolio_choice', 'deal', 'project'];

export const useCreateChoice = () => useApiWrite(portfolioChoices.create, { subjects });
export const useUpdateChoice = () => useApiWrite(portfolioChoices.update, { subjects });
export const useSetRule = () => useApiWrite(portfolioChoices.setRule, { subjects });
export const useRunChoice = () => useApiWrite(portfolioChoices.run, { subjects });
export const useCancelRun = () => useApiWrite(portfolioChoices.cancel, { subjects });
export const useApplyChoice = () => useApiWrite(portfolioChoices.apply, { subjects });
export const useTakeBack = () => useApiWrite(portfolioChoices.takeBack, { subjects });
