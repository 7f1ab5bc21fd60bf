import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { Id, ProjectId, TaskId } from '@evenkeel/core/id';
import { isReached, type KpiDirection } from '@evenkeel/core/strategy/kpi';
import { sql } from 'kysely';
import { asFirm, type PortalScope } from '../../../platform/db/scope.ts';

export type StepRecord = Awaited<ReturnType<typeof listSteps>>[number];

/** Most steps and news that one page shows. */
const most = 2_000;

/** Milestones and tasks that the reader sees, in the order of the plan. */
export function listSteps(scope: PortalScope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('task')
    .select(['id', 'name', 'is_milestone', 'side', 'state', 'done_on'])
    .where('project_id', '=', projectId)
    .orderBy('position')
    .orderBy('id')
    .limit(most)
    .execute();
}

/** The days that the reader was told, from the promise ledger alone. */
export async function listPromisedDays(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<ReadonlyMap<TaskId, CalendarDate>> {
  const { rows } = await sql<{ subject_id: TaskId; day: CalendarDate | null; is_shown: boolean }>`
    select distinct on (subject_id) subject_id, day, is_shown from promise
    where project_id = ${projectId} and what = 'date' and subject_kind = 'task'
    order by subject_id, number desc`.execute(scope.tx);
  return new Map(
    rows.flatMap((row) => (row.is_shown && row.day ? [[row.subject_id, row.day] as const] : [])),
  );
}

/** The days by which the reader is asked for what is their part. */
export async function listAskedDays(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<ReadonlyMap<TaskId, CalendarDate>> {
  const rows = await scope.tx
    .selectFrom('client_duty')
    .select(['task_id', 'due_on'])
    .where('project_id', '=', projectId)
    .limit(most)
    .execute();
  return new Map(rows.map((row) => [row.task_id, row.due_on]));
}

/** Which of the steps that the reader sees are held by the end of which, in the order of the plan. */
export function listWaits(scope: PortalScope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('dependency')
    .innerJoin('task', 'task.id', 'dependency.predecessor_id')
    .select(['dependency.predecessor_id', 'dependency.successor_id'])
    .where('dependency.project_id', '=', projectId)
    .where('dependency.type', 'in', ['finish-start', 'finish-finish'])
    .orderBy('task.position')
    .orderBy('task.id')
    .limit(5 * most)
    .execute();
}

/** What the client measures at a milestone. */
export type Metric = {
  readonly name: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly measured: number | null;
  readonly measuredOn: CalendarDate | null;
  readonly isReached: boolean;
};

type MetricRow = Omit<Metric, 'isReached'> & {
  readonly taskId: TaskId;
  readonly direction: KpiDirection;
};

/** What the firm shows of what is measured, by milestone. */
export async function listMetrics(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<ReadonlyMap<TaskId, Metric>> {
  const { rows } = await sql<MetricRow>`
    select task_id as "taskId", name, unit, direction, baseline::float8, target::float8,
      measured::float8, measured_on as "measuredOn"
    from customer_metric where project_id = ${projectId} order by id limit ${most}`.execute(
    scope.tx,
  );
  return new Map(
    rows.map(({ taskId, direction, ...metric }) => [
      taskId,
      { ...metric, isReached: isReached({ target: metric.target, direction }, metric.measured) },
    ]),
  );
}

export type ChangeRecord = {
  readonly subject: string;
  readonly subject_id: Id<string>;
  readonly at: Date;
  readonly is_new: boolean;
  readonly is_done: boolean;
  readonly by: string | null;
  /** By which column the reader can call it; null where there is none. */
  readonly name_column: string | null;
};

/**
 * What has changed for the reader since a moment, one line for each record: of the project's own
 * rows, and of what is written on the project and on the tasks they see. Own changes are no news.
 * Ids of tasks come as values: a condition that looks something up is only asked of rows that the
 * policy has let through, which is to look at each change of the workspace.
 */
export async function listChanges(
  scope: PortalScope,
  place: { readonly projectId: ProjectId; readonly taskIds: readonly TaskId[] },
  since: Date,
): Promise<readonly ChangeRecord[]> {
  const { projectId, taskIds } = place;
  const { rows } = await sql<ChangeRecord>`
    with known as materialized (
      select c.id, c.subject, c.subject_id, c.at, c.action, c.member_id from change c
      where c.at > ${since} and c.member_id is distinct from ${scope.actor.memberId}::uuid
        and (c.root = 'project' and c.root_id = ${projectId}
          or c.root = 'subject' and c.root_id = any(${[projectId, ...taskIds]}::uuid[]))
      order by c.id desc limit ${most}),
    told as materialized (
      select changed.id, changed.columns
      from (select array_agg(id) as ids, array_agg(subject_id) as rows from known) wanted,
        lateral portal_changed(wanted.ids, wanted.rows) changed),
    latest as (
      select subject, subject_id, max(known.id) as id, max(at) as at,
        bool_or(action = 'create' or 'is_client_visible' = any(columns)) as is_new,
        bool_or('done_on' = any(columns)) as is_done,
        (array_agg(member_id order by known.id desc))[1] as member_id
      from known join told on told.id = known.id
      group by subject, subject_id order by max(known.id) desc limit 100)
    select subject, subject_id, at, is_new, is_done, portal_member_name(member_id) as by,
      (select name from unnest(array['name', 'title', 'wording', 'question', 'body'])
        with ordinality as calling (name, rank)
        where name = any(columns_for_clients(subject)) order by rank limit 1) as name_column
    from latest order by id desc`.execute(scope.tx);
  return rows;
}

/** When the reader looked, now and the time before. */
export function findLook(scope: PortalScope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('portal_look')
    .select(['looked_at', 'since'])
    .where('project_id', '=', projectId)
    .executeTakeFirst();
}

export async function putLook(
  scope: PortalScope,
  projectId: ProjectId,
  since: Date | null,
): Promise<void> {
  await asFirm(scope, async (firm) => {
    await firm.tx
      .insertInto('portal_look')
      .values({
        workspace_id: firm.workspaceId,
        member_id: firm.actor.memberId,
        project_id: projectId,
        looked_at: firm.now,
        since,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['workspace_id', 'member_id', 'project_id'])
          .doUpdateSet({ looked_at: firm.now, since }),
      )
      .execute();
  });
}

/** What records are called to the reader, where they see them; what cannot be called is no news. */
export async function listNames(
  scope: PortalScope,
  changes: readonly ChangeRecord[],
): Promise<ReadonlyMap<string, string>> {
  const kinds = new Map(changes.map(({ subject, name_column: column }) => [subject, column]));
  const parts = [...kinds].flatMap(([subject, column]) => {
    if (column === null) return [];
    const ids = changes.filter((one) => one.subject === subject).map((one) => one.subject_id);
    return [
      sql`select id, left(${sql.ref(column)}, 200) as name from ${sql.table(subject)}
        where id = any(${ids}::uuid[])`,
    ];
  });
  if (parts.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`${sql.join(parts, sql` union all `)}`.execute(scope.tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
