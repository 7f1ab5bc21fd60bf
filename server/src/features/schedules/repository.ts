import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId, TaskId } from '@evenkeel/core/id';
import type { SchedulePlan } from '@evenkeel/core/projects/schedule-plan';
import { sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';

/** A bound, so that no list is without one. */
const most = 1_000_000;

/** Where a task lies, as its row shall say it. */
export type WrittenDates = {
  readonly id: TaskId;
  readonly startOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly durationMinutes: number | null;
};

/** Projects whose dates must be worked out anew, as the transaction's own writes have marked them. */
export async function readDue(scope: Scope): Promise<ProjectId[]> {
  const { rows } = await sql<{ due: string | null }>`
    select current_setting('evenkeel.schedule_due', true) as due`.execute(scope.tx);
  // The triggers write ids, each followed by a space.
  return (rows[0]?.due ?? '').split(' ').filter((id) => id !== '') as ProjectId[];
}

export async function clearDue(scope: Scope): Promise<void> {
  await sql`select set_config('evenkeel.schedule_due', '', true)`.execute(scope.tx);
}

/** Waits until nobody else of the workspace changes what dates depend on; until the transaction ends. */
export async function lockSchedule(scope: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${scope.workspaceId}::text, 220))`.execute(
    scope.tx,
  );
}

/** Which projects' tasks wait for those of which others. */
export async function listProjectPairs(
  scope: Scope,
): Promise<{ before: ProjectId; after: ProjectId }[]> {
  const { rows } = await sql<{ before: ProjectId; after: ProjectId }>`
    select distinct task.project_id as before, dependency.project_id as after
    from dependency join task on task.workspace_id = dependency.workspace_id
      and task.id = dependency.predecessor_id
    join project on project.workspace_id = dependency.workspace_id and project.id = dependency.project_id
    join project other on other.workspace_id = dependency.workspace_id and other.id = task.project_id
    where dependency.workspace_id = ${scope.workspaceId} and task.project_id <> dependency.project_id
      and project.deleted_at is null and other.deleted_at is null
    limit 100000`.execute(scope.tx);
  return rows;
}

/** All projects that are not in the trash. */
export async function listProjectIds(scope: Scope): Promise<ProjectId[]> {
  const rows = await scope.tx
    .selectFrom('project')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .limit(100_000)
    .execute();
  return rows.map(({ id }) => id);
}

/** What decides the dates of some projects, but for people and calendars. */
export async function readPlan(
  scope: Scope,
  projectIds: readonly ProjectId[],
): Promise<Omit<SchedulePlan, 'people' | 'calendars'>> {
  const projects = await listProjects(scope, projectIds);
  const ids = projects.map((project) => project.id);
  const assignments = await listAssignments(scope, ids);
  return {
    projects,
    tasks: await listTasks(scope, ids),
    dependencies: await listDependencies(scope, ids),
    assignments,
  };
}

/** Writes dates as what the schedule computed: no new version of the tasks. */
export async function writeDates(scope: Scope, dates: readonly WrittenDates[]): Promise<void> {
  if (dates.length === 0) return;
  const rows = JSON.stringify(
    dates.map(({ id, startOn, dueOn, durationMinutes }) => [id, startOn, dueOn, durationMinutes]),
  );
  await sql`
    update task set start_on = (d->>1)::date, due_on = (d->>2)::date,
      duration_minutes = (d->>3)::int, version = 0
    from jsonb_array_elements(${rows}::jsonb) d
    where task.workspace_id = ${scope.workspaceId} and task.id = (d->>0)::uuid`.execute(scope.tx);
}

function listProjects(scope: Scope, ids: readonly ProjectId[]) {
  return scope.tx
    .selectFrom('project')
    .select(['id', 'start_on as startOn', 'end_on as endOn', 'calendar_id as calendarId'])
    .select(['schedule_from as scheduleFrom', 'status_on as statusOn'])
    .select('honours_constraints as honoursConstraints')
    .select(
      sql<CalendarDate>`(created_at at time zone ${scope.actor.timeZone})::date`.as('createdOn'),
    )
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', sql<ProjectId>`any(${[...ids]}::uuid[])`)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .limit(most)
    .execute();
}

function listTasks(scope: Scope, projectIds: readonly ProjectId[]) {
  return scope.tx
    .selectFrom('task')
    .select(['id', 'project_id as projectId', 'phase_id as phaseId', 'parent_id as parentId'])
    .select(['name', 'state'])
    .select(['is_milestone as isMilestone', 'estimate_minutes as estimateMinutes'])
    .select(['start_on as startOn', 'due_on as dueOn', 'done_on as doneOn', 'scheduling'])
    .select(['constraint_type as constraintType', 'constraint_on as constraintOn'])
    .select(['constraint_minute as constraintMinute', 'splits'])
    .select(['typed_due_on as typedDueOn', 'duration_minutes as durationMinutes'])
    .select(['task_type as taskType', 'deadline_on as deadlineOn'])
    .select(['percent_complete as percentComplete', 'actual_start_on as actualStartOn'])
    .select(['calendar_id as calendarId', 'schedule_priority as priority'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', sql<ProjectId>`any(${[...projectIds]}::uuid[])`)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .limit(most)
    .execute();
}

function listDependencies(scope: Scope, projectIds: readonly ProjectId[]) {
  return scope.tx
    .selectFrom('dependency')
    .select(['id', 'predecessor_id as predecessorId', 'successor_id as successorId', 'type'])
    .select(['lag_minutes as lagMinutes', 'lag_unit as lagUnit', 'lag_percent as lagPercent'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', sql<ProjectId>`any(${[...projectIds]}::uuid[])`)
    .orderBy('id')
    .limit(most)
    .execute();
}

function listAssignments(scope: Scope, projectIds: readonly ProjectId[]) {
  return scope.tx
    .selectFrom('assignment')
    .select(['task_id as taskId', 'person_id as personId', 'units'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', sql<ProjectId>`any(${[...projectIds]}::uuid[])`)
    .orderBy('id')
    .limit(most)
    .execute();
}

export type ScheduledProject = Awaited<ReturnType<typeof findProject>> & object;

export function findProject(scope: Scope, id: ProjectId) {
  return scope.tx
    .selectFrom('project')
    .select(['id', 'version', 'name', 'kind', 'start_on', 'end_on'])
    .select(['calendar_id', 'schedule_from', 'honours_constraints', 'status_on'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function listPhases(scope: Scope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('phase')
    .select(['id'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .orderBy('position')
    .orderBy('id')
    .limit(1_000)
    .execute();
}
