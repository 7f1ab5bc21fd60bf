import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { whyLadder } from '@evenkeel/contract/why-ladder';
import type { GoalId, LadderAnswerId, LadderRungId, ProjectId } from '@evenkeel/core/id';
import { ladderGraph } from '@evenkeel/core/strategy/ladder-records';
import { canMerge, closesCircle } from '@evenkeel/core/strategy/why-ladder';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import * as goalMatrix from '../goal-matrix/service.ts';
import * as repository from './repository.ts';

type Climb = BodyOf<typeof whyLadder.climb>;

/** Every ladder of the firm. */
export async function getLadders(scope: Scope) {
  return repository.readLadders(scope);
}

/** Adds a rung; one that reaches a goal links the initiative to it, unless it is linked already. */
export async function climb(scope: Scope, given: Climb) {
  await repository.lockLadders(scope);
  const ladders = await repository.readLadders(scope);
  const foot = ladders.initiatives.find(({ id }) => id === given.initiativeId);
  if (!foot) throw invalid(['initiativeId'], 'unknown', 'there is no such initiative');
  const { from } = given;
  if (from.kind === 'answer') checkAnswer(ladders, from.id, ['from', 'id']);
  const to = await landing(scope, ladders, given.to);
  const ends = {
    fromProjectId: from.kind === 'initiative' ? foot.id : null,
    fromAnswerId: from.kind === 'answer' ? from.id : null,
    question: given.question,
    ...to,
  };
  const step = {
    from: ends.fromProjectId ?? ends.fromAnswerId ?? '',
    to: to.toAnswerId ?? to.toGoalId ?? '',
  };
  if (closesCircle(ladderGraph(ladders), step)) {
    throw invalid(['to'], 'circle', 'would make an answer the reason for itself');
  }
  await repository.insertRung(scope, ends);
  if (to.toGoalId !== null) await link(scope, foot.id, to.toGoalId);
  return repository.readLadders(scope);
}

export async function rewriteAnswer(
  scope: Scope,
  id: LadderAnswerId,
  version: number,
  text: string,
) {
  await repository.updateAnswer(scope, id, version, text);
  return repository.readLadders(scope);
}

export async function takeOffRung(scope: Scope, id: LadderRungId) {
  if (!(await repository.deleteRung(scope, id))) {
    throw new AppError('not-found', 'There is no such rung.');
  }
  return repository.readLadders(scope);
}

/** Makes two answers one, because a person says that they mean the same. */
export async function mergeAnswers(scope: Scope, pair: BodyOf<typeof whyLadder.merge>) {
  await repository.lockLadders(scope);
  const ladders = await repository.readLadders(scope);
  checkAnswer(ladders, pair.keptId, ['keptId']);
  checkAnswer(ladders, pair.mergedId, ['mergedId']);
  if (!canMerge(ladderGraph(ladders), pair.keptId, pair.mergedId)) {
    throw invalid(['mergedId'], 'circle', 'leads to the other: they cannot be one');
  }
  await repository.mergeAnswers(scope, pair);
  return repository.readLadders(scope);
}

/** Where a rung leads: to an answer, which is written if it does not stand yet, or to a goal. */
async function landing(scope: Scope, ladders: repository.LadderRecords, to: Climb['to']) {
  if (to.kind === 'goal') {
    if (!(await repository.hasGoal(scope, to.id))) {
      throw invalid(['to', 'id'], 'unknown', 'there is no such goal');
    }
    return { toAnswerId: null, toGoalId: to.id };
  }
  if (to.kind === 'answer') {
    checkAnswer(ladders, to.id, ['to', 'id']);
    return { toAnswerId: to.id, toGoalId: null };
  }
  return { toAnswerId: await repository.insertAnswer(scope, to.text), toGoalId: null };
}

async function link(scope: Scope, projectId: ProjectId, goalId: GoalId): Promise<void> {
  if (await goalMatrix.isLinked(scope, projectId, goalId)) return;
  await goalMatrix.setStrength(scope, { projectId, goalId, strength: 1 });
}

function checkAnswer(
  ladders: repository.LadderRecords,
  id: LadderAnswerId,
  path: readonly string[],
): void {
  if (ladders.answers.some((answer) => answer.id === id)) return;
  throw invalid([...path], 'unknown', 'there is no such answer');
}
