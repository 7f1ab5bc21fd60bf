import type { PortalDeliverable } from '@evenkeel/contract/portal/deliverables';
import { moment, optionalMoment } from '../../../platform/db/values.ts';
import type { PortalWhole } from './service.ts';

export function presentPortalDeliverable({
  deliverable,
  versions,
}: PortalWhole): PortalDeliverable {
  return { ...deliverable, versions: versions.map(presentVersion) };
}

function presentVersion({
  version,
  files,
  approvals,
}: PortalWhole['versions'][number]): PortalDeliverable['versions'][number] {
  return {
    id: version.id,
    number: version.number,
    note: version.note,
    state: version.state,
    askedAt: moment(version.asked_at),
    dueOn: version.due_on,
    decidedAt: optionalMoment(version.decided_at),
    files: files.map((file) => ({
      fileId: file.file_id,
      name: file.name,
      byteSize: file.byte_size,
      sha256: file.sha256,
    })),
    approvals: approvals.map((approval) => ({
      id: approval.id,
      contact: approval.contact ?? '',
      isMine: approval.is_mine,
      decision: approval.decision,
      reason: approval.reason,
      decidedAt: optionalMoment(approval.decided_at),
      decidedBy: approval.decided_name,
      manifestHash: approval.manifest_hash,
    })),
  };
}
