import { createHash } from 'node:crypto';
import type { PortfolioRunState } from '@evenkeel/contract/portfolio-runs';
import type { PortfolioChoiceId, PortfolioRunId } from '@evenkeel/core/id';
import { type Computed, engineVersion } from '@evenkeel/core/portfolio-choice/compute';
import { type ChoiceInput, portfolioProblem } from '@evenkeel/core/portfolio-choice/problem';
import { outcomeOf } from '@evenkeel/core/portfolio-choice/result';
import { AppError } from '../../../platform/app-error.ts';
import { enqueue } from '../../../platform/db/enqueue.ts';
import type { Actor, Scope } from '../../../platform/db/scope.ts';
import { factsOf, inputOf, lockChoice, readChoice } from '../aims/service.ts';
import { isLive, requireOpen, stateOfRun } from '../policy.ts';
import * as repository from './repository.ts';

export type { KeptRun } from './repository.ts';
export { beat } from './repository.ts';

/** A run with where it stands now. */
export type RunRecord = repository.RunRecord & { readonly standing: PortfolioRunState };

/** The job that carries out a run, and what it has to know. */
export const runJob = 'run_portfolio_choice';
export type QueuedRun = { readonly actor: Actor; readonly id: PortfolioRunId };

/** The runs of a choice that matter: the last, and what the last finished one came to. */
export type Runs = {
  readonly last: RunRecord | null;
  readonly done: (RunRecord & { readonly kept: repository.KeptRun }) | null;
};

const standard = { seed: 1, seconds: 20 } as const;

export async function readRuns(scope: Scope, id: PortfolioChoiceId): Promise<Runs> {
  const last = await repository.lastRun(scope, id);
  const done = last?.state === 'done' ? last : await repository.lastRun(scope, id, 'done');
  const kept = done && (await repository.findKept(scope, done.id));
  return {
    last: last ? standing(last) : null,
    done: done && kept ? { ...standing(done), kept } : null,
  };
}

/** The runs of some choices that matter in a list, with where they stand. */
export async function listRuns(scope: Scope, choiceIds: readonly PortfolioChoiceId[]) {
  return (await repository.listRuns(scope, choiceIds)).map(standing);
}

function standing<Run extends Parameters<typeof stateOfRun>[0]>(run: Run) {
  return { ...run, standing: stateOfRun(run) };
}

/** Writes a run and queues it; both or neither. One at a time for each choice. */
export async function requestRun(
  scope: Scope,
  choiceId: PortfolioChoiceId,
  wanted: { readonly seed?: number | undefined; readonly seconds?: number | undefined },
): Promise<void> {
  await lockChoice(scope, choiceId);
  requireOpen((await readChoice(scope, choiceId)).choice);
  const last = await repository.lastRun(scope, choiceId);
  if (last && isLive(stateOfRun(last)))
    throw new AppError('wrong-state', 'This choice is being computed. Wait for it, or stop it.');
  const id = await insertRun(scope, choiceId, wanted);
  const payload: QueuedRun = { actor: scope.actor, id };
  await enqueue(scope.tx, { name: runJob, payload, key: `portfolio:${id}`, maxAttempts: 2 });
}

/** Adds a run that nobody has begun. */
export async function insertRun(
  scope: Scope,
  choiceId: PortfolioChoiceId,
  {
    seed = standard.seed,
    seconds = standard.seconds,
  }: { seed?: number | undefined; seconds?: number | undefined },
): Promise<PortfolioRunId> {
  return repository.insertRun(scope, { choiceId, seed, seconds, engineVersion });
}

/** Reads the facts for a queued run and marks it as running; null when nobody waits for it any more. */
export async function beginRun(
  scope: Scope,
  id: PortfolioRunId,
): Promise<{
  readonly input: ChoiceInput;
  readonly seed: number;
  readonly seconds: number;
} | null> {
  const run = await repository.findRun(scope, id);
  if (!run) return null;
  const whole = await readChoice(scope, run.choice_id);
  const input = inputOf(whole, await factsOf(scope, whole.aims));
  const problemHash = createHash('sha256')
    .update(JSON.stringify(portfolioProblem(input)))
    .digest('hex');
  const isWaited = await repository.markRunning(scope, id, { input, problemHash });
  return isWaited ? { input, seed: run.seed, seconds: run.seconds } : null;
}

/** Keeps what a run came to, or why it came to nothing. */
export async function endRun(
  scope: Scope,
  id: PortfolioRunId,
  input: ChoiceInput,
  computed: Computed,
): Promise<void> {
  if (!computed.ok) return failRun(scope, id, computed.failure);
  const { result } = computed;
  const outcome = outcomeOf(result, input.facts);
  await repository.markEnded(scope, id, { state: 'done', result, outcome });
}

export async function cancelledRun(scope: Scope, id: PortfolioRunId): Promise<void> {
  await repository.markEnded(scope, id, { state: 'cancelled' });
}

export async function failRun(scope: Scope, id: PortfolioRunId, failure: string): Promise<void> {
  await repository.markEnded(scope, id, { state: 'failed', failure });
}

/** Stops the run of a choice; one that has not begun, or whose server has gone, ends at once. */
export async function cancelRun(scope: Scope, choiceId: PortfolioChoiceId): Promise<void> {
  await readChoice(scope, choiceId);
  const last = await repository.lastRun(scope, choiceId);
  if (!last) return;
  const state = stateOfRun(last);
  if (state === 'running') await repository.requestCancel(scope, last.id);
  if (state === 'queued' || state === 'interrupted') await cancelledRun(scope, last.id);
}
