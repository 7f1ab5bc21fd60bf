import { portalMessages } from '@evenkeel/contract/portal/messages';
import type { ProjectId, StatusReportId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../../lib/queries.ts';

export function usePortalMessages(projectId: ProjectId, limit: number, reportId?: StatusReportId) {
  return useApi(
    portalMessages.list,
    { params: { projectId }, query: { limit, ...(reportId ? { of: reportId } : {}) } },
    {
      subjects: ['comment', 'task', 'status_report', 'project', 'client_access'],
      keepPrevious: true,
    },
  );
}

export function useWriteMessage() {
  return useApiWrite(portalMessages.create, { subjects: ['comment'] });
}
