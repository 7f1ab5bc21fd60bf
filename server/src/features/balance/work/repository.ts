import type { BalanceTask, TimeLog } from '@evenkeel/core/balance/input';
import type { LoadFilter } from '@evenkeel/core/balance/load';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { PersonId, ProjectId, RoleId, TeamId, TimeEntryId } from '@evenkeel/core/id';
import { committedStates } from '@evenkeel/core/projects/state';
import { type ExpressionBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { integer } from '../../../platform/db/values.ts';
import type { Tables } from '../../../schema/tables.ts';

/** A bound, so that no list is without one. */
const most = 500_000;

/**
 * Whose work is read: what a filter of rows lets through is among it. A part left out reads all,
 * null means "none", as in the filter.
 */
export type WorkOf = Pick<LoadFilter, 'kind' | 'projectId' | 'personId' | 'roleId' | 'teamId'> & {
  /** Projects whose tasks count whatever their state. */
  readonly alsoOf?: readonly ProjectId[];
  /** Whether it matters which entries time was logged by: not where only sums are shown. */
  readonly withIds?: boolean;
};

/** Open tasks that take time, of committed projects. */
export async function listTasks(scope: Scope, whose: WorkOf): Promise<BalanceTask[]> {
  const rows = await scope.tx
    .with('chosen', () => openTasks(scope, whose))
    .with('logged', (db) =>
      db
        .selectFrom('time_entry')
        .select(['task_id', (of) => of.fn.sum<string>('minutes').as('minutes')])
        .where('workspace_id', '=', scope.workspaceId)
        .where('deleted_at', 'is', null)
        .where('task_id', 'in', (of) => of.selectFrom('chosen').select('chosen.id'))
        .groupBy('task_id'),
    )
    .with('assigned', (db) =>
      db
        .selectFrom('assignment')
        .select(['task_id', sql<PersonId[]>`array_agg(person_id::text)`.as('person_ids')])
        .where('workspace_id', '=', scope.workspaceId)
        .where('task_id', 'in', (of) => of.selectFrom('chosen').select('chosen.id'))
        .groupBy('task_id'),
    )
    .selectFrom('chosen')
    .leftJoin('logged', 'logged.task_id', 'chosen.id')
    .leftJoin('assigned', 'assigned.task_id', 'chosen.id')
    .selectAll('chosen')
    .select(['logged.minutes as logged_minutes', 'assigned.person_ids'])
    .orderBy('chosen.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    projectId: row.project_id,
    name: row.name,
    roleId: row.role_id,
    startOn: row.start_on,
    dueOn: row.due_on,
    estimateMinutes: row.estimate_minutes,
    loggedMinutes: integer(row.logged_minutes ?? 0),
    isDone: false,
    hasSubTasks: row.has_sub_tasks,
    assigneeIds: row.person_ids ?? [],
  }));
}

/** Logged time by person, project and billing; with the ids of its entries where rows are asked for. */
export async function listLogs(
  scope: Scope,
  days: { readonly from: CalendarDate; readonly to: CalendarDate },
  whose: WorkOf,
): Promise<TimeLog[]> {
  // One text for each log instead of a row for each entry: a hundred thousand rows cost more to
  // read than to add up.
  const line = whose.withIds
    ? sql`on_date - '1970-01-01'::date || ' ' || minutes || ' ' || id`
    : sql`on_date - '1970-01-01'::date || ' ' || minutes`;
  const rows = await scope.tx
    .selectFrom('time_entry')
    .select(['person_id', 'project_id', 'is_billable'])
    .select(sql<string>`string_agg(${line}, ',')`.as('lines'))
    .where('workspace_id', '=', scope.workspaceId)
    .where('deleted_at', 'is', null)
    .where('on_date', '>=', days.from)
    .where('on_date', '<=', days.to)
    .where((of) => isEntryOf(of, scope, whose))
    .groupBy(['person_id', 'project_id', 'is_billable'])
    .limit(most)
    .execute();
  return rows.map(toLog);
}

type LogRecord = {
  readonly person_id: PersonId;
  readonly project_id: ProjectId;
  readonly is_billable: boolean;
  readonly lines: string;
};

