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
  readonly columns: string[];
  readonly by: string | null;
};

/**
 * What has changed for the reader since a moment, one line for each record: of the project's own
 * rows, and of what is written on the project and on the tasks they see. Own changes are no news.
 */
export async function listChanges(
  scope: PortalScope,
  projectId: ProjectId,
  since: Date,
): Promise<readonly ChangeRecord[]> {
  const { rows } = await sql<ChangeRecord>`
    with known as (
      select c.id, c.subject, c.subject_id, c.at, c.action, c.member_id from change c
      where c.at > ${since} and c.member_id is distinct from ${scope.actor.memberId}
        and (c.root = 'project' and c.root_id = ${projectId}
          or c.root = 'subject' and (c.root_id = ${projectId}
            or c.root_id in (select t.id from task t where t.project_id = ${projectId})))
      order by c.id desc limit ${most})
    select subject, subject_id, max(at) as at, bool_or(action = 'create') as is_new,
      array(select distinct unnest(portal_change_columns(k.id, k.subject_id))
            from known k where k.subject = known.subject and k.subject_id = known.subject_id) as columns,
      portal_member_name((array_agg(member_id order by id desc))[1]) as by
    from known group by subject, subject_id order by max(id) desc limit 100`.execute(scope.tx);
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

/** What records are called to the reader, where they see them; a kind without a name is no news. */
export async function listNames(
  scope: PortalScope,
  subject: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const column = await findNameColumn(scope, subject);
  if (column === null || ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, left(${sql.ref(column)}, 200) as name from ${sql.table(subject)}
    where id = any(${[...ids]}::uuid[])`.execute(scope.tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** By which of its columns a kind of record is named: the first of these that clients may read. */
async function findNameColumn(scope: PortalScope, subject: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select name from unnest(array['name', 'title', 'wording', 'question', 'body'])
      with ordinality as known (name, rank)
    where shown_to_clients(${subject}, name) order by rank limit 1`.execute(scope.tx);
  return rows[0]?.name ?? null;
}
