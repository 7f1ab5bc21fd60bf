import { balance, type LoadRowsFilter } from '@evenkeel/contract/balance';
import type { OutputOf } from '@evenkeel/contract/endpoint';
import { previews, type WinTerms } from '@evenkeel/contract/previews';
import type { DealId, ProjectId } from '@evenkeel/core/id';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { callApi } from '../../lib/api-client.ts';
import { apiKey, useApi, useApiWrite } from '../../lib/queries.ts';
import type { ViewState } from './model/view-state.ts';

/** Tables whose changes move a figure. */
export const balanceSubjects = [
  'time_entry',
  'task',
  'assignment',
  'allocation',
  'leave',
  'calendar',
  'project',
  'deal',
  'deal_demand',
  'stage',
  'person',
  'person_rate',
  'role',
  'role_rate',
  'team',
  'workspace',
];

export function useBalance({ from, to, tentative }: ViewState) {
  const query = { tentative, ...(from ? { from } : {}), ...(to ? { to } : {}) };
  return useApi(balance.view, { query }, { subjects: balanceSubjects, keepPrevious: true });
}

/** Tables whose changes move what is held back. */
export const reserveSubjects = ['ring_fence', 'ring_fence_term', 'reserve_loan', 'reserve_entry'];

const rowsAtOnce = 100;

/** The rows behind a figure, a page at a time. */
export function useLoadRows(filter: LoadRowsFilter) {
  return useInfiniteQuery({
    queryKey: apiKey(balance.rows, { query: filter }),
    queryFn: ({ pageParam, signal }): Promise<OutputOf<typeof balance.rows>> => {
      const page = { limit: rowsAtOnce, ...(pageParam ? { cursor: pageParam } : {}) };
      return callApi(balance.rows, { query: { ...filter, ...page } }, signal);
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    meta: { subjects: balanceSubjects },
  });
}

/** Notes that Balance has been looked at, once for each page load. */
export function useSeeing(isShown: boolean): void {
  const { mutate } = useApiWrite(balance.see, { subjects: ['member'] });
  useEffect(() => {
    if (!isShown || hasSeen) return;
    hasSeen = true;
    mutate({});
  }, [isShown, mutate]);
}

let hasSeen = false;

export function useSetTarget() {
  return useApiWrite(balance.setTarget, { subjects: ['workspace'] });
}

/** What winning a deal on these terms would do; nothing is written. Not asked again once it is won. */
export function useWinPreview(id: DealId, terms: WinTerms, isWon: boolean) {
  const subjects = [...balanceSubjects, ...reserveSubjects, 'template', 'hand_off'];
  const input = { params: { id }, query: terms };
  return useApi(previews.win, input, { subjects, keepPrevious: true, enabled: !isWon });
}

/** Wins a deal and accepts its hand-off. */
export function useApplyWin() {
  return useApiWrite(previews.applyWin, {
    subjects: [...balanceSubjects, 'hand_off', 'phase', 'origin'],
  });
}

/** What approving a proposed initiative would do. */
export function useStartPreview(id: ProjectId) {
  return useApi(previews.start, { params: { id } }, { subjects: balanceSubjects });
}
