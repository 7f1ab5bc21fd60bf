import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { LevellingRunId } from '@evenkeel/core/id';
import type { FirmPlan } from '@evenkeel/core/schedule/levelling/multi-project/firm-plan';
import { sql } from 'kysely';
import { nextNumbers } from '../../platform/db/numbers.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { newId } from '../../platform/ids.ts';

/** A run that has not been heard of for so long has ended with its server. */
export const silenceSeconds = 30;

/** What is kept of a plan beside the proposals. */
export type StoredResult = Omit<FirmPlan, 'tasks'> & {
  readonly tasks: number;
  readonly moved: number;
  readonly schedules: number;
};

export type RunRecord = Awaited<ReturnType<typeof findRun>> & object;

export async function insertRun(
  scope: Scope,
  run: { readonly seed: number; readonly maxSchedules: number; readonly engineVersion: number },
): Promise<LevellingRunId> {
  const id = newId<LevellingRunId>();
  await scope.tx
    .insertInto('levelling_run')
    .values({
      workspace_id: scope.workspaceId,
      id,
      number: await nextNumbers(scope, 'levelling'),
      created_by: scope.actor.memberId,
      seed: run.seed,
      max_schedules: run.maxSchedules,
      engine_version: run.engineVersion,
    })
    .execute();
  await scope.tx
    .insertInto('levelling_progress')
    .values({ workspace_id: scope.workspaceId, run_id: id, heartbeat_at: new Date() })
    .execute();
  return id;
}

export async function findRun(scope: Scope, id: LevellingRunId) {
  const row = await runRows(scope).where('run.id', '=', id).executeTakeFirst();
  return row && typed(row);
}

/** Latest first, those before a number. */
export async function listRuns(scope: Scope, request: { limit: number; before: number | null }) {
  let query = runRows(scope).orderBy('run.number', 'desc').limit(request.limit);
  if (request.before !== null) query = query.where('run.number', '<', request.before);
  return (await query.execute()).map(typed);
}

export async function countRuns(scope: Scope): Promise<number> {
  const { total } = await scope.tx
    .selectFrom('levelling_run')
    .where('workspace_id', '=', scope.workspaceId)
    .select((at) => at.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  return Number(total);
}

/** Lets one person at a time of a workspace begin a run or decide on one, until the transaction ends. */
export async function lockLevelling(scope: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('evenkeel levelling'), hashtext(${scope.workspaceId}))`.execute(
    scope.tx,
  );
}

/** Whether a run of the workspace is waited for. */
export async function hasLiveRun(scope: Scope): Promise<boolean> {
  const row = await runRows(scope)
    .where('run.state', 'in', ['queued', 'running'])
    .where(sql`progress.heartbeat_at`, '>', new Date(Date.now() - silenceSeconds * 1000))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Marks a queued run as running; false when it is not waited for any more. */
export async function markRunning(
  scope: Scope,
  id: LevellingRunId,
  problemHash: string,
): Promise<boolean> {
  const row = await scope.tx
    .updateTable('levelling_run')
    .set({ state: 'running', started_at: new Date(), problem_hash: problemHash })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends a run; false when it has ended already. */
export async function markEnded(
  scope: Scope,
  id: LevellingRunId,
  end:
    | { readonly state: 'done'; readonly result: StoredResult }
    | { readonly state: 'failed'; readonly failure: string }
    | { readonly state: 'cancelled' },
): Promise<boolean> {
  const row = await scope.tx
    .updateTable('levelling_run')
    .set({
      state: end.state,
      finished_at: new Date(),
      failure: end.state === 'failed' ? end.failure : null,
      ...(end.state === 'done' ? { result: JSON.stringify(end.result) } : {}),
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Says how far a run is and that it lives; true when somebody asked it to stop. */
export async function beat(
  scope: Scope,
  id: LevellingRunId,
  progress: { readonly schedules: number; readonly endOn: CalendarDate | null },
): Promise<boolean> {
  const row = await scope.tx
    .updateTable('levelling_progress')
    .set({ schedules: progress.schedules, end_on: progress.endOn, heartbeat_at: new Date() })
    .where('workspace_id', '=', scope.workspaceId)
    .where('run_id', '=', id)
    .returning('is_cancelled')
    .executeTakeFirst();
  return row?.is_cancelled ?? true;
}

export async function requestCancel(scope: Scope, id: LevellingRunId): Promise<void> {
  await scope.tx
    .updateTable('levelling_progress')
    .set({ is_cancelled: true })
    .where('workspace_id', '=', scope.workspaceId)
    .where('run_id', '=', id)
    .execute();
}

export async function setDiscarded(
  scope: Scope,
  id: LevellingRunId,
  isDiscarded: boolean,
): Promise<void> {
  await scope.tx
    .updateTable('levelling_run')
    .set({ is_discarded: isDiscarded })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Writes the run anew, so that open browsers hear that something was decided on it. */
export async function touchRun(scope: Scope, id: LevellingRunId): Promise<void> {
  await scope.tx
    .updateTable('levelling_run')
    .set((at) => ({ number: at.ref('number') }) as object)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

function runRows(scope: Scope) {
  return scope.tx
    .selectFrom('levelling_run as run')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'run.workspace_id')
        .onRef('member.id', '=', 'run.created_by'),
    )
    .leftJoin('levelling_progress as progress', (join) =>
      join
        .onRef('progress.workspace_id', '=', 'run.workspace_id')
        .onRef('progress.run_id', '=', 'run.id'),
    )
    .where('run.workspace_id', '=', scope.workspaceId)
    .select(['run.id', 'run.number', 'run.version', 'run.state', 'run.created_at'])
    .select(['run.started_at', 'run.finished_at', 'run.seed', 'run.max_schedules', 'run.failure'])
    .select(['run.result', 'run.is_discarded', 'run.problem_hash', 'run.engine_version'])
    .select(['member.name as created_by', 'progress.schedules', 'progress.end_on'])
    .select('progress.is_cancelled')
    .select(
      sql<number>`(select count(*)::int from levelling_proposal p
        where p.workspace_id = run.workspace_id and p.run_id = run.id and p.state = 'accepted')`.as(
        'accepted_count',
      ),
    )
    .select(
      sql<boolean>`run.state in ('queued', 'running') and
        progress.heartbeat_at < now() - make_interval(secs => ${silenceSeconds})`.as('is_silent'),
    );
}

/** `result` is written by this module only, from values of this type. */
function typed<Found extends { result: unknown }>(row: Found) {
  return { ...row, result: row.result as StoredResult | null };
}
