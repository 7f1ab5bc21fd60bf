import type { Endpoint } from '@evenkeel/contract/endpoint';
import { portalAgreements } from '@evenkeel/contract/portal/agreements';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../../lib/queries.ts';

const subjects = ['working_agreement', 'acknowledgement'];

export function usePortalAgreement(projectId: ProjectId) {
  return useApi(portalAgreements.get, { params: { projectId } }, { subjects });
}

export function usePortalAgreementWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}
