import type { Endpoint } from '@evenkeel/contract/endpoint';
import { initiatives } from '@evenkeel/contract/initiatives';
import type { GoalId, ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

/** Tables that a row of an initiative is put together from. */
const subjects = [
  'project',
  'forecast',
  'goal_link',
  'goal',
  'task',
  'time_entry',
  'person',
  'team',
  'health_statement',
];

/** All initiatives, or those that one goal knows of. */
export function useInitiatives(goalId?: GoalId) {
  const query = { limit: 1_000, ...(goalId ? { goalId } : {}) };
  return useApi(initiatives.list, { query }, { subjects });
}

export function useInitiative(id: ProjectId) {
  return useApi(initiatives.get, { params: { id } }, { subjects });
}

/** Any of the calls that write initiatives. */
export function useInitiativeWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}
