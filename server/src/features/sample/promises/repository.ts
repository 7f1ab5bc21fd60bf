import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { HandOffId, ProjectId, TaskId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** Hand-offs that became client projects, with the day on which they did. */
export async function listAccepted(
  scope: Scope,
): Promise<{ readonly id: HandOffId; readonly projectId: ProjectId; readonly at: Date }[]> {
  const rows = await scope.tx
    .selectFrom('hand_off')
    .select(['id', 'project_id', 'decided_at', 'proposed_at'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('state', '=', 'accepted')
    .orderBy('proposed_at')
    .orderBy('id')
    .limit(1_000)
    .execute();
  return rows.flatMap(({ id, project_id: projectId, decided_at, proposed_at }) =>
    projectId === null ? [] : { id, projectId, at: decided_at ?? proposed_at },
  );
}

/** A milestone of a running client project, with the day by the plan. */
export type SampleMilestone = {
  readonly id: TaskId;
  readonly name: string;
  readonly projectId: ProjectId;
  readonly dueOn: CalendarDate;
  readonly version: number;
};

/** Milestones of running client projects, marked visible; the nearest open ones first. */
export async function showMilestones(scope: Scope): Promise<SampleMilestone[]> {
  const { rows } = await sql<SampleMilestone>`
    with shown as (
      update task set is_client_visible = true from project p
      where task.workspace_id = ${scope.workspaceId} and p.workspace_id = task.workspace_id
        and p.id = task.project_id and p.kind = 'client' and p.state = 'executing'
        and task.is_milestone and task.deleted_at is null
      returning task.*)
    select id, name, project_id as "projectId", due_on as "dueOn", version from shown
    where due_on >= ${scope.today}::date and state <> 'done'
    order by due_on, number limit 200`.execute(scope.tx);
  return rows;
}
