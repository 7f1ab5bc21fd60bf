import { customerGoals, customerInitiatives } from '@evenkeel/contract/customers';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import type { AccountId, CustomerGoalId, CustomerInitiativeId } from '@evenkeel/core/id';
import { callApi } from '../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = [
  'customer_goal',
  'customer_initiative',
  'customer_goal_link',
  'customer_goal_capability',
  'deal_customer_goal',
  'deal_customer_initiative',
  'project_customer_goal',
  'deal',
  'project',
  'account',
];

/** What an account wants and runs itself, with the work of ours that serves it. */
export function useAims(id: AccountId) {
  return useApi(customerGoals.aims, { params: { id } }, { subjects });
}

/** Every customer goal that nothing of ours serves. */
export function useGoalPrompts() {
  return useApi(customerGoals.prompts, {}, { subjects });
}

/** Any of the calls that write goals and initiatives of customers. */
export function useCustomerWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}

export function restoreCustomerGoal(id: CustomerGoalId) {
  return callApi(customerGoals.restore, { params: { id } });
}

export function restoreCustomerInitiative(id: CustomerInitiativeId) {
  return callApi(customerInitiatives.restore, { params: { id } });
}
