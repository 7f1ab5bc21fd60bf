import { accounts } from '@evenkeel/contract/accounts';
import { actions } from '@evenkeel/contract/actions';
import { allocations } from '@evenkeel/contract/allocations';
import { analysisBoards, insights } from '@evenkeel/contract/analysis';
import { contacts } from '@evenkeel/contract/contacts';
import { customerGoals, customerInitiatives } from '@evenkeel/contract/customers';
import { deals } from '@evenkeel/contract/deals';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import { files } from '@evenkeel/contract/files';
import { goals } from '@evenkeel/contract/goals';
import { initiatives } from '@evenkeel/contract/initiatives';
import { interactions } from '@evenkeel/contract/interactions';
import { kpis } from '@evenkeel/contract/kpis';
import { leads } from '@evenkeel/contract/leads';
import { objectives } from '@evenkeel/contract/objectives';
import { people } from '@evenkeel/contract/people';
import { plans } from '@evenkeel/contract/plans';
import { products } from '@evenkeel/contract/products';
import { projects } from '@evenkeel/contract/projects';
import { scenarios } from '@evenkeel/contract/scenarios';
import { tacticalPlans, tactics } from '@evenkeel/contract/tactical-plans';
import { tasks } from '@evenkeel/contract/tasks';
import { templates } from '@evenkeel/contract/templates';
import { time } from '@evenkeel/contract/time';
import { type TrashedRecord, trash } from '@evenkeel/contract/trash';
import { callApi } from '../../lib/api-client.ts';
import { useApi } from '../../lib/queries.ts';

const subjects = [
  'account',
  'contact',
  'lead',
  'customer_goal',
  'customer_initiative',
  'interaction',
  'deal',
  'strategic_plan',
  'goal',
  'objective',
  'kpi',
  'tactical_plan',
  'tactic',
  'project',
  'task',
  'action',
  'analysis_board',
  'insight',
  'person',
  'product',
  'template',
  'time_entry',
  'allocation',
  'scenario',
  'file',
];

const restores: Record<TrashedRecord['kind'], Endpoint> = {
  account: accounts.restore,
  contact: contacts.restore,
  lead: leads.restore,
  'customer-goal': customerGoals.restore,
  'customer-initiative': customerInitiatives.restore,
  interaction: interactions.restore,
  deal: deals.restore,
  plan: plans.restore,
  goal: goals.restore,
  objective: objectives.restore,
  kpi: kpis.restore,
  'tactical-plan': tacticalPlans.restore,
  tactic: tactics.restore,
  initiative: initiatives.restore,
  'client-project': projects.restore,
  task: tasks.restore,
  action: actions.restore,
  'analysis-board': analysisBoards.restore,
  insight: insights.restore,
  person: people.restore,
  product: products.restore,
  template: templates.restore,
  'time-entry': time.restore,
  allocation: allocations.restore,
  scenario: scenarios.restore,
  file: files.restore,
};

export function useTrash() {
  return useApi(trash.list, {}, { subjects });
}

/** Takes a record out of the trash. */
export async function takeOut(record: TrashedRecord): Promise<void> {
  await callApi<Endpoint>(restores[record.kind], { params: { id: record.id } });
}
