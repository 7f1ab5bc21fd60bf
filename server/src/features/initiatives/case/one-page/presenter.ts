import type { OnePageView } from '@evenkeel/contract/initiative-case';
import { optionalInteger, referenceOf } from '../../../../platform/db/values.ts';
import type { OnePage } from './service.ts';

export function presentOnePage({ initiative, benefits }: OnePage): OnePageView {
  const { record, goals } = initiative;
  return {
    id: record.id,
    number: record.number,
    name: record.name,
    state: record.state,
    isPublished: record.is_case_published,
    need: record.business_need,
    purpose: record.purpose,
    expectedBenefit: record.expected_benefit,
    benefits: benefits.map((benefit) => ({
      name: benefit.name,
      amount: optionalInteger(benefit.amount),
      period: benefit.period,
      dueOn: benefit.due_on,
    })),
    goals: goals
      .filter(({ strength }) => strength > 0)
      .map(({ goal_id: id, name }) => ({ id, name })),
    startOn: record.start_on,
    endOn: record.end_on,
    leader: referenceOf(record.owner_id, record.owner_name),
    projectManager: referenceOf(record.project_manager_id, record.project_manager_name),
    team: referenceOf(record.team_id, record.team_name),
  };
}
