import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { AccountId, ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** More entries than anybody reads; a longer span is refused in words. */
export const mostEntries = 20_000;

export type StatementEntry = Awaited<ReturnType<typeof listEntriesOf>>[number];

export function findAccount(scope: Scope, id: AccountId) {
  return scope.tx
    .selectFrom('account')
    .select(['id', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** Time on the projects of an account, in the order in which a statement tells it. */
export function listEntriesOf(
  scope: Scope,
  accountId: AccountId,
  asked: {
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly onlyBillable: boolean;
    readonly projectIds: readonly ProjectId[] | null;
  },
) {
  let query = scope.tx
    .selectFrom('time_entry')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'time_entry.workspace_id')
        .onRef('project.id', '=', 'time_entry.project_id'),
    )
    .innerJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'time_entry.workspace_id')
        .onRef('person.id', '=', 'time_entry.person_id'),
    )
    .leftJoin('task', (join) =>
      join
        .onRef('task.workspace_id', '=', 'time_entry.workspace_id')
        .onRef('task.id', '=', 'time_entry.task_id'),
    )
    .select(['time_entry.on_date', 'time_entry.minutes', 'time_entry.note'])
    .select(['time_entry.is_billable', 'person.name as person_name'])
    .select(['project.id as project_id', 'project.number as project_number'])
    .select(['project.name as project_name', 'task.id as task_id', 'task.name as task_name'])
    .select('task.estimate_minutes')
    .where('time_entry.workspace_id', '=', scope.workspaceId)
    .where('project.account_id', '=', accountId)
    .where('time_entry.deleted_at', 'is', null)
    .where('project.deleted_at', 'is', null)
    .where('time_entry.on_date', '>=', asked.from)
    .where('time_entry.on_date', '<=', asked.to);
  if (asked.onlyBillable) query = query.where('time_entry.is_billable', '=', true);
  if (asked.projectIds !== null) query = query.where('project.id', 'in', [...asked.projectIds]);
  return query
    .orderBy(sql`project.name collate "und-x-icu"`)
    .orderBy('project.id')
    .orderBy('task.position')
    .orderBy('task.id')
    .orderBy('time_entry.on_date')
    .orderBy('time_entry.id')
    .limit(mostEntries + 1)
    .execute();
}
