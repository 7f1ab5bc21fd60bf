import type { GoalRow, GoalView } from '@evenkeel/contract/goals';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { goalGaps, goalPace } from '@evenkeel/core/strategy/goal';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { GoalRecord, listGoals } from './repository.ts';

type ListedGoal = Awaited<ReturnType<typeof listGoals>>['rows'][number];

export function presentGoalRow(row: ListedGoal, today: CalendarDate): GoalRow {
  const numbers = {
    baseline: measured(row.baseline),
    target: measured(row.target),
    actual: measured(row.actual),
  };
  const { deadline } = row;
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    name: row.name,
    plan: { id: row.plan_id, name: row.plan_name },
    driver: row.driver,
    measure: row.measure,
    unit: row.unit,
    ...numbers,
    deadline,
    owner: referenceOf(row.owner_id, row.owner_name),
    initiativeCount: row.initiative_count,
    pace: goalPace({ ...numbers, startOn: row.plan_starts_on, deadline }, today),
  };
}

export function presentGoal(record: GoalRecord, today: CalendarDate): GoalView {
  const row = presentGoalRow(record, today);
  return {
    ...row,
    planStartsOn: record.plan_starts_on,
    statedBy: referenceOf(record.stated_by, record.stater_name),
    notes: record.notes,
    gaps: goalGaps({
      ...row,
      ownerId: record.owner_id,
      statedBy: record.stated_by,
    }).map((gap) => ({ ...gap })),
    createdAt: moment(record.created_at),
    deletedAt: optionalMoment(record.deleted_at),
  };
}

/** A numeric column; every value went in as a number of the contract, so none is rounded here. */
function measured(value: string | null): number | null {
  return value === null ? null : Number(value);
}