function toLog(row: LogRecord): TimeLog {
  const days: number[] = [];
  const minutes: number[] = [];
  const entryIds: TimeEntryId[] = [];
  for (const line of row.lines.split(',')) {
    const [day, worked, id] = line.split(' ');
    days.push(Number(day));
    minutes.push(Number(worked));
    // The query puts the id of the entry there.
    if (id !== undefined) entryIds.push(id as TimeEntryId);
  }
  return {
    personId: row.person_id,
    projectId: row.project_id,
    isBillable: row.is_billable,
    days,
    minutes,
    entryIds,
  };
}

function openTasks(scope: Scope, whose: WorkOf) {
  return scope.tx
    .selectFrom('task')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'task.workspace_id')
        .onRef('project.id', '=', 'task.project_id'),
    )
    .select(['task.id', 'task.project_id', 'task.name', 'task.role_id'])
    .select(['task.start_on', 'task.due_on', 'task.estimate_minutes'])
    .select((of) => hasSubTasks(of).$castTo<boolean>().as('has_sub_tasks'))
    .where('task.workspace_id', '=', scope.workspaceId)
    .where('task.deleted_at', 'is', null)
    .where('task.state', '<>', 'done')
    .where('task.is_milestone', '=', false)
    .where('project.deleted_at', 'is', null)
    .where((of) => isTaskOf(of, scope, whose));
}

function hasSubTasks(of: ExpressionBuilder<Tables, 'task'>) {
  return of.exists(
    of
      .selectFrom('task as sub_task')
      .select('sub_task.id')
      .whereRef('sub_task.workspace_id', '=', 'task.workspace_id')
      .whereRef('sub_task.parent_id', '=', 'task.id')
      .where('sub_task.deleted_at', 'is', null),
  );
}

/** Assignees share a task, so one of a person's is read with all that are on it. */
function isTaskOf(of: ExpressionBuilder<Tables, 'task' | 'project'>, scope: Scope, whose: WorkOf) {
  const { alsoOf = [], kind, projectId, personId } = whose;
  const isCommitted = of('project.state', 'in', committedStates);
  const assigned = of
    .selectFrom('assignment')
    .select('assignment.task_id')
    .where('assignment.workspace_id', '=', scope.workspaceId);
  return of.and([
    alsoOf.length === 0 ? isCommitted : of.or([isCommitted, of('project.id', 'in', alsoOf)]),
    ...(kind === undefined ? [] : [of('project.kind', '=', kind)]),
    ...(projectId ? [of('task.project_id', '=', projectId)] : []),
    ...(personId ? [of('task.id', 'in', assigned.where('person_id', '=', personId))] : []),
  ]);
}

function isEntryOf(of: ExpressionBuilder<Tables, 'time_entry'>, scope: Scope, whose: WorkOf) {
  const { kind, projectId, personId, roleId, teamId } = whose;
  // Those who had another role or team once, or will have, are among them.
  const people = of
    .selectFrom('person')
    .leftJoin('person_term as term', (join) =>
      join
        .onRef('term.workspace_id', '=', 'person.workspace_id')
        .onRef('term.person_id', '=', 'person.id'),
    )
    .select('person.id')
    .where('person.workspace_id', '=', scope.workspaceId);
  const ever = (column: 'role_id' | 'team_id', id: RoleId | TeamId) =>
    people.where((either) =>
      either.or([
        either(either.ref(`person.${column}`), '=', id),
        either(either.ref(`term.${column}`), '=', id),
      ]),
    );
  const projects = of
    .selectFrom('project')
    .select('project.id')
    .where('project.workspace_id', '=', scope.workspaceId);
  return of.and([
    ...(kind === undefined ? [] : [of('project_id', 'in', projects.where('kind', '=', kind))]),
    ...(projectId ? [of('project_id', '=', projectId)] : []),
    ...(personId ? [of('person_id', '=', personId)] : []),
    ...(roleId ? [of('person_id', 'in', ever('role_id', roleId))] : []),
    ...(teamId ? [of('person_id', 'in', ever('team_id', teamId))] : []),
  ]);
}
