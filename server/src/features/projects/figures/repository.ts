import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { integer } from '../../../platform/db/values.ts';

export type Figures = {
  readonly taskCount: number;
  readonly doneCount: number;
  readonly overdueCount: number;
  readonly estimateMinutes: number;
  readonly loggedMinutes: number;
  /** By when it will be done in four of five cases; null where nobody has asked for a forecast. */
  readonly p80On: CalendarDate | null;
};

/** What the tasks and time entries of each project add up to; zeros where there are none. */
export async function readFigures(
  scope: Scope,
  ids: readonly ProjectId[],
): Promise<(id: ProjectId) => Figures> {
  const tasks = new Map((await sumTasks(scope, ids)).map((row) => [row.project_id, row]));
  const parents = new Map(
    (await sumParents(scope, ids)).map((row) => [row.project_id, row.minutes]),
  );
  const logged = new Map((await sumLogged(scope, ids)).map((row) => [row.project_id, row.minutes]));
  const forecasts = new Map((await listP80(scope, ids)).map((row) => [row.project_id, row.p80_on]));
  return (id) => {
    const sums = tasks.get(id);
    return {
      taskCount: integer(sums?.task_count ?? 0),
      doneCount: integer(sums?.done_count ?? 0),
      overdueCount: integer(sums?.overdue_count ?? 0),
      estimateMinutes: integer(sums?.estimate_minutes ?? 0) - integer(parents.get(id) ?? 0),
      loggedMinutes: integer(logged.get(id) ?? 0),
      p80On: forecasts.get(id) ?? null,
    };
  };
}

function sumTasks(scope: Scope, ids: readonly ProjectId[]) {
  return scope.tx
    .selectFrom('task')
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', sql<ProjectId>`any(${[...ids]}::uuid[])`)
    .where('deleted_at', 'is', null)
    .groupBy('project_id')
    .select([
      'project_id',
      sql<string>`count(*)`.as('task_count'),
      sql<string>`count(*) filter (where state = 'done')`.as('done_count'),
      sql<string>`count(*) filter (where state <> 'done' and due_on < ${scope.today}::date)`.as(
        'overdue_count',
      ),
      sql<string>`coalesce(sum(estimate_minutes), 0)`.as('estimate_minutes'),
    ])
    .limit(ids.length)
    .execute();
}

/**
 * Estimates of tasks that have sub-tasks: hours stand on those, so that they are counted once. Asked
 * by itself, for few tasks have any, and asking it of each of a hundred thousand took most of the time.
 */
function sumParents(scope: Scope, ids: readonly ProjectId[]) {
  const ofProjects = sql<ProjectId>`any(${[...ids]}::uuid[])`;
  return scope.tx
    .selectFrom('task')
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', ofProjects)
    .where('deleted_at', 'is', null)
    .where('id', 'in', (of) =>
      of
        .selectFrom('task as child')
        .select('child.parent_id')
        .where('child.workspace_id', '=', scope.workspaceId)
        .where('child.parent_id', 'is not', null)
        .where('child.deleted_at', 'is', null),
    )
    .groupBy('project_id')
    .select(['project_id', sql<string>`coalesce(sum(estimate_minutes), 0)`.as('minutes')])
    .limit(ids.length)
    .execute();
}

function sumLogged(scope: Scope, ids: readonly ProjectId[]) {
  return scope.tx
    .selectFrom('time_entry')
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', sql<ProjectId>`any(${[...ids]}::uuid[])`)
    .where('deleted_at', 'is', null)
    .groupBy('project_id')
    .select(['project_id', sql<string>`sum(minutes)`.as('minutes')])
    .limit(ids.length)
    .execute();
}

function listP80(scope: Scope, ids: readonly ProjectId[]) {
  return scope.tx
    .selectFrom('forecast')
    .select(['project_id', 'p80_on'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', sql<ProjectId>`any(${[...ids]}::uuid[])`)
    .limit(ids.length)
    .execute();
}
