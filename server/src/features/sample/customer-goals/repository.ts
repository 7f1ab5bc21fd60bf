import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import { nextNumbers } from '../../../platform/db/numbers.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

/** What the sample's clients want and run themselves, and what of ours serves it. */
export async function insertCustomerGoals(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  await writeGoals(scope, firm, ids);
  await writeInitiatives(scope, firm, ids);
  await writeLinks(scope, firm, ids);
}

async function writeGoals(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const goals = firm.clients.customerGoals;
  const first = await nextNumbers(scope, 'customer_goal', goals.length);
  await insertRows(
    scope,
    'customer_goal',
    goals.map((goal, index) => ({
      ...common(need(ids, 'customer_goal', goal.key)),
      number: first + index,
      account_id: need(ids, 'account', goal.account),
      name: goal.name,
      driver: goal.driver,
      measure: goal.measure,
      unit: goal.unit,
      baseline: goal.baseline,
      target: goal.target,
      actual: goal.actual,
      deadline: goal.deadline,
      serves_id: goal.serves === null ? null : need(ids, 'customer_goal', goal.serves),
      serves_why: '',
      stated_by_contact_id: goal.statedBy === null ? null : need(ids, 'contact', goal.statedBy),
      stated_on: goal.statedOn,
      stated_where: goal.statedWhere,
      state: 'open',
      notes: '',
    })),
  );
}

async function writeInitiatives(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const initiatives = firm.clients.customerInitiatives;
  const first = await nextNumbers(scope, 'customer_initiative', initiatives.length);
  await insertRows(
    scope,
    'customer_initiative',
    initiatives.map((initiative, index) => ({
      ...common(need(ids, 'customer_initiative', initiative.key)),
      number: first + index,
      account_id: need(ids, 'account', initiative.account),
      name: initiative.name,
      scope: initiative.scope,
      organisation: initiative.organisation,
      leader: initiative.leader,
      project_manager: initiative.projectManager,
      budget: initiative.budget,
      start_on: initiative.startOn,
      end_on: initiative.endOn,
      stated_by_contact_id:
        initiative.statedBy === null ? null : need(ids, 'contact', initiative.statedBy),
      is_defined_together: initiative.isDefinedTogether,
      notes: '',
    })),
  );
}

async function writeLinks(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const { customerGoals, customerInitiatives } = firm.clients;
  await insertRows(
    scope,
    'customer_goal_link',
    customerInitiatives.flatMap((initiative) =>
      initiative.goals.map(({ goal, why }) => ({
        ...common(newId()),
        customer_initiative_id: need(ids, 'customer_initiative', initiative.key),
        customer_goal_id: need(ids, 'customer_goal', goal),
        why,
      })),
    ),
  );
  await insertRows(
    scope,
    'customer_goal_capability',
    customerGoals.flatMap((goal) =>
      goal.products.map((product) => ({
        ...common(newId()),
        customer_goal_id: need(ids, 'customer_goal', goal.key),
        product_id: need(ids, 'product', product),
        note: '',
      })),
    ),
  );
  await insertRows(
    scope,
    'deal_customer_goal',
    customerGoals.flatMap((goal) =>
      goal.deals.map((deal) => ({
        ...common(newId()),
        deal_id: need(ids, 'deal', deal),
        customer_goal_id: need(ids, 'customer_goal', goal.key),
      })),
    ),
  );
  await insertRows(
    scope,
    'deal_customer_initiative',
    customerInitiatives.flatMap((initiative) =>
      initiative.deals.map((deal) => ({
        ...common(newId()),
        deal_id: need(ids, 'deal', deal),
        customer_initiative_id: need(ids, 'customer_initiative', initiative.key),
      })),
    ),
  );
}
