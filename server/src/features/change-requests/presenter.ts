import type { ChangeEffectView, ChangeRequestView } from '@evenkeel/contract/change-requests';
import type { ChangeEffect } from '@evenkeel/core/change-requests/change-request';
import { moment, optionalInteger, optionalMoment } from '../../platform/db/values.ts';
import type { ChangeRecord } from './service.ts';

export function presentChange(change: ChangeRecord): ChangeRequestView {
  return {
    id: change.id,
    version: change.version,
    project: { id: change.project_id, name: change.project_name },
    name: change.name,
    wanted: change.wanted,
    side: change.side,
    askedBy: change.asked_name,
    createdAt: moment(change.created_at),
    state: change.state,
    stateSince: moment(change.state_since),
    work: [...change.work],
    givenPrice: optionalInteger(change.given_price),
    effect: change.effect && presentEffect(change.effect),
    sentAt: optionalMoment(change.sent_at),
    staleReasons: [...change.stale_reasons],
    decidedAt: optionalMoment(change.decided_at),
    decidedBy: change.decided_name,
    reason: change.reason,
  };
}

export function presentEffect(effect: ChangeEffect): ChangeEffectView {
  return { ...effect, milestones: [...effect.milestones] };
}
