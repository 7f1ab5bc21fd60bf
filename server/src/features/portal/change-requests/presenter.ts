import type { PortalChange } from '@evenkeel/contract/portal/change-requests';
import { moment, optionalMoment } from '../../../platform/db/values.ts';
import type { PortalChangeRecord } from './repository.ts';

export function presentPortalChange(change: PortalChangeRecord): PortalChange {
  return {
    id: change.id,
    version: change.version,
    name: change.name,
    wanted: change.wanted,
    side: change.side,
    isMine: change.is_mine,
    askedBy: change.asked_name,
    createdAt: moment(change.created_at),
    state: change.state,
    shown: change.shown && { ...change.shown, milestones: [...change.shown.milestones] },
    sentAt: optionalMoment(change.sent_at),
    decidedAt: optionalMoment(change.decided_at),
    decidedBy: change.decided_name,
    reason: change.reason,
  };
}
