import type { PlanRow } from '@evenkeel/contract/plans';
import type { PlanScope } from '@evenkeel/core/strategy/plan';

export const planScopeLabels: Record<PlanScope, string> = {
  company: 'The firm',
  team: 'A team',
  person: 'One person',
};

/** Whose plan it is: the firm, or the team or person by name (ST-29). */
export function planScopeInWords(plan: Pick<PlanRow, 'scope' | 'team' | 'person'>): string {
  return plan.team?.name ?? plan.person?.name ?? planScopeLabels[plan.scope];
}
