import { portalOverviews } from '@evenkeel/contract/portal/overviews';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi } from '../../../lib/queries.ts';

export function usePortalSteps(projectId: ProjectId) {
  return useApi(
    portalOverviews.steps,
    { params: { projectId } },
    { subjects: ['task', 'project', 'promise', 'dependency', 'customer_metric', 'client_access'] },
  );
}
