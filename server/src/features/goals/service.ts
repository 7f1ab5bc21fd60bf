import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { goals } from '@evenkeel/contract/goals';
import type { GoalId, StrategicPlanId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import * as kpis from '../kpis/service.ts';
import * as repository from './repository.ts';

export async function listGoals(scope: Scope, request: QueryOf<typeof goals.list>) {
  const { rows, ...page } = await repository.listGoals(scope, request);
  const measured = await kpis.measuredByGoal(
    scope,
    rows.map((row) => row.id),
  );
  return { rows: rows.map((goal) => ({ goal, kpis: measured.get(goal.id) ?? [] })), ...page };
}

export async function getGoal(scope: Scope, id: GoalId) {
  const goal = await findGoal(scope, id);
  const measured = await kpis.measuredByGoal(scope, [id]);
  return { goal, kpis: measured.get(id) ?? [] };
}

/** Adds a goal, and the KPI it begins with. */
export async function createGoal(scope: Scope, { kpi, ...draft }: BodyOf<typeof goals.create>) {
  await checkPlan(scope, draft.planId);
  const id = await repository.insertGoal(scope, draft);
  if (kpi) {
    const { actual, ...first } = kpi;
    const ownerId = draft.ownerId ?? null;
    const made = await kpis.createKpi(scope, { ...first, goalId: id, ownerId });
    if (typeof actual === 'number') {
      await kpis.setActual(scope, made.kpi.id, { on: scope.today, value: actual, comment: '' });
    }
  }
  return getGoal(scope, id);
}

export async function updateGoal(
  scope: Scope,
  id: GoalId,
  version: number,
  change: BodyOf<typeof goals.update>,
) {
  if (change.planId !== undefined) await checkPlan(scope, change.planId);
  await repository.updateGoal(scope, id, version, change);
  return getGoal(scope, id);
}

export async function removeGoal(scope: Scope, id: GoalId): Promise<void> {
  if (await repository.setGoalDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such goal.');
}

export async function restoreGoal(scope: Scope, id: GoalId) {
  const goal = await findGoal(scope, id);
  if (goal.plan_deleted_at !== null) {
    throw new AppError(
      'wrong-state',
      `Its plan “${goal.plan_name}” is in the trash. Restore the plan first.`,
    );
  }
  await repository.setGoalDeleted(scope, id, false);
  return getGoal(scope, id);
}

async function findGoal(scope: Scope, id: GoalId): Promise<repository.GoalRecord> {
  const record = await repository.findGoal(scope, id);
  if (!record) throw new AppError('not-found', 'There is no such goal.');
  return record;
}

async function checkPlan(scope: Scope, planId: StrategicPlanId): Promise<void> {
  if (await repository.hasPlan(scope, planId)) return;
  throw invalid(['planId'], 'unknown', 'there is no such plan');
}
