import type { planChange, planDraft } from '@evenkeel/contract/plans';
import type { StrategicPlanId } from '@evenkeel/core/id';
import { canMovePlan, type PlanState, planGaps } from '@evenkeel/core/strategy/plan';
import type { z } from 'zod';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { integer } from '../../platform/db/values.ts';
import * as repository from './repository.ts';

export { listPlans } from './repository.ts';

export async function getPlan(scope: Scope, id: StrategicPlanId): Promise<repository.PlanRecord> {
  const record = await repository.findPlan(scope, id);
  if (!record) throw new AppError('not-found', 'There is no such plan.');
  return record;
}

export async function createPlan(
  scope: Scope,
  draft: z.infer<typeof planDraft>,
): Promise<repository.PlanRecord> {
  checkHorizon(draft);
  return getPlan(scope, await repository.insertPlan(scope, draft));
}

export async function updatePlan(
  scope: Scope,
  id: StrategicPlanId,
  version: number,
  change: z.infer<typeof planChange>,
): Promise<repository.PlanRecord> {
  const plan = await getPlan(scope, id);
  if (plan.state === 'closed') {
    throw new AppError('wrong-state', 'The plan is closed. Reopen it to change it.');
  }
  checkHorizon({
    startsOn: change.startsOn ?? plan.starts_on,
    endsOn: change.endsOn ?? plan.ends_on,
  });
  await repository.updatePlan(scope, id, version, change);
  return getPlan(scope, id);
}

/** Approves, closes or takes back a plan; the approval keeps the member and the moment. */
export async function movePlan(
  scope: Scope,
  id: StrategicPlanId,
  version: number,
  to: PlanState,
): Promise<repository.PlanRecord> {
  const plan = await getPlan(scope, id);
  if (!canMovePlan(plan.state, to)) {
    throw new AppError(
      'wrong-state',
      `The plan is ${plan.state}; it cannot become ${to} from there.`,
    );
  }
  const isApproval = plan.state === 'draft' && to === 'approved';
  if (isApproval) checkApproval(plan);
  await repository.setPlanState(scope, id, version, {
    state: to,
    approval: isApproval ? { by: scope.actor.memberId } : to === 'draft' ? 'none' : 'kept',
  });
  return getPlan(scope, id);
}

export async function removePlan(scope: Scope, id: StrategicPlanId): Promise<void> {
  if (!(await repository.setPlanDeleted(scope, id, true))) {
    throw new AppError('not-found', 'There is no such plan.');
  }
  // Counted under the lock that the write holds: no goal can come in between.
  const goalCount = integer((await getPlan(scope, id)).goal_count);
  if (goalCount === 0) return;
  const goals = goalCount === 1 ? 'A goal stands' : `${goalCount} goals stand`;
  throw new AppError(
    'still-in-use',
    `${goals} in this plan. Move them to another plan or delete them first.`,
  );
}

export async function restorePlan(
  scope: Scope,
  id: StrategicPlanId,
): Promise<repository.PlanRecord> {
  await repository.setPlanDeleted(scope, id, false);
  return getPlan(scope, id);
}

function checkApproval(plan: repository.PlanRecord): void {
  const needed = planGaps({
    mission: plan.mission,
    vision: plan.vision,
    standing: plan.standing,
    destination: plan.destination,
    ownerId: plan.owner_id,
    goalCount: integer(plan.goal_count),
  }).filter((gap) => gap.isNeeded);
  if (needed.length === 0) return;
  throw new AppError('wrong-state', 'The plan cannot be approved yet.', {
    issues: needed.map(({ field, message }) => ({ path: [field], code: 'needed', message })),
  });
}

function checkHorizon({
  startsOn,
  endsOn,
}: Pick<z.infer<typeof planDraft>, 'startsOn' | 'endsOn'>): void {
  if (endsOn < startsOn) throw invalid(['endsOn'], 'too-early', 'is before the plan starts');
}
