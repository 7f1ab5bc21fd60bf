import type { goalChange, goalDraft } from '@evenkeel/contract/goals';
import type { GoalId, StrategicPlanId } from '@evenkeel/core/id';
import type { z } from 'zod';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import * as repository from './repository.ts';

export { listGoals } from './repository.ts';

export async function getGoal(scope: Scope, id: GoalId): Promise<repository.GoalRecord> {
  const record = await repository.findGoal(scope, id);
  if (!record) throw new AppError('not-found', 'There is no such goal.');
  return record;
}

export async function createGoal(
  scope: Scope,
  draft: z.infer<typeof goalDraft>,
): Promise<repository.GoalRecord> {
  await checkPlan(scope, draft.planId);
  return getGoal(scope, await repository.insertGoal(scope, draft));
}

export async function updateGoal(
  scope: Scope,
  id: GoalId,
  version: number,
  change: z.infer<typeof goalChange>,
): Promise<repository.GoalRecord> {
  if (change.planId !== undefined) await checkPlan(scope, change.planId);
  await repository.updateGoal(scope, id, version, change);
  return getGoal(scope, id);
}

export async function removeGoal(scope: Scope, id: GoalId): Promise<void> {
  if (await repository.setGoalDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such goal.');
}

export async function restoreGoal(scope: Scope, id: GoalId): Promise<repository.GoalRecord> {
  const goal = await getGoal(scope, id);
  if (goal.plan_deleted_at !== null) {
    throw new AppError(
      'wrong-state',
      `Its plan “${goal.plan_name}” is in the trash. Restore the plan first.`,
    );
  }
  await repository.setGoalDeleted(scope, id, false);
  return getGoal(scope, id);
}

async function checkPlan(scope: Scope, planId: StrategicPlanId): Promise<void> {
  if (await repository.hasPlan(scope, planId)) return;
  throw invalid(['planId'], 'unknown', 'there is no such plan');
}
