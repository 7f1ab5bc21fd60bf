import type { TraceAnchor } from '@evenkeel/core/decisions/date-trace';
import type { Id, ProjectId, TaskId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** A write of the day of a record, with everything it may stand on. */
export type DayChange = {
  readonly at: Date;
  readonly transaction: string;
  readonly by: string | null;
  readonly action: 'create' | 'update' | 'delete';
  readonly from: string | null;
  readonly to: string | null;
  readonly anchorKind: TraceAnchor['kind'] | null;
  readonly anchorId: Id<string> | null;
  readonly anchorName: string | null;
};

/** The record whose day it is. */
export type DatedRecord = {
  readonly table: 'task' | 'project';
  readonly column: 'due_on' | 'end_on';
  readonly id: Id<string>;
  readonly projectId: ProjectId;
  readonly day: string | null;
};

export async function findRecord(
  scope: Scope,
  subject: { readonly kind: 'task' | 'client-project' | 'initiative'; readonly id: Id<string> },
): Promise<DatedRecord | null> {
  const { rows } = await sql<DatedRecord>`
    select 'task' as table, 'due_on' as column, id, project_id as "projectId", due_on as day from task
      where workspace_id = ${scope.workspaceId} and id = ${subject.id} and ${subject.kind} = 'task'
    union all
    select 'project', 'end_on', id, id, end_on from project
      where workspace_id = ${scope.workspaceId} and id = ${subject.id} and ${subject.kind} <> 'task'`.execute(
    scope.tx,
  );
  return rows[0] ?? null;
}

/** The task that ends last, on which the end of a project stands where none was written. */
export async function findLastTask(
  scope: Scope,
  projectId: ProjectId,
): Promise<{ readonly id: TaskId; readonly name: string } | undefined> {
  return scope.tx
    .selectFrom('task')
    .select(['id', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .where('deleted_at', 'is', null)
    .where('due_on', 'is not', null)
    .orderBy('due_on', 'desc')
    .orderBy('is_milestone', 'desc')
    .orderBy('position', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

/**
 * Every write of the day in its order. A hand-off made what was written with the project; a change was
 * accepted, and a notice drafted that was accepted later, by the very transaction that moved the day.
 */
export async function listDayChanges(scope: Scope, record: DatedRecord): Promise<DayChange[]> {
  const { column } = record;
  const { rows } = await sql<DayChange>`
    select c.at, c.at::text as transaction, m.name as by, c.action,
      c.before->>${column} as from, c.after->>${column} as to,
      case when d.id is not null then 'decision' when r.id is not null then 'change-request'
        when n.id is not null then 'delay-notice' when h.id is not null then 'hand-off'
        end as "anchorKind",
      coalesce(d.id, r.id, n.id, h.id) as "anchorId",
      coalesce(d.title, r.name, n.wording, deal.name) as "anchorName"
    from change c
      left join member m on m.workspace_id = c.workspace_id and m.id = c.member_id
      left join decision_cause k on k.workspace_id = c.workspace_id
        and k.project_id = ${record.projectId} and k.changed_at = c.at
      left join decision d on d.workspace_id = k.workspace_id and d.id = k.decision_id
      left join change_request r on r.workspace_id = c.workspace_id and r.project_id = c.root_id
        and r.state = 'accepted' and exists (select from change x where x.workspace_id = c.workspace_id
          and x.root = 'change_request' and x.root_id = r.id and x.at = c.at
          and x.after->>'state' = 'accepted')
      left join delay_notice n on n.workspace_id = c.workspace_id and n.subject_id = c.subject_id
        and n.state = 'accepted' and n.created_at = c.at
      left join hand_off h on h.workspace_id = c.workspace_id and h.project_id = ${record.projectId}
        and h.state = 'accepted' and c.at = (select min(f.at) from change f
          where f.workspace_id = ${scope.workspaceId} and f.root = 'project'
            and f.root_id = ${record.projectId})
      left join deal on deal.workspace_id = h.workspace_id and deal.id = h.deal_id
    where c.workspace_id = ${scope.workspaceId} and c.root = 'project'
      and c.root_id = ${record.projectId} and c.subject = ${record.table}
      and c.subject_id = ${record.id} and c.action <> 'delete'
      and (c.action = 'create' or c.before ? ${column})
    order by c.id limit 20000`.execute(scope.tx);
  return rows;
}
