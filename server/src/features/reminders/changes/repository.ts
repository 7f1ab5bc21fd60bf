import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { MemberId, PersonId, ProjectId, TaskId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** Changes that are read at a time. */
const atOnce = 5_000;

/** A stretch of the change record: behind the one id, up to and with the other. */
export type Stretch = { readonly after: string; readonly upTo: string };

/** A request that writes is over by then; what it wrote may stand before what others wrote later. */
const settledAfter = '20 seconds';

/**
 * The stretch of the change record that nobody was told of yet, and that is told from now on; null
 * when there is none. A workspace that was never read begins with what comes next. Held until the
 * transaction ends, so that two servers do not tell the same.
 */
export async function takeStretch(scope: Scope): Promise<Stretch | null> {
  const { workspaceId, now } = scope;
  const { rows: stood } = await sql<{ id: string }>`
    select change_id::text as id from change_reading
    where workspace_id = ${workspaceId} for update`.execute(scope.tx);
  const after = stood[0]?.id ?? null;
  const { rows: found } = await sql<{ id: string | null }>`
    with unsettled as (
      select min(id) as id from change where workspace_id = ${workspaceId}
        and at >= ${now.toISOString()}::timestamptz - interval '${sql.raw(settledAfter)}'),
    next as (
      select id from change where workspace_id = ${workspaceId} and id > ${after ?? '0'}
        and id < coalesce((select id from unsettled), 9223372036854775807)
      order by id ${sql.raw(after === null ? 'desc limit 1' : `limit ${atOnce}`)})
    select max(id)::text as id from next`.execute(scope.tx);
  const upTo = found[0]?.id ?? null;
  if (upTo === null && after !== null) return null;
  await scope.tx
    .insertInto('change_reading')
    .values({ workspace_id: workspaceId, change_id: upTo ?? '0' })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id']).doUpdateSet({ change_id: upTo ?? '0' }),
    )
    .execute();
  return after === null || upTo === null ? null : { after, upTo };
}

/** Somebody put on a task or taken off it. */
export type AssignmentChange = {
  readonly action: 'create' | 'delete';
  readonly by: MemberId | null;
  readonly personId: PersonId;
  readonly taskId: TaskId;
  readonly task: string;
  readonly projectId: ProjectId;
  readonly kind: 'client' | 'initiative';
  readonly project: string;
};

/** Who was put on which task, and taken off it again; not what an import or the sample made. */
export async function listAssignmentChanges(
  scope: Scope,
  { after, upTo }: Stretch,
): Promise<AssignmentChange[]> {
  const { rows } = await sql<AssignmentChange>`
    select c.action, c.member_id as by, p.id as "personId", t.id as "taskId", t.name as task,
      x.id as "projectId", x.kind, x.name as project
    from change c
    join person p on p.workspace_id = c.workspace_id
      and p.id = (coalesce(c.after, c.before)->>'person_id')::uuid
    join task t on t.workspace_id = c.workspace_id
      and t.id = (coalesce(c.after, c.before)->>'task_id')::uuid
    join project x on x.workspace_id = t.workspace_id and x.id = t.project_id
    where c.workspace_id = ${scope.workspaceId} and c.id > ${after} and c.id <= ${upTo}
      and c.subject = 'assignment' and c.action in ('create', 'delete')
      and c.source not in ('sample', 'import', 'restore')
      and t.deleted_at is null and t.state <> 'done' and x.deleted_at is null
    order by c.id limit ${atOnce}`.execute(scope.tx);
  return rows;
}

/** A task of somebody whose day to be done moved. */
export type MovedTask = {
  readonly by: MemberId | null;
  readonly personId: PersonId;
  readonly taskId: TaskId;
  readonly task: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly projectId: ProjectId;
  readonly kind: 'client' | 'initiative';
  readonly project: string;
};

/** Tasks whose day moved, once for each person on them, with where it was first and is now. */
export async function listMovedTasks(scope: Scope, { after, upTo }: Stretch): Promise<MovedTask[]> {
  const { rows } = await sql<MovedTask>`
    with moved as (
      select c.subject_id, (array_agg(c.before->>'due_on' order by c.id))[1] as was,
        (array_agg(c.member_id order by c.id desc))[1] as by
      from change c
      where c.workspace_id = ${scope.workspaceId} and c.id > ${after} and c.id <= ${upTo}
        and c.subject = 'task' and c.action = 'update' and c.before->>'due_on' is not null
        and c.source not in ('sample', 'import', 'restore')
      group by c.subject_id)
    select m.by, a.person_id as "personId", t.id as "taskId", t.name as task,
      m.was as from, to_char(t.due_on, 'YYYY-MM-DD') as to, x.id as "projectId", x.kind, x.name as project
    from moved m
    join task t on t.workspace_id = ${scope.workspaceId} and t.id = m.subject_id
    join assignment a on a.workspace_id = t.workspace_id and a.task_id = t.id
    join project x on x.workspace_id = t.workspace_id and x.id = t.project_id
    where t.deleted_at is null and t.state <> 'done' and t.due_on is not null
      and t.due_on::text <> m.was and x.deleted_at is null and x.state in ('approved', 'executing')
    order by t.due_on, t.id limit ${atOnce}`.execute(scope.tx);
  return rows;
}
