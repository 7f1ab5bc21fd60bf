import { clientStakeholders } from '@evenkeel/contract/client-stakeholders';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = [
  'project_contact',
  'contact',
  'contact_account',
  'account',
  'project',
  'interaction',
  'interaction_contact',
];

/** The register of stakeholders of a client project. */
export function useClientStakeholders(projectId: ProjectId) {
  return useApi(clientStakeholders.list, { params: { id: projectId } }, { subjects });
}

/** Any of the calls that write the register. */
export function useStakeholderWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['project_contact'] });
}
