import { addressOf } from '@evenkeel/contract/endpoint';
import { portalExports } from '@evenkeel/contract/portal/exports';
import { portalFiles } from '@evenkeel/contract/portal/files';
import type { FileId, ProjectId } from '@evenkeel/core/id';
import { useApi } from '../../../lib/queries.ts';

export function usePortalFiles(projectId: ProjectId) {
  return useApi(
    portalFiles.list,
    { params: { projectId } },
    { subjects: ['file', 'task', 'project', 'client_access'] },
  );
}

/** Where the bytes of a file are. */
export function contentAddress(id: FileId): string {
  return addressOf(portalFiles.content.path, { params: { id } });
}

/** Where everything that the reader sees of a project is, as one archive. */
export function exportAddress(projectId: ProjectId): string {
  return addressOf(portalExports.download.path, { params: { projectId } });
}
