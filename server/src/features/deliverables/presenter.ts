import type {
  ApprovalView,
  DeliverableVersionView,
  DeliverableView,
} from '@evenkeel/contract/deliverables';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { WholeDeliverable, WholeVersion } from './service.ts';

export function presentDeliverable({ deliverable, versions }: WholeDeliverable): DeliverableView {
  return {
    id: deliverable.id,
    version: deliverable.version,
    project: { id: deliverable.project_id, name: deliverable.project_name },
    account: referenceOf(deliverable.account_id, deliverable.account_name),
    name: deliverable.name,
    description: deliverable.description,
    state: deliverable.state,
    stateSince: moment(deliverable.state_since),
    milestone: deliverable.milestone_id && {
      id: deliverable.milestone_id,
      name: deliverable.milestone_name ?? '',
      acceptance: deliverable.milestone_acceptance ?? '',
      isDone: deliverable.milestone_state === 'done',
      dueOn: deliverable.milestone_due_on,
    },
    versions: versions.map(presentVersion),
  };
}

function presentVersion({ version, files, approvals }: WholeVersion): DeliverableVersionView {
  return {
    id: version.id,
    version: version.version,
    number: version.number,
    note: version.note,
    state: version.state,
    createdAt: moment(version.created_at),
    askedAt: optionalMoment(version.asked_at),
    askedBy: version.asked_name,
    dueOn: version.due_on,
    decidedAt: optionalMoment(version.decided_at),
    manifestHash: version.manifest_hash,
    files: files.map((file) => ({
      fileId: file.file_id,
      name: file.name,
      byteSize: file.byte_size,
      sha256: file.sha256,
    })),
    approvals: approvals.map(presentApproval),
  };
}

function presentApproval(approval: WholeVersion['approvals'][number]): ApprovalView {
  return {
    id: approval.id,
    contact: { id: approval.contact_id, name: approval.contact_name },
    decision: approval.decision,
    reason: approval.reason,
    decidedAt: optionalMoment(approval.decided_at),
    decidedBy: approval.decided_name,
    manifestHash: approval.manifest_hash,
    task: referenceOf(approval.task_id, approval.task_name),
  };
}
