import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { PersonId, ProjectId, TaskId } from '@evenkeel/core/id';
import type { ProjectState } from '@evenkeel/core/projects/state';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** Projects whose promises must be looked at anew, as the transaction's own writes have marked them. */
export async function takeMarked(scope: Scope): Promise<ProjectId[]> {
  const { rows } = await sql<{ due: string | null }>`
    select current_setting('evenkeel.promise_due', true) as due`.execute(scope.tx);
  const due = rows[0]?.due ?? '';
  if (due === '') return [];
  await sql`select set_config('evenkeel.promise_due', '', true)`.execute(scope.tx);
  // The triggers write ids, each followed by a space.
  return due.split(' ').filter((id) => id !== '') as ProjectId[];
}

/** A client project as its promises follow it. */
export type FollowedProject = {
  readonly id: ProjectId;
  readonly name: string;
  readonly endOn: CalendarDate | null;
  readonly state: ProjectState;
  readonly isOpen: boolean;
  readonly toleranceDays: number;
  readonly ownerId: PersonId | null;
  readonly projectManagerId: PersonId | null;
};

export async function listProjects(
  scope: Scope,
  ids: readonly ProjectId[],
): Promise<FollowedProject[]> {
  const { rows } = await sql<FollowedProject>`
    select id, name, end_on as "endOn", state, portal_opened_at is not null as "isOpen",
      delay_tolerance_days as "toleranceDays", owner_id as "ownerId",
      project_manager_id as "projectManagerId"
    from project p
    where workspace_id = ${scope.workspaceId} and id = any(${[...ids]}::uuid[]) and kind = 'client'
      and deleted_at is null
      and (portal_opened_at is not null or exists (select from promise
        where promise.workspace_id = p.workspace_id and promise.project_id = p.id))
    order by id limit 10000`.execute(scope.tx);
  return rows;
}

/** A task of ours that the client sees, or one that was promised. What they are to do is no promise of ours. */
export type FollowedTask = {
  readonly id: TaskId;
  readonly name: string;
  readonly dueOn: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
  readonly isVisible: boolean;
};

export async function listTasks(scope: Scope, projectId: ProjectId): Promise<FollowedTask[]> {
  const { rows } = await sql<FollowedTask>`
    select id, name, due_on as "dueOn",
      case when state = 'done' then coalesce(done_on, due_on, ${scope.today}::date) end as "doneOn",
      is_client_visible and side = 'ours' and deleted_at is null as "isVisible"
    from task t
    where workspace_id = ${scope.workspaceId} and project_id = ${projectId}
      and (is_client_visible and side = 'ours' and deleted_at is null or exists (select from promise
        where promise.workspace_id = t.workspace_id and promise.subject_kind = 'task'
          and promise.subject_id = t.id))
    order by position, id limit 20000`.execute(scope.tx);
  return rows;
}

/** The last day of a project's tasks. */
export async function lastDay(scope: Scope, projectId: ProjectId): Promise<CalendarDate | null> {
  const found = await scope.tx
    .selectFrom('task')
    .select(sql<CalendarDate | null>`max(due_on)`.as('day'))
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return found?.day ?? null;
}

/** Names of the client users who see a project. */
export async function listClientNames(scope: Scope, projectId: ProjectId): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct m.name from client_access a
      join project p on p.workspace_id = a.workspace_id and p.account_id = a.account_id
      join member m on m.workspace_id = a.workspace_id and m.id = a.member_id
    where p.workspace_id = ${scope.workspaceId} and p.id = ${projectId} and m.state = 'active'
      and (a.project_id is null or a.project_id = p.id)
    order by m.name limit 200`.execute(scope.tx);
  return rows.map(({ name }) => name);
}
