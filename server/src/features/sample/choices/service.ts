import type { GoalId, ProjectId } from '@evenkeel/core/id';
import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import type { Scope } from '../../../platform/db/scope.ts';
import { chooseNow, createChoice, keepRule } from '../../portfolio-choices/service.ts';
import { type Ids, need } from '../ids.ts';

/** A choice of portfolio with a result, which nobody has decided yet. */
export async function insertChoice(scope: Scope, { choice }: SampleFirm, ids: Ids): Promise<void> {
  const { pin, goalWeights, ...aims } = choice;
  // Ids of the sample are of the kind that their keys say.
  const weights = goalWeights.map(({ goal, weight }) => ({
    goalId: need(ids, 'goal', goal) as GoalId,
    weight,
  }));
  const { choice: made } = await createChoice(scope, { ...aims, goalWeights: weights });
  await keepRule(
    scope,
    { choiceId: made.id, kind: 'initiative' },
    {
      candidateId: need(ids, 'project', pin.project) as ProjectId,
      firstMonth: null,
      lastMonth: null,
      isMandatory: false,
      exclusiveGroup: '',
      requires: [],
      pin: { side: 'in', month: null },
      pinReason: pin.reason,
      pinnedBy: scope.actor.memberId,
      pinnedAt: scope.now,
    },
  );
  await chooseNow(scope, made.id);
}
