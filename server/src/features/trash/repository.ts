import type { TrashedRecord } from '@evenkeel/contract/trash';
import { sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';

export type TrashRecord = Omit<TrashedRecord, 'deletedAt'> & { deleted_at: Date };

/** What lies in the trash, newest first. What hangs on something deleted is listed on its own too. */
export async function listTrash(scope: Scope, limit: number): Promise<TrashRecord[]> {
  const { rows } = await sql<TrashRecord>`
    select trash.*, (select 'Merged into ' || coalesce(a.name, c.name) from record_merge m
        left join account a on a.workspace_id = m.workspace_id and a.id = m.subject_id
        left join contact c on c.workspace_id = m.workspace_id and c.id = m.subject_id
        where m.workspace_id = ${scope.workspaceId} and m.merged_id = trash.id
        order by m.created_at desc, m.id desc limit 1) as note from (
      select 'account' as kind, id, number, name, deleted_at from account where deleted_at is not null
      union all select 'contact', id, number, name, deleted_at from contact where deleted_at is not null
      union all select 'interaction', id, null, name, deleted_at from interaction where deleted_at is not null
      union all select 'customer-goal', id, number, name, deleted_at from customer_goal where deleted_at is not null
      union all select 'customer-initiative', id, number, name, deleted_at from customer_initiative where deleted_at is not null
      union all select 'lead', id, number, name, deleted_at from lead where deleted_at is not null
      union all select 'deal', id, number, name, deleted_at from deal where deleted_at is not null
      union all select 'plan', id, number, name, deleted_at from strategic_plan where deleted_at is not null
      union all select 'goal', id, number, name, deleted_at from goal where deleted_at is not null
      union all select 'objective', id, number, name, deleted_at from objective where deleted_at is not null
      union all select 'tactical-plan', id, number, name, deleted_at from tactical_plan where deleted_at is not null
      union all select 'tactic', id, null, name, deleted_at from tactic where deleted_at is not null
      union all select 'kpi', id, number, name, deleted_at from kpi where deleted_at is not null
      union all select case kind when 'client' then 'client-project' else 'initiative' end, id, number, name, deleted_at
        from project where deleted_at is not null
      union all select 'task', id, number, name, deleted_at from task where deleted_at is not null
      union all select 'action', id, null, name, deleted_at from action where deleted_at is not null
      union all select 'analysis-board', id, number, name, deleted_at from analysis_board where deleted_at is not null
      union all select 'insight', id, null, name, deleted_at from insight where deleted_at is not null
      union all select 'person', id, null, name, deleted_at from person where deleted_at is not null
      union all select 'product', id, null, name, deleted_at from product where deleted_at is not null
      union all select 'template', id, null, name, deleted_at from template where deleted_at is not null
      union all select 'scenario', id, null, name, deleted_at from scenario where deleted_at is not null
      union all select 'file', id, null, name, deleted_at from file where deleted_at is not null
      union all select 'time-entry', t.id, null, p.name || ', ' || t.on_date, t.deleted_at
        from time_entry t join project p on p.workspace_id = t.workspace_id and p.id = t.project_id
        where t.deleted_at is not null
      union all select 'allocation', a.id, null, coalesce(p.name, r.name) || ' on ' || j.name || ', from ' || a.start_on, a.deleted_at
        from allocation a join project j on j.workspace_id = a.workspace_id and j.id = a.project_id
        left join person p on p.workspace_id = a.workspace_id and p.id = a.person_id
        left join role r on r.workspace_id = a.workspace_id and r.id = a.role_id
        where a.deleted_at is not null
    ) trash order by deleted_at desc, id limit ${limit}`.execute(scope.tx);
  return rows;
}
