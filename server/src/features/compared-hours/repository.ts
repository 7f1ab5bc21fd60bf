import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { EstimatedTask } from '@evenkeel/core/capacity/compared-hours';
import type { PersonId, ProjectId, TimeEntryId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import { integer } from '../../platform/db/values.ts';

/** A bound, so that no list is without one. */
const most = 500_000;

/** Which work is read; days are those of time entries. */
export type WorkFilter = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly projectId: ProjectId | undefined;
  /** Null: what is nobody's. */
  readonly personId: PersonId | null | undefined;
};

export type ComparedTask = EstimatedTask & { readonly name: string };

/** Tasks with an estimate that have no sub-tasks, of projects that are not in the trash. */
export async function listTasks(
  scope: Scope,
  { projectId, personId, from, to }: WorkFilter,
): Promise<ComparedTask[]> {
  let query = scope.tx
    .selectFrom('task')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'task.workspace_id')
        .onRef('project.id', '=', 'task.project_id'),
    )
    .select(['task.id', 'task.name', 'task.project_id', 'task.role_id'])
    .select(['task.start_on', 'task.due_on', 'task.estimate_minutes'])
    .select(
      sql<PersonId[]>`array(select a.person_id::text from assignment a
        where a.workspace_id = task.workspace_id and a.task_id = task.id)`.as('person_ids'),
    )
    .where('task.workspace_id', '=', scope.workspaceId)
    .where('task.deleted_at', 'is', null)
    .where('project.deleted_at', 'is', null)
    .where('task.is_milestone', '=', false)
    .where('task.estimate_minutes', '>', 0)
    .where((of) =>
      of.or([
        of('task.due_on', 'is', null),
        of.and([
          of('task.due_on', '>=', from),
          of(of.fn.coalesce('task.start_on', 'task.due_on'), '<=', to),
        ]),
      ]),
    )
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('task as part')
            .select('part.id')
            .whereRef('part.workspace_id', '=', 'task.workspace_id')
            .whereRef('part.parent_id', '=', 'task.id')
            .where('part.deleted_at', 'is', null),
        ),
      ),
    );
  if (projectId) query = query.where('task.project_id', '=', projectId);
  if (personId) {
    query = query.where('task.id', 'in', (of) =>
      of
        .selectFrom('assignment')
        .select('assignment.task_id')
        .where('assignment.workspace_id', '=', scope.workspaceId)
        .where('assignment.person_id', '=', personId),
    );
  }
  const rows = await query.orderBy('task.id').limit(most).execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    projectId: row.project_id,
    roleId: row.role_id,
    startOn: row.start_on,
    dueOn: row.due_on,
    estimateMinutes: row.estimate_minutes ?? 0,
    assigneeIds: row.person_ids,
  }));
}

/** Logged time, an entry a row. */
export async function listEntries(scope: Scope, filter: WorkFilter) {
  const rows = await entries(scope, filter)
    .select(['time_entry.id', 'time_entry.project_id', 'time_entry.person_id'])
    .select(['time_entry.on_date', 'time_entry.minutes', 'time_entry.note'])
    .orderBy('time_entry.on_date', 'desc')
    .orderBy('time_entry.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    projectId: row.project_id,
    personId: row.person_id,
    on: row.on_date,
    minutes: row.minutes,
    note: row.note,
  }));
}

/** Logged time added up by project, person and month: its day is the first of the month. */
export async function sumEntries(scope: Scope, filter: WorkFilter) {
  const month = sql<CalendarDate>`date_trunc('month', time_entry.on_date)::date`;
  const rows = await entries(scope, filter)
    .select(['time_entry.project_id', 'time_entry.person_id', month.as('month_on')])
    .select((of) => of.fn.sum<string>('time_entry.minutes').as('minutes'))
    .groupBy(['time_entry.project_id', 'time_entry.person_id', month])
    .orderBy('time_entry.project_id')
    .orderBy('time_entry.person_id')
    .orderBy(month)
    .limit(most)
    .execute();
  return rows.map((row, index) => ({
    // A sum has no entry of its own; nobody asks for it by this.
    id: `sum ${index}` as TimeEntryId,
    projectId: row.project_id,
    personId: row.person_id,
    on: row.month_on,
    minutes: integer(row.minutes),
  }));
}

function entries(scope: Scope, { from, to, projectId, personId }: WorkFilter) {
  let query = scope.tx
    .selectFrom('time_entry')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'time_entry.workspace_id')
        .onRef('project.id', '=', 'time_entry.project_id'),
    )
    .where('time_entry.workspace_id', '=', scope.workspaceId)
    .where('time_entry.deleted_at', 'is', null)
    .where('project.deleted_at', 'is', null)
    .where('time_entry.on_date', '>=', from)
    .where('time_entry.on_date', '<=', to);
  if (projectId) query = query.where('time_entry.project_id', '=', projectId);
  // Logged time is always somebody's.
  if (personId === null) query = query.where(sql<boolean>`false`);
  if (personId) query = query.where('time_entry.person_id', '=', personId);
  return query;
}

/** Names of projects with their kind. */
export function listProjects(scope: Scope, ids: readonly ProjectId[]) {
  return scope.tx
    .selectFrom('project')
    .select(['id', 'name', 'kind'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', sql<ProjectId>`any(${[...ids]}::uuid[])`)
    .limit(ids.length)
    .execute();
}

/** Everybody, also from the trash, with where they belong now: their hours stay. */
export function listPeople(scope: Scope) {
  return scope.tx
    .selectFrom('person')
    .select(['id', 'name', 'role_id', 'team_id'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('id')
    .limit(most)
    .execute();
}
