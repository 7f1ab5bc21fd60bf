import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { portalDeliverables } from '@evenkeel/contract/portal/deliverables';
import { groupedBy } from '@evenkeel/core/grouping';
import type { ApprovalId, ProjectId } from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import { asFirm, type PortalScope } from '../../../platform/db/scope.ts';
import { decideApproval } from '../../deliverables/approvals/service.ts';
import { requirePortalProject } from '../service.ts';
import * as repository from './repository.ts';

/** A deliverable with its versions as the client sees them, the latest first. */
export type PortalWhole = {
  readonly deliverable: repository.PortalDeliverableRecord;
  readonly versions: readonly {
    readonly version: repository.PortalVersionRecord;
    readonly files: readonly repository.PortalFileRecord[];
    readonly approvals: readonly repository.PortalApprovalRecord[];
  }[];
};

export async function listPortalDeliverables(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<PortalWhole[]> {
  await requirePortalProject(scope, projectId);
  const found = await repository.listDeliverables(scope, projectId);
  const versionsOf = groupedBy(found.versions, (one) => one.deliverable_id);
  const filesOf = groupedBy(found.files, (one) => one.version_id);
  const approvalsOf = groupedBy(found.approvals, (one) => one.version_id);
  return found.deliverables.map((deliverable) => ({
    deliverable,
    versions: (versionsOf.get(deliverable.id) ?? []).map((version) => ({
      version,
      files: filesOf.get(version.id) ?? [],
      approvals: approvalsOf.get(version.id) ?? [],
    })),
  }));
}

/** Only who was named decides, and only on what they see. */
export async function decide(
  scope: PortalScope,
  key: { readonly projectId: ProjectId; readonly approvalId: ApprovalId },
  { decision, reason = '' }: BodyOf<typeof portalDeliverables.decide>,
): Promise<PortalWhole> {
  const isOf = (whole: PortalWhole) =>
    whole.versions.some(({ approvals }) => approvals.some(({ id }) => id === key.approvalId));
  const before = (await listPortalDeliverables(scope, key.projectId)).find(isOf);
  const approval = before?.versions
    .flatMap(({ approvals }) => approvals)
    .find(({ id }) => id === key.approvalId);
  if (!approval) throw new AppError('not-found');
  if (!approval.is_mine) throw new AppError('not-allowed');
  await asFirm(scope, (firm) => decideApproval(firm, key.approvalId, { decision, reason }));
  const after = (await listPortalDeliverables(scope, key.projectId)).find(isOf);
  if (!after) throw new AppError('not-found');
  return after;
}
