import type { Endpoint } from '@evenkeel/contract/endpoint';
import { workingAgreements } from '@evenkeel/contract/working-agreements';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const own = ['working_agreement', 'acknowledgement'];
const spoken = ['interaction', 'account', 'project', 'contact', 'phase', 'person', 'member'];

/** The working agreement of a client project, and how contact with the client stands. */
export function useAgreement(projectId: ProjectId) {
  return useApi(
    workingAgreements.get,
    { params: { projectId } },
    { subjects: [...own, ...spoken, 'contact_account'] },
  );
}

/** Running client projects by when we should speak with the client. */
export function useContactsDue(isMine: boolean) {
  return useApi(
    workingAgreements.contactsDue,
    { query: { mine: isMine ? 'true' : 'false' } },
    { subjects: ['working_agreement', 'interaction', 'account', 'project', 'person'] },
  );
}

/** Any of the calls that write agreements. */
export function useAgreementWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: own });
}
