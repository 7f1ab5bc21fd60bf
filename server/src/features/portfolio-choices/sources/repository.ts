import { groupedBy } from '@evenkeel/core/grouping';
import type { GoalId, ProjectId, RoleId } from '@evenkeel/core/id';
import type { OpenTask } from '@evenkeel/core/portfolio-choice/sources';
import { committedStates } from '@evenkeel/core/projects/state';
import type { CostItem } from '@evenkeel/core/strategy/initiative-cost';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { integer, optionalInteger } from '../../../platform/db/values.ts';

/** Above what a firm of hundreds has; a bound, so that no list is without one. */
const most = 50_000;

/** A project that no table has, so that a list of ids is never empty. */
const nobody = '00000000-0000-0000-0000-000000000000' as ProjectId;

function among(ids: readonly ProjectId[]): readonly ProjectId[] {
  return ids.length > 0 ? ids : [nobody];
}

/** The cost items of some initiatives. */
export async function listCosts(
  scope: Scope,
  ids: readonly ProjectId[],
): Promise<ReadonlyMap<ProjectId, readonly CostItem[]>> {
  const rows = await scope.tx
    .selectFrom('cost_item')
    .select(['project_id', 'kind', 'amount', 'period', 'role_id', 'minutes'])
    .select(['starts_on', 'ends_on'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', 'in', among(ids))
    .orderBy('id')
    .limit(most)
    .execute();
  const items = rows.map((row) => ({
    projectId: row.project_id,
    kind: row.kind,
    amount: optionalInteger(row.amount),
    period: row.period,
    roleId: row.role_id,
    minutes: row.minutes,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  }));
  return groupedBy(items, (item) => item.projectId);
}

/**
 * What is still to be worked on the open tasks of some initiatives, by the role of the task or of the
 * first person on it. Sub-tasks carry the hours of a task that has them.
 */
export async function listOpenTasks(
  scope: Scope,
  ids: readonly ProjectId[],
): Promise<ReadonlyMap<ProjectId, readonly OpenTask[]>> {
  const rows = await scope.tx
    .selectFrom('task')
    .select(['project_id', 'start_on', 'due_on', 'estimate_minutes'])
    .select([
      sql<RoleId | null>`coalesce(role_id, (
        select person.role_id from assignment
          join person on person.workspace_id = assignment.workspace_id and person.id = assignment.person_id
        where assignment.workspace_id = task.workspace_id and assignment.task_id = task.id
          and person.role_id is not null
        order by assignment.id limit 1))`.as('role_id'),
      sql<string>`coalesce((
        select sum(minutes) from time_entry
        where time_entry.workspace_id = task.workspace_id and time_entry.task_id = task.id
          and time_entry.deleted_at is null), 0)`.as('logged'),
    ])
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', 'in', among(ids))
    .where('deleted_at', 'is', null)
    .where('state', '<>', 'done')
    .where('is_milestone', '=', false)
    .where('estimate_minutes', 'is not', null)
    .where(
      sql<boolean>`not exists (select from task part where part.workspace_id = task.workspace_id
        and part.parent_id = task.id and part.deleted_at is null)`,
    )
    .orderBy('id')
    .limit(most)
    .execute();
  const tasks = rows.map((row) => ({
    projectId: row.project_id,
    roleId: row.role_id,
    minutes: Math.max(0, (row.estimate_minutes ?? 0) - integer(row.logged)),
    startOn: row.start_on,
    dueOn: row.due_on,
  }));
  return groupedBy(tasks, (task) => task.projectId);
}

/** Of committed client projects with a price: the price, and all that was ever logged on them. */
export async function listPrices(
  scope: Scope,
): Promise<
  ReadonlyMap<ProjectId, { readonly priceMinor: number; readonly loggedMinutes: number }>
> {
  const rows = await scope.tx
    .selectFrom('project')
    .select(['id', 'price'])
    .select(
      sql<string>`coalesce((
        select sum(minutes) from time_entry
        where time_entry.workspace_id = project.workspace_id and time_entry.project_id = project.id
          and time_entry.deleted_at is null), 0)`.as('logged'),
    )
    .where('workspace_id', '=', scope.workspaceId)
    .where('kind', '=', 'client')
    .where('state', 'in', committedStates)
    .where('price', 'is not', null)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .limit(most)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { priceMinor: integer(row.price ?? 0), loggedMinutes: integer(row.logged) },
    ]),
  );
}

/** Every goal that is not in the trash, by number. */
export function listGoals(
  scope: Scope,
): Promise<{ readonly id: GoalId; readonly number: number; readonly name: string }[]> {
  return scope.tx
    .selectFrom('goal')
    .select(['id', 'number', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('deleted_at', 'is', null)
    .orderBy('number')
    .limit(most)
    .execute();
}
