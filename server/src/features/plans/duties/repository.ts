import type { Id, PersonId, StrategicPlanId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

export type PlanDuty = Awaited<ReturnType<typeof listDuties>>[number];

/** Who answers for what in a plan, in the order given. */
export function listDuties(scope: Scope, planId: StrategicPlanId) {
  return scope.tx
    .selectFrom('plan_duty')
    .innerJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'plan_duty.workspace_id')
        .onRef('person.id', '=', 'plan_duty.person_id'),
    )
    .select(['plan_duty.person_id', 'person.name as person_name', 'plan_duty.duty'])
    .where('plan_duty.plan_id', '=', planId)
    .orderBy('plan_duty.position')
    .limit(50)
    .execute();
}

/** Makes the duties of a plan those given; who stays keeps the row, so that the history says what changed. */
export async function replaceDuties(
  scope: Scope,
  planId: StrategicPlanId,
  duties: readonly { readonly personId: PersonId; readonly duty: string }[],
): Promise<void> {
  const ids = duties.map((duty) => duty.personId);
  let gone = scope.tx.deleteFrom('plan_duty').where('plan_id', '=', planId);
  if (ids.length > 0) gone = gone.where('person_id', 'not in', ids);
  await gone.execute();
  if (duties.length === 0) return;
  await scope.tx
    .insertInto('plan_duty')
    .values(
      duties.map(({ personId, duty }, index) => ({
        workspace_id: scope.workspaceId,
        id: newId<Id<'plan-duty'>>(),
        plan_id: planId,
        person_id: personId,
        duty,
        position: index + 1,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'plan_id', 'person_id']).doUpdateSet(({ ref }) => ({
        duty: ref('excluded.duty'),
        position: ref('excluded.position'),
      })),
    )
    .execute();
}
