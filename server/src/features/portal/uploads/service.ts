import type { UploadView } from '@evenkeel/contract/files';
import type { ProjectId, UploadId } from '@evenkeel/core/id';
import { asFirm, type PortalScope } from '../../../platform/db/scope.ts';
import { beginUpload, putPart as putUploadPart } from '../../files/uploads/service.ts';
import { requirePortalProject } from '../service.ts';

/** Whoever may open a project may send a file for it; only they can go on with it. */
export async function begin(
  scope: PortalScope,
  projectId: ProjectId,
  byteSize: number,
): Promise<UploadView> {
  await requirePortalProject(scope, projectId);
  return asFirm(scope, (firm) => beginUpload(firm, byteSize));
}

export async function putPart(
  scope: PortalScope,
  key: { readonly projectId: ProjectId; readonly id: UploadId; readonly position: number },
  content: Uint8Array,
): Promise<void> {
  await requirePortalProject(scope, key.projectId);
  await asFirm(scope, (firm) => putUploadPart(firm, key.id, { position: key.position, content }));
}
