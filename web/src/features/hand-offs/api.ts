import type { Endpoint, QueryInputOf } from '@evenkeel/contract/endpoint';
import { handOffs } from '@evenkeel/contract/hand-offs';
import type { HandOffId } from '@evenkeel/core/id';
import { useAllRows } from '../../lib/all-rows.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = ['hand_off', 'deal', 'deal_demand', 'project', 'template', 'role', 'person'];

/** Hand-offs that wait, were returned or were accepted, the newest first. */
export function useHandOffs() {
  const query = { state: 'proposed,returned,accepted', sort: '-proposedAt' } as const;
  return useAllRows(handOffs.list, query, 'hand_off');
}

/** One hand-off with what these choices would make of it. */
export function useHandOff(id: HandOffId, choices: QueryInputOf<typeof handOffs.get>) {
  return useApi(handOffs.get, { params: { id }, query: choices }, { subjects, keepPrevious: true });
}

/** Any of the calls that decide on a hand-off. */
export function useHandOffWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: [...subjects, 'phase', 'task', 'origin'] });
}
