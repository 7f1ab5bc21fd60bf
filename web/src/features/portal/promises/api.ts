import { portalPromises } from '@evenkeel/contract/portal/promises';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi } from '../../../lib/queries.ts';

/** The dates that the reader was told. */
export function usePortalDates(projectId: ProjectId) {
  return useApi(
    portalPromises.list,
    { params: { projectId } },
    { subjects: ['promise', 'project', 'task'] },
  );
}
