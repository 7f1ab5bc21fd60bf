import type { Endpoint } from '@evenkeel/contract/endpoint';
import { portalChanges } from '@evenkeel/contract/portal/change-requests';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../../lib/queries.ts';

const subjects = ['change_request'];

export function usePortalChanges(projectId: ProjectId) {
  return useApi(portalChanges.list, { params: { projectId } }, { subjects });
}

export function usePortalChangeWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}
