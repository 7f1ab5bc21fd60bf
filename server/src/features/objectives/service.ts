import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { objectives } from '@evenkeel/contract/objectives';
import type { ObjectiveId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import * as repository from './repository.ts';

export { listObjectives } from './repository.ts';

export async function createObjective(scope: Scope, draft: BodyOf<typeof objectives.create>) {
  if (!(await repository.hasGoal(scope, draft.goalId))) {
    throw invalid(['goalId'], 'unknown', 'there is no such goal');
  }
  return getObjective(scope, await repository.insertObjective(scope, draft));
}

export async function updateObjective(
  scope: Scope,
  id: ObjectiveId,
  version: number,
  change: BodyOf<typeof objectives.update>,
) {
  await repository.updateObjective(scope, id, version, change);
  return getObjective(scope, id);
}

export async function removeObjective(scope: Scope, id: ObjectiveId): Promise<void> {
  if (await repository.setObjectiveDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such objective.');
}

export async function restoreObjective(scope: Scope, id: ObjectiveId) {
  const objective = await getObjective(scope, id);
  if (objective.goal_deleted_at !== null) {
    throw new AppError(
      'wrong-state',
      `Its goal “${objective.goal_name}” is in the trash. Restore the goal first.`,
    );
  }
  await repository.setObjectiveDeleted(scope, id, false);
  return getObjective(scope, id);
}

async function getObjective(scope: Scope, id: ObjectiveId): Promise<repository.ObjectiveRecord> {
  const record = await repository.findObjective(scope, id);
  if (!record) throw new AppError('not-found', 'There is no such objective.');
  return record;
}
