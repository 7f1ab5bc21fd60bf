import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { tacticalPlans } from '@evenkeel/contract/tactical-plans';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { GoalId, StrategicPlanId, TacticalPlanId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import * as repository from './repository.ts';
import * as tactics from './tactics/service.ts';

export { listTacticalPlans } from './repository.ts';

/** One tactical plan, also from the trash, with its tactics. */
export async function getTacticalPlan(scope: Scope, id: TacticalPlanId) {
  const record = await findPlan(scope, id);
  return { record, tactics: await tactics.tacticsOf(scope, id) };
}

export async function createTacticalPlan(scope: Scope, draft: BodyOf<typeof tacticalPlans.create>) {
  await checkPlace(scope, draft.planId, draft.goalId ?? null);
  checkDates(draft.startsOn ?? null, draft.endsOn ?? null);
  return getTacticalPlan(scope, await repository.insertTacticalPlan(scope, draft));
}

export async function updateTacticalPlan(
  scope: Scope,
  id: TacticalPlanId,
  version: number,
  change: BodyOf<typeof tacticalPlans.update>,
) {
  const record = await findPlan(scope, id);
  const isMoved = change.planId !== undefined && change.planId !== record.plan_id;
  // A goal of another plan is not the one this serves: a plan that moves leaves it behind.
  const goalId = change.goalId ?? (isMoved ? null : undefined);
  if (isMoved || goalId) await checkPlace(scope, change.planId ?? record.plan_id, goalId ?? null);
  checkDates(
    change.startsOn === undefined ? record.starts_on : change.startsOn,
    change.endsOn === undefined ? record.ends_on : change.endsOn,
  );
  await repository.updateTacticalPlan(scope, id, version, {
    ...change,
    ...(isMoved ? { goalId: goalId ?? null } : {}),
  });
  return getTacticalPlan(scope, id);
}

export async function removeTacticalPlan(scope: Scope, id: TacticalPlanId): Promise<void> {
  if (await repository.setTacticalPlanDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such tactical plan.');
}

export async function restoreTacticalPlan(scope: Scope, id: TacticalPlanId) {
  const record = await findPlan(scope, id);
  if (record.plan_deleted_at !== null) {
    throw new AppError(
      'wrong-state',
      `Its strategic plan “${record.plan_name}” is in the trash. Restore that first.`,
    );
  }
  await repository.setTacticalPlanDeleted(scope, id, false);
  return getTacticalPlan(scope, id);
}

async function findPlan(scope: Scope, id: TacticalPlanId): Promise<repository.TacticalPlanRecord> {
  const record = await repository.findTacticalPlan(scope, id);
  if (!record) throw new AppError('not-found', 'There is no such tactical plan.');
  return record;
}

async function checkPlace(
  scope: Scope,
  planId: StrategicPlanId,
  goalId: GoalId | null,
): Promise<void> {
  if (!(await repository.hasPlan(scope, planId))) {
    throw invalid(['planId'], 'unknown', 'there is no such plan');
  }
  if (goalId === null || (await repository.hasGoal(scope, planId, goalId))) return;
  throw invalid(['goalId'], 'unknown', 'is no goal of this plan');
}

function checkDates(startsOn: CalendarDate | null, endsOn: CalendarDate | null): void {
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) {
    throw invalid(['endsOn'], 'too-early', 'is before the plan starts');
  }
}
