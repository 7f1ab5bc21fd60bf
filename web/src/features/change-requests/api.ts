import { changeRequests } from '@evenkeel/contract/change-requests';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

export function useChangeRequests(projectId: ProjectId) {
  return useApi(
    changeRequests.list,
    { query: { projectId } },
    { subjects: ['change_request', 'project'] },
  );
}

/** Any of the calls that write changes. */
export function useChangeWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['change_request'] });
}
