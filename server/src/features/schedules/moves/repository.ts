import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId, TaskId } from '@evenkeel/core/id';
import type { Instant } from '@evenkeel/core/instant';
import type { RecordedChange, StandingDays } from '@evenkeel/core/projects/schedule-moves';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** A write of a task's days, with who made it and when. */
export type DatedChange = RecordedChange & { readonly at: Date; readonly by: string | null };

/** Writes that touched the days of a project's tasks, or put tasks in or out of it. */
export async function listTaskChanges(
  scope: Scope,
  asked: { readonly projectId: ProjectId; readonly after: Instant; readonly until?: Instant },
): Promise<DatedChange[]> {
  const { rows } = await sql<Omit<DatedChange, 'taskId'> & { task_id: TaskId }>`
    select change.subject_id as task_id, change.action, change.before, change.after, change.at,
      member.name as by
    from change left join member
      on member.workspace_id = change.workspace_id and member.id = change.member_id
    where change.workspace_id = ${scope.workspaceId} and change.root = 'project'
      and change.root_id = ${asked.projectId} and change.subject = 'task'
      and change.at > ${asked.after}::timestamptz
      and (${asked.until ?? null}::timestamptz is null or change.at <= ${asked.until ?? null}::timestamptz)
      and (change.action <> 'update' or change.before ?| array['start_on', 'due_on', 'deleted_at'])
    order by change.id limit 200000`.execute(scope.tx);
  return rows.map(({ task_id: taskId, ...row }) => ({ ...row, taskId }));
}

/** The last number of the change record, before this transaction writes. */
export async function lastChange(scope: Scope): Promise<string> {
  const { rows } = await sql<{ last: string | null }>`
    select max(id) as last from change where workspace_id = ${scope.workspaceId}`.execute(scope.tx);
  return rows[0]?.last ?? '0';
}

/** What this transaction has done to the days of tasks, of any project, after a number of the record. */
export async function listOwnChanges(scope: Scope, after: string): Promise<RecordedChange[]> {
  const { rows } = await sql<Omit<RecordedChange, 'taskId'> & { task_id: TaskId }>`
    select subject_id as task_id, action, before, after from change
    where workspace_id = ${scope.workspaceId} and id > ${after}::bigint and subject = 'task'
      and at = transaction_timestamp()
      and (action <> 'update' or before ?| array['start_on', 'due_on', 'deleted_at'])
    order by id limit 1000000`.execute(scope.tx);
  return rows.map(({ task_id: taskId, ...row }) => ({ ...row, taskId }));
}

/** The days of all tasks of some projects, those in the trash too. */
export async function listTaskDays(
  scope: Scope,
  projectIds: readonly ProjectId[],
): Promise<Map<TaskId, StandingDays>> {
  const { rows } = await sql<{
    id: TaskId;
    start_on: CalendarDate | null;
    due_on: CalendarDate | null;
    is_there: boolean;
  }>`
    select id, start_on, due_on, deleted_at is null as is_there from task
    where workspace_id = ${scope.workspaceId} and project_id = any(${[...projectIds]}::uuid[])
    order by id limit 1000000`.execute(scope.tx);
  return new Map(
    rows.map((row) => [
      row.id,
      { startOn: row.start_on, dueOn: row.due_on, isThere: row.is_there },
    ]),
  );
}

/** The projects of some tasks, those in the trash too. */
export async function listProjectsOf(scope: Scope, ids: readonly TaskId[]): Promise<ProjectId[]> {
  const { rows } = await sql<{ id: ProjectId }>`
    select distinct project_id as id from task
    where workspace_id = ${scope.workspaceId} and id = any(${[...ids]}::uuid[])
    limit 100000`.execute(scope.tx);
  return rows.map((row) => row.id);
}

export type NamedTask = Awaited<ReturnType<typeof listNamed>>[number];

/** Tasks as people know them, with their projects. */
export function listNamed(scope: Scope, ids: readonly TaskId[]) {
  return scope.tx
    .selectFrom('task')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'task.workspace_id')
        .onRef('project.id', '=', 'task.project_id'),
    )
    .select(['task.id', 'task.number', 'task.name', 'task.project_id as projectId'])
    .select(['project.name as projectName', 'project.kind as projectKind'])
    .where('task.workspace_id', '=', scope.workspaceId)
    .where('task.id', '=', sql<TaskId>`any(${[...ids]}::uuid[])`)
    .orderBy('task.id')
    .limit(1_000_000)
    .execute();
}
