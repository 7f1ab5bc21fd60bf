import type { Endpoint } from '@evenkeel/contract/endpoint';
import { tacticalPlans } from '@evenkeel/contract/tactical-plans';
import type { StrategicPlanId, TacticalPlanId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = [
  'tactical_plan',
  'tactic',
  'tactic_person',
  'tactic_count',
  'strategic_plan',
  'goal',
  'person',
];

/** The tactical plans of a strategic plan. */
export function useTacticalPlans(planId: StrategicPlanId) {
  return useApi(tacticalPlans.list, { query: { planId, limit: 200 } }, { subjects });
}

export function useTacticalPlan(id: TacticalPlanId) {
  return useApi(tacticalPlans.get, { params: { id } }, { subjects });
}

/** Any of the calls that write tactical plans or tactics. */
export function useTacticalWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}
