import type { Endpoint } from '@evenkeel/contract/endpoint';
import { initiativeCases } from '@evenkeel/contract/initiative-case';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../../lib/queries.ts';

/** Tables that the case of an initiative is put together from. */
const subjects = [
  'benefit',
  'cost_item',
  'stakeholder',
  'assumption',
  'kpi',
  'kpi_actual',
  'project',
  'role',
  'role_rate',
  'person',
];

/** What an initiative brings and costs, and who stands where. */
export function useInitiativeCase(id: ProjectId) {
  return useApi(initiativeCases.get, { params: { id } }, { subjects });
}

/** Any of the calls that write parts of a case. */
export function useCaseWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}
