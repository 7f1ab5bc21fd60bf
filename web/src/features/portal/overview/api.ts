import { portalOverviews } from '@evenkeel/contract/portal/overviews';
import type { ProjectId } from '@evenkeel/core/id';
import { callApi } from '../../../lib/api-client.ts';
import { useApi } from '../../../lib/queries.ts';

export function usePortalOverview(projectId: ProjectId) {
  return useApi(
    portalOverviews.get,
    { params: { projectId } },
    {
      subjects: [
        'task',
        'project',
        'promise',
        'customer_metric',
        'comment',
        'file',
        'client_access',
        'member',
      ],
    },
  );
}

/** Says that the reader is looking; what is shown now is no news next time. */
export const noteLook = (projectId: ProjectId) =>
  callApi(portalOverviews.look, { params: { projectId } });
