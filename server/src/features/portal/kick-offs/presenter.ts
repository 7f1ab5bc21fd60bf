import type { PortalKickOffItem } from '@evenkeel/contract/portal/kick-offs';
import { optionalMoment } from '../../../platform/db/values.ts';
import type { PortalKickOffRecord } from './repository.ts';

export function presentItem(item: PortalKickOffRecord): PortalKickOffItem {
  return {
    id: item.id,
    phase: item.phase,
    name: item.name,
    side: item.side,
    proof: item.proof,
    who: item.who,
    isDone: item.is_done,
    neededBy: item.needed_by,
    meetingAt: optionalMoment(item.meeting_at),
  };
}
