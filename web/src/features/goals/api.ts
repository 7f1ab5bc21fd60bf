import type { Endpoint } from '@evenkeel/contract/endpoint';
import { goals } from '@evenkeel/contract/goals';
import type { GoalId, StrategicPlanId } from '@evenkeel/core/id';
import { callApi } from '../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

/** A goal's row also says how its KPIs stand, how many initiatives serve it, and its plan. */
const subjects = [
  'goal',
  'kpi',
  'kpi_actual',
  'kpi_interim_target',
  'goal_link',
  'project',
  'strategic_plan',
  'person',
];

/** All goals, or those of one plan. A firm has dozens, so they come at once. */
export function useGoals(planId?: StrategicPlanId) {
  const query = { limit: 1_000, ...(planId ? { planId } : {}) };
  return useApi(goals.list, { query }, { subjects });
}

export function useGoal(id: GoalId) {
  return useApi(goals.get, { params: { id } }, { subjects });
}

/** Any of the calls that write goals. */
export function useGoalWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}

/** The likeliest goals for typed text. */
export async function findGoals(search: string, signal: AbortSignal) {
  const query = { limit: 30, ...(search ? { search } : {}) };
  return (await callApi(goals.list, { query }, signal)).rows;
}
