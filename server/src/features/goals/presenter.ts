import type { GoalRow, GoalView } from '@evenkeel/contract/goals';
import { goalGaps, goalPace } from '@evenkeel/core/strategy/goal';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { measuredByGoal } from '../kpis/service.ts';
import type { GoalRecord, listGoals } from './repository.ts';

type ListedGoal = Awaited<ReturnType<typeof listGoals>>['rows'][number];
type Kpi =
  Awaited<ReturnType<typeof measuredByGoal>> extends ReadonlyMap<string, (infer One)[]>
    ? One
    : never;
export type Measured<Goal> = { readonly goal: Goal; readonly kpis: readonly Kpi[] };

export function presentGoalRow({ goal, kpis }: Measured<ListedGoal>): GoalRow {
  return {
    id: goal.id,
    number: goal.number,
    version: goal.version,
    name: goal.name,
    plan: { id: goal.plan_id, name: goal.plan_name },
    driver: goal.driver,
    headline: headlineOf(kpis[0]),
    kpiCount: kpis.length,
    deadline: goal.deadline,
    owner: referenceOf(goal.owner_id, goal.owner_name),
    initiativeCount: goal.initiative_count,
    pace: { ...goalPace(kpis.map((kpi) => kpi.pace)) },
  };
}

export function presentGoal({ goal, kpis }: Measured<GoalRecord>): GoalView {
  return {
    ...presentGoalRow({ goal, kpis }),
    planStartsOn: goal.plan_starts_on,
    statedBy: referenceOf(goal.stated_by, goal.stater_name),
    statedOn: goal.stated_on,
    statedAt: goal.stated_at,
    notes: goal.notes,
    gaps: goalGaps({
      kpis,
      deadline: goal.deadline,
      ownerId: goal.owner_id,
      statedBy: goal.stated_by,
    }).map((gap) => ({ ...gap })),
    createdAt: moment(goal.created_at),
    deletedAt: optionalMoment(goal.deleted_at),
  };
}

function headlineOf(kpi: Kpi | undefined): GoalRow['headline'] {
  if (!kpi) return null;
  const { id, name, unit, baseline, target, latest } = kpi;
  return { id, name, unit, baseline, target, actual: latest?.value ?? null };
}
