import type { Endpoint } from '@evenkeel/contract/endpoint';
import { kpis } from '@evenkeel/contract/kpis';
import { objectives } from '@evenkeel/contract/objectives';
import type { GoalId, KpiId } from '@evenkeel/core/id';
import { callApi } from '../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

/** A KPI's row also says its goal, objective, plan and owner. */
const subjects = [
  'kpi',
  'kpi_actual',
  'kpi_interim_target',
  'objective',
  'goal',
  'strategic_plan',
  'person',
];

/** All KPIs, or those of one goal. A firm has dozens, so they come at once. */
export function useKpis(goalId?: GoalId) {
  const query = { limit: 2_000, ...(goalId ? { goalId } : {}) };
  return useApi(kpis.list, { query }, { subjects });
}

export function useKpi(id: KpiId) {
  return useApi(kpis.get, { params: { id } }, { subjects });
}

/** KPIs of one's own whose actual is due within a week or overdue. */
export function useMyDueKpis(enabled: boolean) {
  return useApi(kpis.due, { query: { ownerId: 'me' } }, { subjects, enabled });
}

/** The objectives of a goal in their order. */
export function useObjectives(goalId: GoalId) {
  return useApi(objectives.list, { query: { goalId, limit: 500 } }, { subjects });
}

/** The objectives of all goals. */
export function useAllObjectives() {
  return useApi(objectives.list, { query: { limit: 5_000 } }, { subjects });
}

/** Any of the calls that write KPIs or objectives. */
export function useKpiWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}

/** The likeliest KPIs for typed text. */
export async function findKpis(search: string, signal: AbortSignal) {
  const query = { limit: 30, ...(search ? { search } : {}) };
  return (await callApi(kpis.list, { query }, signal)).rows;
}
