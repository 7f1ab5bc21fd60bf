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
};

/** What the tasks and time entries of each project add up to; zeros where there are none. */
export async function readFigures(
  scope: Scope,
  ids: readonly ProjectId[],
): Promise<(id: ProjectId) => Figures> {
  const tasks = new Map((await sumTasks(scope, ids)).map((row) => [row.project_id, row]));
  const logged = new Map((await sumLogged(scope, ids)).map((row) => [row.project_id, row.minutes]));
  return (id) => {
    const sums = tasks.get(id);
    return {
      taskCount: integer(sums?.task_count ?? 0),
      doneCount: integer(sums?.done_count ?? 0),
      overdueCount: integer(sums?.overdue_count ?? 0),
      estimateMinutes: integer(sums?.estimate_minutes ?? 0),
      loggedMinutes: integer(logged.get(id) ?? 0),
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
      // Hours stand on tasks without sub-tasks, so that they are counted once.
      sql<string>`coalesce(sum(estimate_minutes) filter (where not exists (
        select from task child where child.workspace_id = task.workspace_id
          and child.parent_id = task.id and child.deleted_at is null)), 0)`.as('estimate_minutes'),
    ])
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
