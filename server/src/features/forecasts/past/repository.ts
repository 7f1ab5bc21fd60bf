import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId, RoleId, TaskId } from '@evenkeel/core/id';
import type { ProjectKind } from '@evenkeel/core/projects/template';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** A finished task with an estimate and hours; its type is the name of its phase. */
export type FinishedTask = {
  readonly id: TaskId;
  readonly name: string;
  readonly project_id: ProjectId;
  readonly project_name: string;
  readonly kind: ProjectKind;
  readonly role_id: RoleId | null;
  readonly role_name: string | null;
  readonly type: string;
  readonly done_on: CalendarDate | null;
  readonly estimate: number;
  readonly actual: string;
};

/** Enough for what a firm can learn from, latest first. */
const mostTasks = 20_000;

/** Tasks that are done, without sub-tasks, with an estimate and with hours. */
export async function listFinished(scope: Scope): Promise<FinishedTask[]> {
  const { rows } = await sql<FinishedTask>`
    with spent as materialized (
      select task_id, sum(minutes) as minutes from time_entry
      where workspace_id = ${scope.workspaceId} and task_id is not null and deleted_at is null
      group by task_id),
    parent as materialized (
      select distinct parent_id from task
      where workspace_id = ${scope.workspaceId} and parent_id is not null and deleted_at is null)
    select task.id, task.name, project.id as project_id, project.name as project_name, project.kind,
      role.id as role_id, role.name as role_name, coalesce(phase.name, '') as type,
      task.done_on, task.estimate_minutes as estimate, spent.minutes as actual
    from task
    join spent on spent.task_id = task.id
    join project on project.workspace_id = task.workspace_id and project.id = task.project_id
    left join role on role.workspace_id = task.workspace_id and role.id = task.role_id
    left join phase on phase.workspace_id = task.workspace_id and phase.id = task.phase_id
    where task.workspace_id = ${scope.workspaceId} and task.deleted_at is null
      and project.deleted_at is null and task.state = 'done' and not task.is_milestone
      and task.estimate_minutes > 0 and spent.minutes > 0
      and task.id not in (select parent_id from parent)
    order by task.done_on desc nulls last, task.id
    limit ${mostTasks}`.execute(scope.tx);
  return rows;
}
