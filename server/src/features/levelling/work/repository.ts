import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import type { TaskId } from '@evenkeel/core/id';
import type { Scheduling, TaskConstraint } from '@evenkeel/core/projects/schedule-plan';
import { committedStates } from '@evenkeel/core/projects/state';
import type {
  WorkDependency,
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
    .select([formerBound(scope).as('former_bound'), saidDays.as('said')])
    .orderBy('project.number')
    .orderBy('task.position')
    .orderBy('task.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, logged_minutes: integer(row.logged_minutes) }));
}

/**
 * A bound that an accepted levelling wrote is not what somebody said: the bound and the wanted day from
 * before count. As JSON, so that "none" can be told from "not ours".
 */
function formerBound(scope: Scope) {
  return sql<{ notBefore: CalendarDate | null; deadlineOn: CalendarDate | null } | null>`(
    select json_build_object('notBefore', p.not_before, 'deadlineOn', p.deadline_on)
    from levelling_proposal p join levelling_run r
      on r.workspace_id = p.workspace_id and r.id = p.run_id
    where p.workspace_id = ${scope.workspaceId} and p.task_id = task.id and p.state = 'accepted'
      and (case when task.is_milestone
        then p.due_on = task.constraint_on and task.constraint_type = 'finish-no-earlier-than'
        else p.start_on = task.constraint_on and task.constraint_type = 'start-no-earlier-than' end)
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

/** Those of the tasks of which nobody has said anything else since; with what is said of their days. */
export async function findUnchanged(
  scope: Scope,
  wanted: readonly { readonly id: TaskId; readonly said: unknown }[],
) {
  const rows = await scope.tx
    .selectFrom('task')
    .select(['id', 'is_milestone', 'start_on', 'due_on', 'constraint_type', 'constraint_on'])
    .select(['typed_due_on', 'duration_minutes', 'constraint_minute', saidDays.as('said')])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', sql<TaskId>`any(${wanted.map(({ id }) => id)}::uuid[])`)
    .where('deleted_at', 'is', null)
    .where('state', '!=', 'done')
    .orderBy('id')
    .limit(most)
    .execute();
  const saidOf = new Map(wanted.map(({ id, said }) => [id, said as SaidDays | null]));
  return rows.filter((row) => {
    const said = saidOf.get(row.id);
    return (
      said?.constraintType === row.said.constraintType &&
      said.constraintOn === row.said.constraintOn &&
      // Kept before minutes were, it says nothing of them.
      (said.constraintMinute === undefined ||
        said.constraintMinute === row.said.constraintMinute) &&
      said.typedDueOn === row.said.typedDueOn &&
      said.scheduling === row.said.scheduling
    );
  });
}

/** What people say about a task's days: whatever else moves them follows from other tasks. */
export type SaidDays = {
  readonly constraintType: TaskConstraint;
  readonly constraintOn: CalendarDate | null;
  readonly constraintMinute?: number | null;
  readonly typedDueOn: CalendarDate | null;
  readonly scheduling: Scheduling;
};

/** The same of a row of `task`. */
export const saidDays = sql<SaidDays>`jsonb_build_object('constraintType', task.constraint_type,
  'constraintOn', task.constraint_on, 'constraintMinute', task.constraint_minute, 'typedDueOn', task.typed_due_on, 'scheduling', task.scheduling)`;

/** What people had said about a task's days, so that it can be said again. */
export type HeldDays = {
  readonly startOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly constraintType: TaskConstraint;
  readonly constraintOn: CalendarDate | null;
  /** Minute of that day; null or missing: the whole day. */
  readonly constraintMinute?: number | null;
  readonly typedDueOn: CalendarDate | null;
  readonly durationMinutes: number | null;
};

/** Says again, column by column, what people had said of tasks' days; a new version of each. */
export async function restoreSaid(
  scope: Scope,
  tasks: readonly { readonly id: TaskId; readonly held: HeldDays }[],
): Promise<void> {
  await sql`
    update task set start_on = (held->>'startOn')::date, due_on = (held->>'dueOn')::date,
      constraint_type = held->>'constraintType', constraint_on = (held->>'constraintOn')::date,
      constraint_minute = (held->>'constraintMinute')::int,
      typed_due_on = (held->>'typedDueOn')::date,
      duration_minutes = (held->>'durationMinutes')::int
    from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as row(id uuid, held jsonb)
    where task.workspace_id = ${scope.workspaceId} and task.id = row.id`.execute(scope.tx);
}
