import type { ServingWork } from '@evenkeel/core/customers/customer-aims';
import type { AccountId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/**
 * Deals and client projects that name a customer's goal or initiative: a project also by the deal it
 * came from. Of one account, or of all.
 */
export async function readServingWork(
  scope: Scope,
  accountId: AccountId | null,
): Promise<ServingWork[]> {
  const { rows } = await sql<ServingWork>`
    with named as (
      select deal_id, array_agg(customer_goal_id) as goals, '{}'::uuid[] as initiatives
        from deal_customer_goal group by deal_id
      union all
      select deal_id, '{}', array_agg(customer_initiative_id) from deal_customer_initiative group by deal_id),
    project_named as (
      select p.id as project_id, n.goals, n.initiatives
        from project p join named n on n.deal_id = p.deal_id
      union all
      select project_id, array_agg(customer_goal_id), '{}' from project_customer_goal group by project_id)
    select d.id, 'deal' as kind, d.name, s.outcome = 'lost' as "isLost",
        s.outcome = 'won' and exists (select from project p where p.deal_id = d.id and p.deleted_at is null
          and p.state = 'completed') as "isOver",
        to_jsonb(n.goals) as "goalIds", to_jsonb(n.initiatives) as "initiativeIds"
      from named n join deal d on d.id = n.deal_id and d.deleted_at is null
        join stage s on s.id = d.stage_id
      where ${accountId}::uuid is null or d.account_id = ${accountId}
    union all
    select p.id, 'project', p.name, p.state in ('shelved', 'rejected'), p.state = 'completed',
        to_jsonb(n.goals), to_jsonb(n.initiatives)
      from project_named n join project p on p.id = n.project_id and p.deleted_at is null
      where ${accountId}::uuid is null or p.account_id = ${accountId}`.execute(scope.tx);
  return rows;
}
