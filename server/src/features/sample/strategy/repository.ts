import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import { nextNumbers } from '../../../platform/db/numbers.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { common, type Ids, need } from '../ids.ts';

export async function insertStrategy(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const { plan } = firm;
  await insertRows(scope, 'strategic_plan', [
    {
      ...common(need(ids, 'plan', '')),
      number: await nextNumbers(scope, 'strategic_plan'),
      name: plan.name,
      mission: plan.mission,
      vision: plan.vision,
      standing: plan.standing,
      destination: plan.destination,
      values: plan.values,
      scope: 'company',
      review_cadence: 'quarterly',
      last_reviewed_on: plan.lastReviewedOn,
      starts_on: plan.startsOn,
      ends_on: plan.endsOn,
      owner_id: need(ids, 'person', plan.owner),
      state: 'approved',
      approved_at: scope.now.toISOString(),
      approved_by: scope.actor.memberId,
    },
  ]);
  const firstGoal = await nextNumbers(scope, 'goal', firm.goals.length);
  await insertRows(
    scope,
    'goal',
    firm.goals.map(({ key, owner, statedOn, statedAt, ...goal }, index) => ({
      ...common(need(ids, 'goal', key)),
      ...goal,
      number: firstGoal + index,
      plan_id: need(ids, 'plan', ''),
      owner_id: need(ids, 'person', owner),
      stated_by: need(ids, 'person', owner),
      stated_on: statedOn,
      stated_at: statedAt,
    })),
  );
}
