import type { PortfolioChoiceId, PortfolioRunId } from '@evenkeel/core/id';
import type { ChoiceInput } from '@evenkeel/core/portfolio-choice/problem';
import type {
  ChoiceOutcome,
  ChoiceProgress,
  ChoiceResult,
} from '@evenkeel/core/portfolio-choice/result';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

/** A run that has not been heard of for so long has ended with its server. */
export const silenceSeconds = 30;

export type RunRecord = Awaited<ReturnType<typeof findRun>> & object;

/** What a run was computed from and what it came to. */
export type KeptRun = {
  readonly input: ChoiceInput;
  readonly result: ChoiceResult | null;
};

export async function insertRun(
  scope: Scope,
  run: {
    readonly choiceId: PortfolioChoiceId;
    readonly seed: number;
    readonly seconds: number;
    readonly engineVersion: number;
  },
): Promise<PortfolioRunId> {
  const id = newId<PortfolioRunId>();
  const { last } = await scope.tx
    .selectFrom('portfolio_run')
    .select((at) => at.fn.coalesce(at.fn.max('number'), sql<number>`0`).as('last'))
    .where('workspace_id', '=', scope.workspaceId)
    .where('choice_id', '=', run.choiceId)
    .executeTakeFirstOrThrow();
  await scope.tx
    .insertInto('portfolio_run')
    .values({
      workspace_id: scope.workspaceId,
      id,
      choice_id: run.choiceId,
      number: last + 1,
      created_by: scope.actor.memberId,
      seed: run.seed,
      seconds: run.seconds,
      engine_version: run.engineVersion,
    })
    .execute();
  await scope.tx
    .insertInto('portfolio_progress')
    .values({ workspace_id: scope.workspaceId, run_id: id, heartbeat_at: new Date() })
    .execute();
  return id;
}

export function findRun(scope: Scope, id: PortfolioRunId) {
  return runRows(scope).where('run.id', '=', id).executeTakeFirst();
}

/** The last run of a choice, whatever became of it, or the last that came to an end. */
export function lastRun(scope: Scope, choiceId: PortfolioChoiceId, state?: 'done') {
  return runRows(scope)
    .where('run.choice_id', '=', choiceId)
    .$if(state !== undefined, (query) => query.where('run.state', '=', state ?? 'done'))
    .orderBy('run.number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The runs of some choices that matter in a list: of each the last, and the last that is done. */
export function listRuns(scope: Scope, choiceIds: readonly PortfolioChoiceId[]) {
  if (choiceIds.length === 0) return Promise.resolve([]);
  return runRows(scope)
    .leftJoin('portfolio_result as result', (join) =>
      join
        .onRef('result.workspace_id', '=', 'run.workspace_id')
        .onRef('result.run_id', '=', 'run.id'),
    )
    .select('result.outcome')
    .where('run.choice_id', 'in', choiceIds)
    .where(
      sql<boolean>`not exists (select from portfolio_run later where later.workspace_id = run.workspace_id
        and later.choice_id = run.choice_id and later.number > run.number
        and (run.state <> 'done' or later.state = 'done'))`,
    )
    .orderBy('run.choice_id')
    .orderBy('run.number')
    .limit(2_000)
    .execute();
}

/** What a run was computed from and came to. */
export async function findKept(scope: Scope, id: PortfolioRunId): Promise<KeptRun | null> {
  const row = await scope.tx
    .selectFrom('portfolio_result')
    .select(['input', 'result'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('run_id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  // Written by this module only, from values of these types.
  return { input: row.input as ChoiceInput, result: row.result as ChoiceResult | null };
}

/** Marks a queued run as running, with what it is computed from; false when nobody waits for it. */
export async function markRunning(
  scope: Scope,
  id: PortfolioRunId,
  { input, problemHash }: { readonly input: ChoiceInput; readonly problemHash: string },
): Promise<boolean> {
  const row = await scope.tx
    .updateTable('portfolio_run')
    .set({ state: 'running', started_at: new Date(), problem_hash: problemHash })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  const text = JSON.stringify(input);
  await scope.tx
    .insertInto('portfolio_result')
    .values({ workspace_id: scope.workspaceId, run_id: id, input: text })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'run_id'])
        .doUpdateSet({ input: text, result: null, outcome: null }),
    )
    .execute();
  return true;
}

/** Ends a run; false when it has ended already. */
export async function markEnded(
  scope: Scope,
  id: PortfolioRunId,
  end:
    | { readonly state: 'done'; readonly result: ChoiceResult; readonly outcome: ChoiceOutcome }
    | { readonly state: 'failed'; readonly failure: string }
    | { readonly state: 'cancelled' },
): Promise<boolean> {
  const row = await scope.tx
    .updateTable('portfolio_run')
    .set({
      state: end.state,
      finished_at: new Date(),
      failure: end.state === 'failed' ? end.failure : null,
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .returning('id')
    .executeTakeFirst();
  if (row && end.state === 'done')
    await scope.tx
      .updateTable('portfolio_result')
      .set({ result: JSON.stringify(end.result), outcome: JSON.stringify(end.outcome) })
      .where('workspace_id', '=', scope.workspaceId)
      .where('run_id', '=', id)
      .execute();
  return row !== undefined;
}

/** Says how far a run is and that it lives; true when somebody asked it to stop. */
export async function beat(
  scope: Scope,
  id: PortfolioRunId,
  progress: ChoiceProgress | null,
): Promise<boolean> {
  const row = await scope.tx
    .updateTable('portfolio_progress')
    .set({
      progress: progress === null ? null : JSON.stringify(progress),
      heartbeat_at: new Date(),
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('run_id', '=', id)
    .returning('is_cancelled')
    .executeTakeFirst();
  return row?.is_cancelled ?? true;
}

export async function requestCancel(scope: Scope, id: PortfolioRunId): Promise<void> {
  await scope.tx
    .updateTable('portfolio_progress')
    .set({ is_cancelled: true })
    .where('workspace_id', '=', scope.workspaceId)
    .where('run_id', '=', id)
    .execute();
}

function runRows(scope: Scope) {
  return scope.tx
    .selectFrom('portfolio_run as run')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'run.workspace_id')
        .onRef('member.id', '=', 'run.created_by'),
    )
    .leftJoin('portfolio_progress as progress', (join) =>
      join
        .onRef('progress.workspace_id', '=', 'run.workspace_id')
        .onRef('progress.run_id', '=', 'run.id'),
    )
    .where('run.workspace_id', '=', scope.workspaceId)
    .select(['run.id', 'run.choice_id', 'run.number', 'run.state', 'run.created_at'])
    .select(['run.started_at', 'run.finished_at', 'run.seed', 'run.seconds', 'run.failure'])
    .select(['run.problem_hash', 'run.engine_version', 'member.name as created_by_name'])
    .select(['progress.progress', 'progress.is_cancelled'])
    .select(
      sql<boolean>`run.state in ('queued', 'running') and
        progress.heartbeat_at < now() - make_interval(secs => ${silenceSeconds})`.as('is_silent'),
    );
}
