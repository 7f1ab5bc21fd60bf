import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import { nextNumbers } from '../../../platform/db/numbers.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

/** Duties, tactical plans and tactics under the sample's strategic plan. */
export async function insertTactics(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  await insertRows(
    scope,
    'plan_duty',
    firm.duties.map(({ person, duty }, index) => ({
      ...common(newId()),
      plan_id: need(ids, 'plan', ''),
      person_id: need(ids, 'person', person),
      duty,
      position: index + 1,
    })),
  );
  const first = await nextNumbers(scope, 'tactical_plan', firm.tacticalPlans.length);
  await insertRows(
    scope,
    'tactical_plan',
    firm.tacticalPlans.map((plan, index) => ({
      ...common(need(ids, 'tactical_plan', plan.key)),
      number: first + index,
      plan_id: need(ids, 'plan', ''),
      goal_id: need(ids, 'goal', plan.goal),
      name: plan.name,
      starts_on: plan.startsOn,
      ends_on: plan.endsOn,
      resources: plan.resources,
      owner_id: need(ids, 'person', plan.owner),
      review_cadence: 'monthly',
      last_reviewed_on: plan.lastReviewedOn,
    })),
  );
  await insertRows(
    scope,
    'tactic',
    firm.tactics.map((tactic, index) => ({
      ...common(need(ids, 'tactic', tactic.key)),
      tactical_plan_id: need(ids, 'tactical_plan', tactic.tacticalPlan),
      name: tactic.name,
      position: index + 1,
      quota: tactic.quota,
      period: tactic.period,
      incentive: tactic.incentive,
      due_on: tactic.dueOn,
      done_on: tactic.doneOn,
    })),
  );
  await insertDoers(scope, firm, ids);
}

/** Who does each tactic, and what each has counted. */
async function insertDoers(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const place = (tactic: SampleFirm['tactics'][number], person: string) => ({
    ...common(newId()),
    tactical_plan_id: need(ids, 'tactical_plan', tactic.tacticalPlan),
    tactic_id: need(ids, 'tactic', tactic.key),
    person_id: need(ids, 'person', person),
  });
  await insertRows(
    scope,
    'tactic_person',
    firm.tactics.flatMap((tactic) => tactic.people.map((person) => place(tactic, person))),
  );
  await insertRows(
    scope,
    'tactic_count',
    firm.tactics.flatMap((tactic) =>
      tactic.counts.map(({ person, on, count }) => ({
        ...place(tactic, person),
        on_date: on,
        count,
      })),
    ),
  );
}
