import type { LeaveView } from '@evenkeel/contract/calendars';
import type { LeaveRecord } from './repository.ts';

export function presentLeave(leave: LeaveRecord): LeaveView {
  return {
    id: leave.id,
    version: leave.version,
    person: { id: leave.person_id, name: leave.person_name },
    startOn: leave.start_on,
    endOn: leave.end_on,
    note: leave.note,
  };
}
