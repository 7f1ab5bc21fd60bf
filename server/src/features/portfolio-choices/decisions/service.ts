import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { portfolioChoices } from '@evenkeel/contract/portfolio-choices';
import type { DealId, PortfolioChoiceId, ProjectId } from '@evenkeel/core/id';
import { type Issue, issue } from '@evenkeel/core/issue';
import { type PlannedDecision, planDecisions } from '@evenkeel/core/portfolio-choice/decide';
import { isTaking } from '@evenkeel/core/portfolio-choice/decision';
import type { ProjectState } from '@evenkeel/core/projects/state';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { factsOf, inputOf, lockChoice, readChoice, updateChoice } from '../aims/service.ts';
import { requireOpen } from '../policy.ts';
import { readRuns } from '../runs/service.ts';
import { placeDeal, placeInitiative, readDeal, readInitiative, walkTo } from './records/service.ts';
import * as repository from './repository.ts';

export type { DecisionRecord } from './repository.ts';
export { listDecisions } from './repository.ts';

/**
 * Decides on candidates and makes it so, all or nothing: what was shown is what is written. Refused,
 * with everything that stands in the way named, when it would be anything else.
 */
export async function applyChoice(
  scope: Scope,
  id: PortfolioChoiceId,
  { runId, decisions, note }: BodyOf<typeof portfolioChoices.apply>,
): Promise<void> {
  await lockChoice(scope, id);
  const whole = await readChoice(scope, id);
  requireOpen(whole.choice);
  const { done } = await readRuns(scope, id);
  if (!done || done.id !== runId || done.kept.result === null)
    throw refused([
      issue(['runId'], 'other-result', 'There is another result now. Look at it, then decide.'),
    ]);
  const facts = await factsOf(scope, whole.aims);
  const planned = planDecisions({
    solved: done.kept.input,
    now: inputOf(whole, facts),
    chosen: done.kept.result.chosen,
    decisions,
    today: scope.today,
  });
  if (!planned.ok) throw refused(planned.issues);
  const held: repository.NewDecision[] = [];
  for (const decision of planned.decisions) held.push(await carryOut(scope, decision));
  await repository.insertDecisions(scope, { choiceId: id, runId }, held);
  await updateChoice(
    scope,
    { id, version: null },
    { decided_at: scope.now, decided_by: scope.actor.memberId, decision_note: note },
  );
}

function refused(issues: readonly Issue[]): AppError {
  const [first] = issues;
  const more = issues.length - 1;
  const rest =
    more === 0 ? '' : ` ${more} more ${more === 1 ? 'thing stands' : 'things stand'} in the way.`;
  return new AppError('wrong-state', `Nothing was applied. ${first?.message ?? ''}${rest}`, {
    issues,
  });
}

async function carryOut(scope: Scope, decision: PlannedDecision): Promise<repository.NewDecision> {
  if (decision.kind === 'deal') {
    // The kind says whose id it is.
    const deal = await readDeal(scope, decision.candidateId as DealId);
    if (isTaking(decision.verdict)) await placeDeal(scope, deal, decision);
    return { ...decision, held: { ...deal.days, state: null, reason: '' } };
  }
  const initiative = await readInitiative(scope, decision.candidateId as ProjectId);
  if (decision.verdict === 'start') {
    await placeInitiative(scope, initiative, decision);
    await walkTo(scope, initiative.id, { state: 'approved', reason: '' });
  } else await walkTo(scope, initiative.id, { state: 'shelved', reason: decision.reason });
  return {
    ...decision,
    held: { ...initiative.days, state: initiative.state, reason: initiative.reason },
  };
}

/** Puts dates and states back where they were, where nobody changed them since; the choice is open again. */
export async function takeBack(
  scope: Scope,
  id: PortfolioChoiceId,
): Promise<{ readonly takenBack: number; readonly changedSince: number }> {
  await lockChoice(scope, id);
  const { choice } = await readChoice(scope, id);
  if (choice.decided_at === null)
    throw new AppError('wrong-state', 'Nothing was decided in this choice.');
  const standing = (await repository.listDecisions(scope, { choiceId: id })).filter(
    (one) => one.taken_back_at === null,
  );
  const taken = [];
  for (const decision of standing) if (await undo(scope, decision)) taken.push(decision.id);
  await repository.markTakenBack(scope, taken);
  await updateChoice(
    scope,
    { id, version: null },
    { decided_at: null, decided_by: null, decision_note: '' },
  );
  return { takenBack: taken.length, changedSince: standing.length - taken.length };
}

/** Whether it could be undone: the record stands as it was decided. */
async function undo(scope: Scope, decision: repository.DecisionRecord): Promise<boolean> {
  const { held, verdict } = decision;
  if (verdict === 'decline') return true;
  const isPlaced = decision.start_now === decision.start_on && decision.end_now === decision.end_on;
  if (decision.deal_id !== null) {
    if (!isPlaced) return false;
    await placeDeal(scope, await readDeal(scope, decision.deal_id), held);
    return true;
  }
  if (decision.project_id === null) return false;
  const expected: ProjectState = verdict === 'start' ? 'approved' : 'shelved';
  if (decision.state_now !== expected || (verdict === 'start' && !isPlaced)) return false;
  // Kept from the state it was in.
  const state = held.state as ProjectState;
  await walkTo(scope, decision.project_id, { state, reason: held.reason });
  if (verdict === 'start')
    await placeInitiative(scope, await readInitiative(scope, decision.project_id), held);
  return true;
}
