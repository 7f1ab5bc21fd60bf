import { type LevellingView, levelling } from '@evenkeel/contract/levelling';
import type { LevellingRunId } from '@evenkeel/core/id';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.ts';
import { apiKey, useApi, useApiWrite } from '../../lib/queries.ts';

/** While a levelling runs, it is asked so often how far it is. */
const pollMilliseconds = 500;

/** The last levellings, latest first. */
export function useLevellings() {
  return useApi(levelling.list, { query: { limit: 500 } }, { subjects: ['levelling_run'] });
}

/** One levelling; followed closely while it runs. */
export function useLevelling(id: LevellingRunId): UseQueryResult<LevellingView> {
  const input = { params: { id } };
  return useQuery<LevellingView>({
    queryKey: apiKey(levelling.get, input),
    queryFn: ({ signal }) => callApi(levelling.get, input, signal),
    meta: { subjects: ['levelling_run'] },
    refetchInterval: ({ state }) => (isLive(state.data) ? pollMilliseconds : false),
  });
}

function isLive(run: LevellingView | undefined): boolean {
  return run?.state === 'queued' || run?.state === 'running';
}

/** Every task of a levelling with its days now and as proposed. */
export function useProposals(id: LevellingRunId) {
  return useApi(
    levelling.proposals,
    { params: { id }, query: { limit: 5_000 } },
    { subjects: ['levelling_run', 'task'], keepPrevious: true },
  );
}

const subjects = ['levelling_run', 'task', 'project'];

export const useStartLevelling = () => useApiWrite(levelling.create, { subjects });
export const useCancelLevelling = () => useApiWrite(levelling.cancel, { subjects });
export const useAcceptLevelling = () => useApiWrite(levelling.accept, { subjects });
export const useUndoLevelling = () => useApiWrite(levelling.undo, { subjects });
export const useDiscardLevelling = () => useApiWrite(levelling.discard, { subjects });
