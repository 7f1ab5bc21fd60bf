import { portalMessages } from '@evenkeel/contract/portal/messages';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../../lib/queries.ts';

export function usePortalMessages(projectId: ProjectId, limit: number) {
  return useApi(
    portalMessages.list,
    { params: { projectId }, query: { limit } },
    { subjects: ['comment', 'task', 'project', 'client_access'], keepPrevious: true },
  );
}

export function useWriteMessage() {
  return useApiWrite(portalMessages.create, { subjects: ['comment'] });
}
