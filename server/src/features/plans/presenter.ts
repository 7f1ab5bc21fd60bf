import type { PlanRow, PlanView } from '@evenkeel/contract/plans';
import { planGaps } from '@evenkeel/core/strategy/plan';
import { planReviewOn } from '@evenkeel/core/strategy/review-cadence';
import { integer, moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { PlanDuty } from './duties/service.ts';
import type { listPlans, PlanRecord } from './repository.ts';

type ListedPlan = Awaited<ReturnType<typeof listPlans>>['rows'][number];

export function presentPlanRow(row: ListedPlan): PlanRow {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    name: row.name,
    state: row.state,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    scope: row.scope,
    team: referenceOf(row.team_id, row.team_name),
    person: referenceOf(row.person_id, row.person_name),
    reviewCadence: row.review_cadence,
    lastReviewedOn: row.last_reviewed_on,
    nextReviewOn: planReviewOn(row),
    owner: referenceOf(row.owner_id, row.owner_name),
    goalCount: integer(row.goal_count),
    approvedAt: optionalMoment(row.approved_at),
    approvedBy: referenceOf(row.approved_by, row.approver_name),
  };
}

export function presentPlan({
  record,
  duties,
}: {
  record: PlanRecord;
  duties: readonly PlanDuty[];
}): PlanView {
  const { mission, vision, standing, destination } = record;
  const goalCount = integer(record.goal_count);
  return {
    ...presentPlanRow(record),
    mission,
    vision,
    standing,
    destination,
    values: record.values,
    duties: duties.map((duty) => ({
      person: { id: duty.person_id, name: duty.person_name },
      duty: duty.duty,
    })),
    gaps: planGaps({
      mission,
      vision,
      standing,
      destination,
      ownerId: record.owner_id,
      goalCount,
    }).map((gap) => ({ ...gap })),
    isChangedSinceApproval: record.is_changed,
    createdAt: moment(record.created_at),
    deletedAt: optionalMoment(record.deleted_at),
  };
}
