import type { KickOffItemView, KickOffView } from '@evenkeel/contract/kick-offs';
import { moment, referenceOf } from '../../platform/db/values.ts';
import type { KickOffItemRecord, readKickOff } from './service.ts';

export function presentKickOff({
  items,
  ...plan
}: Awaited<ReturnType<typeof readKickOff>>): KickOffView {
  return { ...plan, items: items.map(presentItem) };
}

export function presentItem(item: KickOffItemRecord): KickOffItemView {
  const { meeting_id: meetingId, meeting_at: at, duty_id: dutyId, duty_state: state } = item;
  return {
    id: item.id,
    version: item.version,
    phase: item.phase,
    position: item.position,
    name: item.name,
    side: item.side,
    proof: item.proof,
    person: referenceOf(item.person_id, item.person_name),
    dueOn: item.due_on,
    isDone: item.is_done,
    doneOn: item.done_on,
    isClientVisible: item.is_client_visible,
    meeting:
      meetingId === null || at === null
        ? null
        : { id: meetingId, name: item.meeting_name ?? '', startsAt: moment(at) },
    duty:
      dutyId === null || state === null
        ? null
        : { id: dutyId, state, contact: item.contact_name ?? '' },
  };
}
