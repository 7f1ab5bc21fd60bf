import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { AccountId, CalendarId, Id, ProjectId, TaskId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** A state of something that is waited for, and since when it stood so. */
export type StateRecord = {
  readonly subject_id: Id<string>;
  readonly state: string;
  readonly at: Date;
};

/** Something that is waited for. */
export type WaitRecord = {
  readonly id: Id<string>;
  readonly name: string;
  /** The task on the client's side; null where the wait is for none. */
  readonly task_id: TaskId | null;
  readonly project_id: ProjectId;
  readonly project_name: string;
  readonly calendar_id: CalendarId | null;
  readonly contact_name: string | null;
  readonly due_on: CalendarDate | null;
};

type Where = {
  readonly projectId?: ProjectId | undefined;
  readonly accountId?: AccountId | undefined;
};

/** Duties but approvals, whose time their deliverable counts. */
export async function listDutyWaits(scope: Scope, where: Where): Promise<WaitRecord[]> {
  const { rows } = await sql<WaitRecord>`
    select d.id, t.name, t.id as task_id, p.id as project_id, p.name as project_name, p.calendar_id,
      c.name as contact_name, d.due_on
    from client_duty d
    join project p on p.workspace_id = d.workspace_id and p.id = d.project_id and p.deleted_at is null
    join task t on t.workspace_id = d.workspace_id and t.id = d.task_id
    join contact c on c.workspace_id = d.workspace_id and c.id = d.contact_id
    where d.workspace_id = ${scope.workspaceId} and d.kind <> 'approval'
      and (t.deleted_at is null or d.state = 'withdrawn') and ${within(where)}
    order by d.created_at, d.id limit 5000`.execute(scope.tx);
  return rows;
}

/**
 * Deliverables that the client was asked about. The agreed day is the first that was named for it:
 * later versions do not move it.
 */
export async function listDeliverableWaits(scope: Scope, where: Where): Promise<WaitRecord[]> {
  const { rows } = await sql<WaitRecord>`
    select d.id, d.name, null::uuid as task_id, p.id as project_id, p.name as project_name, p.calendar_id,
      (select string_agg(distinct c.name, ', ') from approval a
        join contact c on c.workspace_id = a.workspace_id and c.id = a.contact_id
        where a.workspace_id = d.workspace_id and a.deliverable_id = d.id) as contact_name,
      (select min(v.due_on) from deliverable_version v where v.workspace_id = d.workspace_id
        and v.deliverable_id = d.id and v.asked_at is not null and v.state <> 'withdrawn') as due_on
    from deliverable d
    join project p on p.workspace_id = d.workspace_id and p.id = d.project_id and p.deleted_at is null
    where d.workspace_id = ${scope.workspaceId} and ${within(where)}
    order by d.created_at, d.id limit 5000`.execute(scope.tx);
  return rows;
}

/** Changes that the client asked for, or that were sent to them. No day is agreed for them. */
export async function listChangeWaits(scope: Scope, where: Where): Promise<WaitRecord[]> {
  const { rows } = await sql<WaitRecord>`
    select c.id, c.name, null::uuid as task_id, p.id as project_id, p.name as project_name, p.calendar_id,
      case when c.side = 'theirs' then c.asked_name end as contact_name, null::date as due_on
    from change_request c
    join project p on p.workspace_id = c.workspace_id and p.id = c.project_id and p.deleted_at is null
    where c.workspace_id = ${scope.workspaceId} and (c.side = 'theirs' or c.sent_at is not null)
      and ${within(where)}
    order by c.created_at, c.id limit 5000`.execute(scope.tx);
  return rows;
}

/** Every state that rows of a table have had, from the change record, in the order of writing. */
export async function listStates(
  scope: Scope,
  subject: string,
  ids: readonly Id<string>[],
): Promise<StateRecord[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<StateRecord>`
    select subject_id, after->>'state' as state, coalesce((after->>'state_since')::timestamptz, at) as at
    from change
    where workspace_id = ${scope.workspaceId} and subject = ${subject}
      and subject_id = any(${[...ids]}::uuid[]) and after->>'state' is not null
    order by id limit 100000`.execute(scope.tx);
  return rows;
}

function within({ projectId, accountId }: Where) {
  if (projectId) return sql`p.id = ${projectId}`;
  return accountId ? sql`p.account_id = ${accountId}` : sql`true`;
}
