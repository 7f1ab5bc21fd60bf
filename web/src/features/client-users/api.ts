import { clientUsers } from '@evenkeel/contract/client-users';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import { portalSettings, shareLinks } from '@evenkeel/contract/portal-settings';
import type { AccountId, ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const userSubjects = ['client_access', 'invitation', 'member', 'account', 'project', 'contact'];

/** Client users and open invitations of an account, or of one project. */
export function useClientUsers(place: { accountId?: AccountId; projectId?: ProjectId }) {
  return useApi(clientUsers.list, { query: place }, { subjects: userSubjects });
}

/** Any of the calls that write client users and their invitations. */
export function useClientUserWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['client_access', 'invitation', 'member'] });
}

export function usePortalSettings(id: ProjectId) {
  return useApi(
    portalSettings.get,
    { params: { id } },
    { subjects: ['project', 'task', 'file', 'comment', 'account'] },
  );
}

/** Any of the calls that change what a client sees. */
export function usePortalSettingsWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['project', 'task', 'file'] });
}

export function useShareLinks(id: ProjectId) {
  return useApi(shareLinks.list, { params: { id } }, { subjects: ['share_link', 'member'] });
}

export function useShareLinkWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['share_link'] });
}
