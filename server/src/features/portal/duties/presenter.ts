import type { PortalDuty } from '@evenkeel/contract/portal/duties';
import { optionalMoment } from '../../../platform/db/values.ts';
import type { PortalDutyRecord } from './repository.ts';

export function presentPortalDuty(duty: PortalDutyRecord): PortalDuty {
  return {
    id: duty.id,
    version: duty.version,
    taskId: duty.task_id,
    name: duty.name,
    kind: duty.kind,
    contact: duty.contact ?? '',
    isMine: duty.is_mine,
    dueOn: duty.due_on,
    details: duty.details,
    state: duty.state,
    answer: duty.answer,
    answeredAt: optionalMoment(duty.answered_at),
    answeredBy: duty.answered_by,
    sentBackReason: duty.sent_back_reason,
    deliverableId: duty.deliverable_id,
    files: duty.files,
  };
}
