import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import type { PersonId, ProjectId, TaskId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { containing } from '../../../platform/db/text-match.ts';

/** More open work than anybody is assigned to, and than anybody reads in a list. */
const most = { rows: 300, targets: 40 } as const;
/** How far back "lately" reaches for what is offered first. */
const latelyDays = 60;

export type AssignedTask = Awaited<ReturnType<typeof listAssigned>>[number];
export type WorkKey = { readonly projectId: ProjectId; readonly taskId: TaskId | null };

export function findPerson(scope: Scope, id: PersonId) {
  return scope.tx
    .selectFrom('person')
    .select(['id', 'name', 'joined_on', 'left_on'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Open tasks of running projects that a person is on and that have begun by a day. */
export function listAssigned(scope: Scope, personId: PersonId, begunBy: CalendarDate) {
  return taskRows(scope)
    .innerJoin('assignment', (join) =>
      join
        .onRef('assignment.workspace_id', '=', 'task.workspace_id')
        .onRef('assignment.task_id', '=', 'task.id'),
    )
    .where('assignment.person_id', '=', personId)
    .where('task.state', '<>', 'done')
    .where('project.state', 'in', ['approved', 'executing'])
    .where((where) =>
      where.or([where('task.start_on', 'is', null), where('task.start_on', '<=', begunBy)]),
    )
    .orderBy('project.kind')
    .orderBy('project.name')
    .orderBy('task.due_on')
    .orderBy('task.id')
    .limit(most.rows)
    .execute();
}

/** A person's entries of some days. */
export function listWeekEntries(
  scope: Scope,
  personId: PersonId,
  days: { from: CalendarDate; to: CalendarDate },
) {
  return scope.tx
    .selectFrom('time_entry')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'time_entry.workspace_id')
        .onRef('project.id', '=', 'time_entry.project_id'),
    )
    .leftJoin('task', (join) =>
      join
        .onRef('task.workspace_id', '=', 'time_entry.workspace_id')
        .onRef('task.id', '=', 'time_entry.task_id'),
    )
    .select(['time_entry.id', 'time_entry.version', 'time_entry.on_date', 'time_entry.minutes'])
    .select(['time_entry.note', 'time_entry.is_billable'])
    .select(['project.id as project_id', 'project.number as project_number'])
    .select(['project.name as project_name', 'project.kind'])
    .select(['task.id as task_id', 'task.number as task_number', 'task.name as task_name'])
    .where('time_entry.person_id', '=', personId)
    .where('time_entry.on_date', '>=', days.from)
    .where('time_entry.on_date', '<=', days.to)
    .where('time_entry.deleted_at', 'is', null)
    .orderBy('project.kind')
    .orderBy('project.name')
    .orderBy('time_entry.on_date')
    .orderBy('time_entry.id')
    .limit(5_000)
    .execute();
}

/** Estimated and logged minutes of tasks, by task. */
export async function tasksSoFar(scope: Scope, ids: readonly TaskId[]) {
  if (ids.length === 0) return [];
  return scope.tx
    .selectFrom('task')
    .select(['task.id', 'task.estimate_minutes'])
    .select((from) =>
      from
        .selectFrom('time_entry')
        .whereRef('time_entry.workspace_id', '=', 'task.workspace_id')
        .whereRef('time_entry.task_id', '=', 'task.id')
        .where('time_entry.deleted_at', 'is', null)
        .select(sql<string>`coalesce(sum(time_entry.minutes), 0)`.as('minutes'))
        .as('logged_minutes'),
    )
    .where('task.id', 'in', ids)
    .orderBy('task.id')
    .limit(ids.length)
    .execute();
}

/** The same of whole projects: the sum of their tasks' estimates, and all time on them. */
export async function projectsSoFar(scope: Scope, ids: readonly ProjectId[]) {
  if (ids.length === 0) return [];
  return scope.tx
    .selectFrom('project')
    .select(['project.id'])
    .select((from) => [
      from
        .selectFrom('task')
        .whereRef('task.workspace_id', '=', 'project.workspace_id')
        .whereRef('task.project_id', '=', 'project.id')
        .where('task.deleted_at', 'is', null)
        .select(sql<string | null>`sum(task.estimate_minutes)`.as('minutes'))
        .as('estimate_minutes'),
      from
        .selectFrom('time_entry')
        .whereRef('time_entry.workspace_id', '=', 'project.workspace_id')
        .whereRef('time_entry.project_id', '=', 'project.id')
        .where('time_entry.deleted_at', 'is', null)
        .select(sql<string>`coalesce(sum(time_entry.minutes), 0)`.as('minutes'))
        .as('logged_minutes'),
    ])
    .where('project.id', 'in', ids)
    .orderBy('project.id')
    .limit(ids.length)
    .execute();
}

/** Tasks to log on: those that match, or those a person is on or was on lately. */
export function findTasks(scope: Scope, personId: PersonId | null, search: string | undefined) {
  const isAssigned = sql<boolean>`exists (select from assignment a where a.workspace_id = task.workspace_id
    and a.task_id = task.id and a.person_id = ${personId})`;
  const lastOn = sql<CalendarDate | null>`(select max(e.on_date) from time_entry e where e.workspace_id = task.workspace_id
    and e.task_id = task.id and e.person_id = ${personId} and e.deleted_at is null)`;
  let query = taskRows(scope)
    .select([isAssigned.as('is_assigned'), lastOn.as('last_on')])
    .where('project.state', 'not in', ['rejected', 'shelved']);
  if (search) query = query.where(matches(search, ['task.name', 'project.name'], 'task.number'));
  else {
    const since = addDays(scope.today, -latelyDays);
    query = query.where('task.state', '<>', 'done').where(
      sql<boolean>`(task.id in (select a.task_id from assignment a where a.person_id = ${personId})
        or task.id in (select e.task_id from time_entry e where e.person_id = ${personId}
          and e.on_date >= ${since} and e.deleted_at is null))`,
    );
  }
  return query
    .orderBy(sql`task.state = 'done'`)
    .orderBy(sql`${isAssigned} desc`)
    .orderBy(sql`${lastOn} desc nulls last`)
    .orderBy('task.name')
    .orderBy('task.id')
    .limit(most.targets)
    .execute();
}

/** Projects to log on as a whole, running ones first. */
export function findProjects(scope: Scope, personId: PersonId | null, search: string | undefined) {
  const lastOn = sql<CalendarDate | null>`(select max(e.on_date) from time_entry e where e.workspace_id = project.workspace_id
    and e.project_id = project.id and e.task_id is null and e.person_id = ${personId} and e.deleted_at is null)`;
  let query = scope.tx
    .selectFrom('project')
    .select(['project.id as project_id', 'project.number as project_number'])
    .select(['project.name as project_name', 'project.kind'])
    .select(lastOn.as('last_on'))
    .where('project.workspace_id', '=', scope.workspaceId)
    .where('project.deleted_at', 'is', null)
    .where('project.state', 'not in', ['rejected', 'shelved']);
  if (search) query = query.where(matches(search, ['project.name'], 'project.number'));
  else query = query.where('project.state', 'in', ['approved', 'executing']);
  return query
    .orderBy(sql`project.state in ('approved', 'executing') desc`)
    .orderBy(sql`${lastOn} desc nulls last`)
    .orderBy('project.name')
    .orderBy('project.id')
    .limit(most.targets)
    .execute();
}

function matches(search: string, columns: readonly string[], number: string) {
  const typed = /^(?:[a-z]+-)?(\d{1,9})$/i.exec(search)?.[1];
  const byName = containing(columns, search);
  return typed ? sql<boolean>`(${byName} or ${sql.ref(number)} = ${Number(typed)})` : byName;
}

function taskRows(scope: Scope) {
  return scope.tx
    .selectFrom('task')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'task.workspace_id')
        .onRef('project.id', '=', 'task.project_id'),
    )
    .where('task.workspace_id', '=', scope.workspaceId)
    .where('task.deleted_at', 'is', null)
    .where('task.is_milestone', '=', false)
    .where('project.deleted_at', 'is', null)
    .select(['project.id as project_id', 'project.number as project_number'])
    .select(['project.name as project_name', 'project.kind'])
    .select(['task.id as task_id', 'task.number as task_number', 'task.name as task_name']);
}
