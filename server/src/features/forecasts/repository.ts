import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId, RoleId, TaskId } from '@evenkeel/core/id';
import type { ProjectForecast } from '@evenkeel/core/projects/project-forecast';
import { committedStates } from '@evenkeel/core/projects/state';
import { sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';

/** What is kept of a forecast that was finished. */
export type KeptForecast = ProjectForecast & {
  readonly seed: number;
  readonly correlation: number;
  readonly pastCount: number;
};

export type ForecastRecord = Awaited<ReturnType<typeof findForecast>> & object;

export async function findForecast(scope: Scope, projectId: ProjectId) {
  const row = await scope.tx
    .selectFrom('forecast')
    .select([
      'attempt',
      'state',
      'samples',
      'seed',
      'done',
      'is_cancelled',
      'failure',
      'is_levelled',
    ])
    .select(['made_at', 'made_for', 'plan_hash', 'result'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .executeTakeFirst();
  // Written by `finish` alone.
  return row && { ...row, result: row.result as KeptForecast | null };
}

/** A project that is not in the trash. */
export function findProject(scope: Scope, id: ProjectId) {
  return scope.tx
    .selectFrom('project')
    .select(['id', 'end_on'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** Projects that are approved or executing. */
export async function listCommitted(scope: Scope): Promise<ProjectId[]> {
  const rows = await scope.tx
    .selectFrom('project')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('deleted_at', 'is', null)
    .where('state', 'in', committedStates)
    .orderBy('id')
    .limit(10_000)
    .execute();
  return rows.map(({ id }) => id);
}

/** How a forecast is to be made. */
export type AskedForecast = {
  readonly samples: number;
  readonly seed: number;
  readonly isLevelled: boolean;
};

/** Notes that a forecast is asked for; gives the number of the attempt. */
export async function request(
  scope: Scope,
  projectId: ProjectId,
  { isLevelled, ...wanted }: AskedForecast,
): Promise<number> {
  const asked = {
    ...wanted,
    is_levelled: isLevelled,
    state: 'queued',
    done: 0,
    is_cancelled: false,
  } as const;
  const { attempt } = await scope.tx
    .insertInto('forecast')
    .values({ workspace_id: scope.workspaceId, project_id: projectId, ...asked })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'project_id'])
        .doUpdateSet({ ...asked, failure: null, attempt: sql`forecast.attempt + 1` }),
    )
    .returning('attempt')
    .executeTakeFirstOrThrow();
  return attempt;
}

export type ForecastChange = {
  readonly state?: ForecastRecord['state'];
  readonly done?: number;
  readonly is_cancelled?: boolean;
  readonly failure?: string | null;
};

/** Changes an attempt that is still the one waited for; whether it was. */
export async function change(
  scope: Scope,
  { projectId, attempt }: { readonly projectId: ProjectId; readonly attempt: number },
  columns: ForecastChange,
): Promise<{ isCancelled: boolean } | null> {
  const row = await scope.tx
    .updateTable('forecast')
    .set(columns)
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .where('attempt', '=', attempt)
    .where('state', 'in', ['queued', 'running'])
    .returning('is_cancelled')
    .executeTakeFirst();
  return row ? { isCancelled: row.is_cancelled } : null;
}

/** Writes the figures of an attempt that is still the one waited for. */
export async function finish(
  scope: Scope,
  { projectId, attempt }: { readonly projectId: ProjectId; readonly attempt: number },
  made: {
    readonly result: KeptForecast;
    readonly planHash: string;
    readonly madeFor: CalendarDate;
  },
): Promise<void> {
  await scope.tx
    .updateTable('forecast')
    .set({
      state: 'done',
      done: made.result.samples,
      made_at: scope.now.toISOString(),
      made_for: made.madeFor,
      plan_hash: made.planHash,
      p80_on: made.result.end?.p80On ?? null,
      result: JSON.stringify(made.result),
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .where('attempt', '=', attempt)
    .where('state', '=', 'running')
    .execute();
}

export type UncertainTask = {
  readonly id: TaskId;
  readonly optimistic: number | null;
  readonly pessimistic: number | null;
  readonly role_id: RoleId | null;
  readonly type: string;
};

/** What is known of how far the open tasks of some projects may be off. */
export async function listUncertain(
  scope: Scope,
  projectIds: readonly ProjectId[],
): Promise<UncertainTask[]> {
  const { rows } = await sql<UncertainTask>`
    select task.id, task.optimistic_minutes as optimistic, task.pessimistic_minutes as pessimistic,
      task.role_id, coalesce(phase.name, '') as type
    from task left join phase on phase.workspace_id = task.workspace_id and phase.id = task.phase_id
    where task.workspace_id = ${scope.workspaceId} and task.project_id = any(${[...projectIds]}::uuid[])
      and task.deleted_at is null and task.state <> 'done' and not task.is_milestone
    order by task.id limit 1000000`.execute(scope.tx);
  return rows;
}

/** Names of tasks that are still there, with their projects. */
export function listNames(scope: Scope, ids: readonly TaskId[]) {
  return scope.tx
    .selectFrom('task')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'task.workspace_id')
        .onRef('project.id', '=', 'task.project_id'),
    )
    .select(['task.id', 'task.name', 'project.id as project_id', 'project.kind'])
    .select('project.name as project_name')
    .where('task.workspace_id', '=', scope.workspaceId)
    .where('task.id', '=', sql<TaskId>`any(${[...ids]}::uuid[])`)
    .where('task.deleted_at', 'is', null)
    .orderBy('task.id')
    .limit(10_000)
    .execute();
}
