import type { Endpoint } from '@evenkeel/contract/endpoint';
import { workingAgreements } from '@evenkeel/contract/working-agreements';
import type { AccountId, ProjectId } from '@evenkeel/core/id';
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

/** Whose contacts: of my projects, of an account, or of everybody. */
export type ContactsWhere = { readonly isMine?: boolean; readonly accountId?: AccountId };

/** Running client projects by when we should speak with the client. */
export function useContactsDue({ isMine = false, accountId }: ContactsWhere) {
  return useApi(
    workingAgreements.contactsDue,
    { query: { mine: isMine ? 'true' : 'false', ...(accountId ? { accountId } : {}) } },
    { subjects: ['working_agreement', 'interaction', 'account', 'project', 'person'] },
  );
}

/** Any of the calls that write agreements. */
export function useAgreementWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: own });
}
