import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import type { PersonId, TaskId } from '@evenkeel/core/id';
import type { TaskConstraint } from '@evenkeel/core/projects/schedule-plan';
import { committedStates } from '@evenkeel/core/projects/state';
import type {
  WorkDependency,
  WorkPerson,
  WorkProject,
} from '@evenkeel/core/schedule/levelling/multi-project/firm-work';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { integer } from '../../../platform/db/values.ts';

/** A bound, so that no list is without one. */
const most = 200_000;

/** An open task of a committed project as it stands. */
export type TaskRecord = Awaited<ReturnType<typeof listTasks>>[number];

export function listProjects(scope: Scope): Promise<WorkProject[]> {
  return scope.tx
    .selectFrom('project')
    .select(['id', 'name', 'kind', 'priority', 'start_on as startOn', 'end_on as endOn'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('deleted_at', 'is', null)
    .where('state', 'in', committedStates)
    .orderBy('number')
    .limit(most)
    .execute();
}

export async function listTasks(scope: Scope) {
  const rows = await scope.tx
    .selectFrom('task')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'task.workspace_id')
        .onRef('project.id', '=', 'task.project_id'),
    )
    .where('task.workspace_id', '=', scope.workspaceId)
    .where('task.deleted_at', 'is', null)
    .where('task.state', '!=', 'done')
    .where('project.deleted_at', 'is', null)
    .where('project.state', 'in', committedStates)
    .select(['task.id', 'task.project_id', 'task.parent_id', 'task.name', 'task.is_milestone'])
    .select(['task.role_id', 'task.estimate_minutes', 'task.start_on', 'task.due_on'])
    .select(['task.scheduling', 'task.constraint_type', 'task.constraint_on'])
    .select(['task.typed_due_on', 'task.duration_minutes', 'task.deadline_on'])
    .select(['task.percent_complete', sql<'open' | 'started'>`task.state`.as('state')])
    .select(
      sql<boolean>`exists (select from task part where part.workspace_id = task.workspace_id
        and part.parent_id = task.id and part.deleted_at is null)`.as('has_sub_tasks'),
    )
    .select(
      sql<string>`coalesce((select sum(minutes) from time_entry entry
        where entry.workspace_id = task.workspace_id and entry.task_id = task.id
        and entry.deleted_at is null), 0)`.as('logged_minutes'),
    )
    .select(formerBound(scope).as('former_bound'))
    .orderBy('project.number')
    .orderBy('task.position')
    .orderBy('task.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, logged_minutes: integer(row.logged_minutes) }));
}

/**
 * A start bound that an accepted levelling wrote is not what somebody said: the bound from before
 * counts. As JSON, so that "none" can be told from "not ours".
 */
function formerBound(scope: Scope) {
  return sql<{ notBefore: CalendarDate | null } | null>`(
    select json_build_object('notBefore', p.not_before)
    from levelling_proposal p join levelling_run r
      on r.workspace_id = p.workspace_id and r.id = p.run_id
    where p.workspace_id = ${scope.workspaceId} and p.task_id = task.id
      and p.state = 'accepted' and p.start_on = task.constraint_on
      and task.constraint_type = 'start-no-earlier-than'
    order by r.number desc limit 1)`;
}

export async function listAssignees(scope: Scope) {
  const rows = await scope.tx
    .selectFrom('assignment')
    .select(['task_id', 'person_id as personId', 'units as share'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('id')
    .limit(most)
    .execute();
  return groupedBy(rows, (row) => row.task_id);
}

export async function listDependencies(scope: Scope): Promise<WorkDependency[]> {
  return scope.tx
    .selectFrom('dependency')
    .select(['predecessor_id as predecessorId', 'successor_id as successorId'])
    .select(['type', 'lag_minutes as lagMinutes'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('id')
    .limit(most)
    .execute();
}

export function listRoles(scope: Scope) {
  return scope.tx
    .selectFrom('role')
    .select(['id', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('id')
    .limit(10_000)
    .execute();
}

/** Everybody with their hours; `weekMinutes` null where only the sum of a week is known. */
export async function listPeople(scope: Scope) {
  const rows = await scope.tx
    .selectFrom('person')
    .select(['id', 'name', 'role_id as roleId', 'weekly_minutes as weeklyMinutes'])
    .select(['week_minutes as weekMinutes', 'joined_on as joinedOn'])
    .select(sql<CalendarDate | null>`least(left_on, deleted_at::date)`.as('leftOn'))
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('id')
    .limit(10_000)
    .execute();
  const leave = await listLeave(scope);
  return rows.map((row) => ({ ...row, leave: leave.get(row.id) ?? [] }));
}

async function listLeave(scope: Scope): Promise<Map<PersonId, WorkPerson['leave'][number][]>> {
  const rows = await scope.tx
    .selectFrom('leave')
    .select(['person_id as personId', 'start_on as from', 'end_on as to'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('end_on', '>=', scope.today)
    .orderBy('start_on')
    .limit(most)
    .execute();
  return groupedBy(rows, (row) => row.personId);
}

/** Those of the tasks that are still where a run saw them. */
export async function findUnchanged(
  scope: Scope,
  wanted: readonly {
    readonly id: TaskId;
    readonly startOn: CalendarDate | null;
    readonly dueOn: CalendarDate | null;
  }[],
) {
  const rows = await scope.tx
    .selectFrom('task')
    .select(['id', 'is_milestone', 'start_on', 'due_on', 'constraint_type', 'constraint_on'])
    .select(['typed_due_on', 'duration_minutes'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', sql<TaskId>`any(${wanted.map(({ id }) => id)}::uuid[])`)
    .where('deleted_at', 'is', null)
    .where('state', '!=', 'done')
    .orderBy('id')
    .limit(most)
    .execute();
  const daysOf = new Map(wanted.map((row) => [row.id, row]));
  return rows.filter((row) => {
    const seen = daysOf.get(row.id);
    return seen?.startOn === row.start_on && seen.dueOn === row.due_on;
  });
}

/** What people had said about a task's days, so that it can be said again. */
export type HeldDays = {
  readonly startOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly constraintType: TaskConstraint;
  readonly constraintOn: CalendarDate | null;
  readonly typedDueOn: CalendarDate | null;
  readonly durationMinutes: number | null;
};
