import type { Endpoint } from '@evenkeel/contract/endpoint';
import { portalDuties } from '@evenkeel/contract/portal/duties';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../../lib/queries.ts';

const subjects = ['client_duty', 'task', 'approval'];

export function usePortalDuties(projectId: ProjectId) {
  return useApi(portalDuties.list, { params: { projectId } }, { subjects });
}

export function usePortalDutyWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}
