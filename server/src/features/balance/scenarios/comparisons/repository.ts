import type { ScenarioGoal } from '@evenkeel/core/balance/goals-at-risk';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { GoalId, ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../../platform/db/scope.ts';

/** Goals with the initiatives that help them; a shelved or rejected one helps nobody. */
export async function listGoals(scope: Scope): Promise<ScenarioGoal[]> {
  const { rows } = await sql<{
    id: GoalId;
    name: string;
    deadline: CalendarDate | null;
    initiative_ids: ProjectId[];
  }>`
    select goal.id, goal.name, goal.deadline,
      array_agg(project.id::text order by project.id) as initiative_ids
    from goal
      join goal_link on goal_link.workspace_id = goal.workspace_id and goal_link.goal_id = goal.id
      join project on project.workspace_id = goal_link.workspace_id and project.id = goal_link.project_id
    where goal.workspace_id = ${scope.workspaceId} and goal.deleted_at is null
      and goal_link.strength > 0 and project.deleted_at is null
      and project.state not in ('shelved', 'rejected')
    group by goal.id, goal.name, goal.deadline order by goal.name, goal.id limit 2000`.execute(
    scope.tx,
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    deadline: row.deadline,
    initiativeIds: row.initiative_ids,
  }));
}

/** What was written after a number of the change record to whatever figures are made of. */
export async function listWrites(scope: Scope, after: string) {
  const { rows } = await sql<{ root: string; root_id: string; by: string | null }>`
    select distinct change.root, change.root_id, member.name as by
    from change left join member
      on member.workspace_id = change.workspace_id and member.id = change.member_id
    where change.workspace_id = ${scope.workspaceId} and change.id > ${after}::bigint
      and change.root in ('project', 'deal', 'person', 'role', 'team', 'workspace', 'goal', 'scenario', 'calendar', 'template', 'ring_fence', 'reserve_loan')
    order by change.root, change.root_id limit 20`.execute(scope.tx);
  return rows;
}
