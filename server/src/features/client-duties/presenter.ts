import type { ClientDutyView, WaitsView } from '@evenkeel/contract/client-duties';
import { toInstant } from '../../platform/clock.ts';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { ClientWaits, DutyRecord, FoundWait } from './service.ts';

export function presentDuty(duty: DutyRecord): ClientDutyView {
  return {
    id: duty.id,
    version: duty.version,
    project: { id: duty.project_id, name: duty.project_name },
    account: referenceOf(duty.account_id, duty.account_name),
    task: { id: duty.task_id, name: duty.task_name, number: duty.task_number },
    kind: duty.kind,
    contact: { id: duty.contact_id, name: duty.contact_name },
    dueOn: duty.due_on,
    details: duty.details,
    state: duty.state,
    stateSince: moment(duty.state_since),
    createdAt: moment(duty.created_at),
    answer: duty.answer,
    answeredAt: optionalMoment(duty.answered_at),
    answeredBy: duty.answered_name,
    sentBackReason: duty.sent_back_reason,
    fileCount: duty.file_count,
    deliverable: referenceOf(duty.deliverable_id, duty.deliverable_name),
  };
}

export function presentWaits({ waits, ...sums }: ClientWaits): WaitsView {
  return { ...sums, rows: waits.map(presentWait) };
}

function presentWait({ kind, row, stretches, ...wait }: FoundWait): WaitsView['rows'][number] {
  return {
    ...wait,
    subject: { kind, id: row.id, name: row.name },
    project: { id: row.project_id, name: row.project_name },
    contact: row.contact_name,
    dueOn: row.due_on,
    stretches: stretches.map(({ holder, from, to, workMinutes }) => ({
      holder,
      from: toInstant(new Date(from * 60_000)),
      to: toInstant(new Date(to * 60_000)),
      workMinutes,
    })),
  };
}
