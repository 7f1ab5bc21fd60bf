import type { PortalDecision } from '@evenkeel/contract/portal/decisions';
import { optionalMoment } from '../../../platform/db/values.ts';
import type { ShownDecision } from './service.ts';

export function presentDecision(decision: ShownDecision): PortalDecision {
  return {
    id: decision.id,
    number: decision.number,
    title: decision.title,
    rationale: decision.rationale,
    options: decision.options.map(({ name, note, isChosen }) => ({ name, note, isChosen })),
    decidedOn: decision.decided_on,
    decidedBy: decision.decided_by,
    acknowledgedAt: optionalMoment(decision.acknowledged_at),
    acknowledgedBy: decision.acknowledged_by,
  };
}
