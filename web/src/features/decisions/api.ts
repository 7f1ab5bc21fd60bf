import { decisions } from '@evenkeel/contract/decisions';
import type { CallInput, Endpoint } from '@evenkeel/contract/endpoint';
import type { DecisionId, ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = ['decision', 'decision_cause', 'project', 'account', 'member', 'task'];

/** Decisions of a project, or of the whole firm. */
export function useDecisions(projectId?: ProjectId) {
  return useApi(decisions.list, { query: projectId ? { projectId } : {} }, { subjects });
}

export function useDecision(id: DecisionId) {
  return useApi(decisions.get, { params: { id } }, { subjects });
}

/** Changes of its project that a decision may have caused. */
export function useDecisionWrites(id: DecisionId) {
  return useApi(decisions.writes, { params: { id } }, { subjects });
}

/** Why a date is what it is. */
export function useDateTrace(query: NonNullable<CallInput<typeof decisions.why>['query']>) {
  return useApi(
    decisions.why,
    { query },
    { subjects: [...subjects, 'promise', 'delay_notice', 'hand_off', 'deal'] },
  );
}

/** Any of the calls that write decisions. */
export function useDecisionWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['decision', 'decision_cause'] });
}
