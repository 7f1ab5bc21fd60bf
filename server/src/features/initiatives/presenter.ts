import type { InitiativeRow, InitiativeView } from '@evenkeel/contract/initiatives';
import { promisedThrough } from '@evenkeel/core/balance/starvation';
import { type CalendarDate, earlier } from '@evenkeel/core/calendar-date';
import { committedStates } from '@evenkeel/core/projects/state';
import {
  integer,
  moment,
  optionalInteger,
  optionalMoment,
  referenceOf,
} from '../../platform/db/values.ts';
import type { InitiativeRecord } from './repository.ts';
import type { Initiative, ListedInitiative } from './service.ts';

export function presentInitiativeRow(
  { record, goals, test, health }: ListedInitiative,
  today: CalendarDate,
): InitiativeRow {
  return {
    id: record.id,
    number: record.number,
    version: record.version,
    name: record.name,
    state: record.state,
    stateReason: record.state_reason,
    category: record.category,
    owner: referenceOf(record.owner_id, record.owner_name),
    projectManager: referenceOf(record.project_manager_id, record.project_manager_name),
    team: referenceOf(record.team_id, record.team_name),
    budget: optionalInteger(record.budget),
    startOn: record.start_on,
    endOn: record.end_on,
    priority: record.priority,
    promisedWeeklyMinutes: record.promised_weekly_minutes,
    promisedMinutes: promisedMinutes(record, today),
    loggedMinutes: integer(record.logged_minutes),
    estimatedMinutes: integer(record.estimated_minutes),
    p80On: record.p80_on,
    horizon: record.horizon,
    market: record.market,
    offering: record.offering,
    valueScore: record.value_score,
    effortScore: record.effort_score,
    isCasePublished: record.is_case_published,
    health: health && { health: health.health, note: health.note, at: moment(health.created_at) },
    goals: goals.map((link) => ({
      id: link.goal_id,
      number: link.number,
      name: link.name,
      strength: link.strength,
    })),
    test: {
      ...test,
      criteria: test.criteria.map(({ criterion, isMet, missing }) => ({
        criterion,
        isMet,
        missing: missing.map((part) => ({ ...part })),
      })),
    },
  };
}

export function presentInitiative(initiative: Initiative, today: CalendarDate): InitiativeView {
  const { record } = initiative;
  return {
    ...presentInitiativeRow(initiative, today),
    purpose: record.purpose,
    scope: record.scope,
    businessNeed: record.business_need,
    expectedBenefit: record.expected_benefit,
    createdAt: moment(record.created_at),
    deletedAt: optionalMoment(record.deleted_at),
  };
}

/** What was promised from the start up to today; nothing is promised before the firm has committed. */
function promisedMinutes(
  record: Pick<InitiativeRecord, 'state' | 'start_on' | 'end_on' | 'promised_weekly_minutes'>,
  today: CalendarDate,
): number | null {
  const isCommitted = committedStates.some((state) => state === record.state);
  if (!isCommitted || record.start_on === null) return null;
  const through = record.end_on === null ? today : earlier(today, record.end_on);
  return promisedThrough(record.promised_weekly_minutes, record.start_on, through);
}
