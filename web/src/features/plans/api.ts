import type { Endpoint } from '@evenkeel/contract/endpoint';
import { plans } from '@evenkeel/contract/plans';
import type { StrategicPlanId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

/** A plan also shows how many goals stand in it, and who owns and approved it. */
const subjects = ['strategic_plan', 'plan_duty', 'goal', 'person', 'team', 'member'];

/** All strategic plans, the latest first. */
export function usePlans() {
  return useApi(plans.list, { query: { limit: 1_000, sort: '-startsOn' } }, { subjects });
}

export function usePlan(id: StrategicPlanId) {
  return useApi(plans.get, { params: { id } }, { subjects });
}

/** Any of the calls that write plans. */
export function usePlanWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}
