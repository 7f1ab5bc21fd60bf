import type { TacticalPlanRow, TacticalPlanView } from '@evenkeel/contract/tactical-plans';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { tacticalReviewOn } from '@evenkeel/core/strategy/review-cadence';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { ListedTacticalPlan, TacticalPlanRecord } from './repository.ts';
import { presentTactic } from './tactics/presenter.ts';
import type { WithCounts } from './tactics/service.ts';

export function presentTacticalPlanRow(
  row: Omit<ListedTacticalPlan, 'sort_value'>,
): TacticalPlanRow {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    name: row.name,
    plan: { id: row.plan_id, name: row.plan_name },
    goal: referenceOf(row.goal_id, row.goal_name),
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    owner: referenceOf(row.owner_id, row.owner_name),
    reviewCadence: row.review_cadence,
    lastReviewedOn: row.last_reviewed_on,
    nextReviewOn: tacticalReviewOn(row),
    tacticCount: row.tactic_count,
  };
}

export function presentTacticalPlan(
  { record, tactics }: { record: TacticalPlanRecord; tactics: readonly WithCounts[] },
  today: CalendarDate,
): TacticalPlanView {
  return {
    ...presentTacticalPlanRow(record),
    resources: record.resources,
    tactics: tactics.map((tactic) => presentTactic(tactic, today)),
    createdAt: moment(record.created_at),
    deletedAt: optionalMoment(record.deleted_at),
  };
}
