import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { portfolioChoices } from '@evenkeel/contract/portfolio-choices';
import type { PortfolioChoiceId } from '@evenkeel/core/id';
import { highsSolver } from '@evenkeel/core/portfolio/highs-solver';
import { changesSince, type FactChange } from '@evenkeel/core/portfolio-choice/changes';
import { computeChoice } from '@evenkeel/core/portfolio-choice/compute';
import type { ChoiceInput } from '@evenkeel/core/portfolio-choice/problem';
import loadHighs from 'highs';
import { AppError } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import * as aims from './aims/service.ts';
import * as decisions from './decisions/service.ts';
import { setRule as writeRule } from './rules/service.ts';
import * as runs from './runs/service.ts';
import { listGoals } from './sources/service.ts';

export type { WholeChoice } from './aims/service.ts';
export { listDecisions } from './decisions/service.ts';
export { canSeeMoney } from './policy.ts';
export { keepRule } from './rules/service.ts';
export type { QueuedRun } from './runs/service.ts';
export { beat, beginRun, cancelledRun, endRun, failRun, runJob } from './runs/service.ts';

export type ChoiceFound = aims.WholeChoice &
  runs.Runs & {
    readonly goals: Awaited<ReturnType<typeof listGoals>>;
    readonly changes: readonly FactChange[];
    readonly aimsChanged: boolean;
    readonly decisions: readonly decisions.DecisionRecord[];
  };

export type ChoiceListed = {
  readonly choice: aims.ChoiceRecord;
  readonly runs: Awaited<ReturnType<typeof runs.listRuns>>;
};

export async function listChoices(scope: Scope, request: { limit: number; before: number | null }) {
  const found = await aims.listChoices(scope, { ...request, limit: request.limit + 1 });
  const rows = found.slice(0, request.limit);
  const hasMore = found.length > request.limit;
  const all = await runs.listRuns(
    scope,
    rows.map(({ id }) => id),
  );
  return {
    rows: rows.map(
      (choice): ChoiceListed => ({
        choice,
        runs: all.filter((run) => run.choice_id === choice.id),
      }),
    ),
    total: await aims.countChoices(scope),
    nextBefore: hasMore ? (rows.at(-1)?.number ?? null) : null,
  };
}

/** A choice with everything on its page. */
export async function getChoice(scope: Scope, id: PortfolioChoiceId): Promise<ChoiceFound> {
  const whole = await aims.readChoice(scope, id);
  const found = await runs.readRuns(scope, id);
  const isRunning = found.last?.standing === 'queued' || found.last?.standing === 'running';
  // While it is computed anew, what is otherwise than before is on its way.
  const isAsked = whole.choice.decided_at === null && !isRunning;
  const solved = isAsked ? found.done?.kept.input : undefined;
  const now = solved && aims.inputOf(whole, await aims.factsOf(scope, whole.aims));
  return {
    ...whole,
    ...found,
    goals: await listGoals(scope),
    changes: solved && now ? changesSince(solved.facts, now.facts) : [],
    aimsChanged: solved !== undefined && now !== undefined && hasOtherAims(solved, now),
    decisions: await decisions.listDecisions(scope, { choiceId: id }),
  };
}

function hasOtherAims(before: ChoiceInput, after: ChoiceInput): boolean {
  return JSON.stringify([before.aims, before.rules]) !== JSON.stringify([after.aims, after.rules]);
}

export async function createChoice(
  scope: Scope,
  draft: BodyOf<typeof portfolioChoices.create>,
): Promise<ChoiceFound> {
  return getChoice(scope, await aims.createChoice(scope, draft));
}

export async function updateChoice(
  scope: Scope,
  key: { readonly id: PortfolioChoiceId; readonly version: number },
  change: BodyOf<typeof portfolioChoices.update>,
): Promise<ChoiceFound> {
  await aims.changeChoice(scope, key, change);
  return getChoice(scope, key.id);
}

/** What a choice is made among, as it is now or as the last result saw it. */
export async function getFacts(
  scope: Scope,
  id: PortfolioChoiceId,
  as: 'now' | 'solved',
): Promise<aims.WholeChoice & { readonly input: ChoiceInput }> {
  const whole = await aims.readChoice(scope, id);
  if (as === 'now')
    return { ...whole, input: aims.inputOf(whole, await aims.factsOf(scope, whole.aims)) };
  const { done } = await runs.readRuns(scope, id);
  if (!done) throw new AppError('wrong-state', 'This choice has no result yet. Run it first.');
  return { ...whole, input: done.kept.input };
}

export async function setRule(
  scope: Scope,
  key: Parameters<typeof writeRule>[1],
  draft: BodyOf<typeof portfolioChoices.setRule>,
): Promise<ChoiceFound> {
  await writeRule(scope, key, draft);
  return getChoice(scope, key.id);
}

export async function requestRun(
  scope: Scope,
  id: PortfolioChoiceId,
  wanted: BodyOf<typeof portfolioChoices.run>,
): Promise<ChoiceFound> {
  await runs.requestRun(scope, id, wanted);
  return getChoice(scope, id);
}

/** A small firm is explained within a second or two; a slow machine gets as long as it needs for it. */
const secondsOfSample = 30;

/** Chooses within this transaction, for a small firm that shall have a result to look at. */
export async function chooseNow(scope: Scope, id: PortfolioChoiceId): Promise<void> {
  const runId = await runs.insertRun(scope, id, {});
  const begun = await runs.beginRun(scope, runId);
  if (begun === null) return;
  const solver = highsSolver(await loadHighs());
  const computed = computeChoice(begun.input, {
    ...begun,
    solver,
    shouldStop: () => false,
    isLate: lateAfter(secondsOfSample),
    onProgress: () => undefined,
  });
  await runs.endRun(scope, runId, begun.input, computed);
}

export async function cancelRun(scope: Scope, id: PortfolioChoiceId): Promise<ChoiceFound> {
  await runs.cancelRun(scope, id);
  return getChoice(scope, id);
}

export async function applyChoice(
  scope: Scope,
  id: PortfolioChoiceId,
  body: BodyOf<typeof portfolioChoices.apply>,
): Promise<ChoiceFound> {
  await decisions.applyChoice(scope, id, body);
  return getChoice(scope, id);
}

export async function takeBack(scope: Scope, id: PortfolioChoiceId) {
  const done = await decisions.takeBack(scope, id);
  return { ...done, found: await getChoice(scope, id) };
}

function lateAfter(seconds: number): () => boolean {
  const end = performance.now() + seconds * 1_000;
  return () => performance.now() > end;
}
