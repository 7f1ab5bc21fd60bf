import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import type { ClientFacts, ReportWeek } from '@evenkeel/core/status-reports/client-facts';
import type { Subject } from '@evenkeel/core/subject';
import { sql } from 'kysely';
import type { PortalScope } from '../../platform/db/scope.ts';

/** More than a report names; a bound. */
const most = 500;

export async function findProjectName(
  scope: PortalScope,
  id: ProjectId,
): Promise<string | undefined> {
  const found = await scope.tx
    .selectFrom('project')
    .select('name')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found?.name;
}

/** The day that the reader was last told of each task, where it is shown to them. */
export async function listPromisedDays(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<ReadonlyMap<string, CalendarDate>> {
  const { rows } = await sql<{ id: string; day: CalendarDate | null; is_shown: boolean }>`
    select distinct on (subject_id) subject_id as id, day, is_shown from promise
    where workspace_id = ${scope.workspaceId} and project_id = ${projectId}
      and what = 'date' and subject_kind = 'task'
    order by subject_id, number desc limit ${most}`.execute(scope.tx);
  return new Map(rows.flatMap(({ id, day, is_shown }) => (day && is_shown ? [[id, day]] : [])));
}

/** What was decided from a day on and is shown to the reader. */
export async function listDecisions(
  scope: PortalScope,
  projectId: ProjectId,
  from: CalendarDate,
): Promise<ClientFacts['decisions']> {
  const rows = await scope.tx
    .selectFrom('decision')
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .where('decided_on', '>=', from)
    .select(['title', 'decided_on'])
    .orderBy('decided_on')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ title, decided_on }) => ({ name: title, decidedOn: decided_on }));
}

/** Delay notices that were sent and wait for the reader's answer. */
export async function listOpenNotices(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<ClientFacts['notices']> {
  const rows = await scope.tx
    .selectFrom('delay_notice')
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .where('state', '=', 'sent')
    .select(['subject_id', 'wording', 'old_day', 'new_day'])
    .orderBy('new_day')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.subject_id,
    name: row.wording,
    fromOn: row.old_day,
    toOn: row.new_day,
  }));
}

/** Tasks and milestones that the client sees: done this week, to come, and theirs to do by the agreed day. */
export async function listItems(
  scope: PortalScope,
  projectId: ProjectId,
  week: ReportWeek,
): Promise<Pick<ClientFacts, 'done' | 'next' | 'needs'>> {
  const rows = await scope.tx
    .selectFrom('task')
    .leftJoin('client_duty as duty', (join) =>
      join
        .onRef('duty.workspace_id', '=', 'task.workspace_id')
        .onRef('duty.task_id', '=', 'task.id'),
    )
    .where('task.workspace_id', '=', scope.workspaceId)
    .where('task.project_id', '=', projectId)
    .select(['task.id', 'task.name', 'task.is_milestone', 'task.side', 'task.state'])
    .select(['task.done_on', 'duty.due_on as agreed_on'])
    .orderBy('task.position')
    .orderBy('task.id')
    .limit(most)
    .execute();
  const promised = await listPromisedDays(scope, projectId);
  const items = rows.map((row) => ({
    ...row,
    item: {
      id: row.id as string,
      name: row.name,
      isMilestone: row.is_milestone,
      promisedOn: row.agreed_on ?? promised.get(row.id) ?? null,
    },
  }));
  const open = items.filter(({ state }) => state !== 'done');
  return {
    done: items.flatMap(({ state, done_on: doneOn, item }) =>
      state === 'done' && doneOn !== null && doneOn >= week.from && doneOn <= week.to
        ? [{ ...item, doneOn }]
        : [],
    ),
    next: open.filter(({ side }) => side === 'ours').map(({ item }) => item),
    needs: open.filter(({ side }) => side === 'client').map(({ item }) => item),
  };
}

/** Which of some records the reader sees, by `subjectKey`. */
export async function findVisible(
  scope: PortalScope,
  subjects: readonly Subject[],
): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set();
  const { rows } = await sql<{ key: string }>`
    select kind || ':' || id as key
    from unnest(${subjects.map(({ kind }) => kind)}::text[], ${subjects.map(({ id }) => id)}::uuid[]) as wanted (kind, id)
    where client_sees(kind, id)`.execute(scope.tx);
  return new Set(rows.map(({ key }) => key));
}

/** Deliverables that the client sent back and that have not come again. */
export function listRejected(scope: PortalScope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('deliverable')
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .where('state', '=', 'rejected')
    .select(['id', 'name'])
    .orderBy('name')
    .orderBy('id')
    .limit(most)
    .execute();
}
