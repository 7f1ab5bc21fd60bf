import type { Endpoint } from '@evenkeel/contract/endpoint';
import { apiTokens, members } from '@evenkeel/contract/members';
import { callApi } from '../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

export function useMembers() {
  return useApi(members.list, {}, { subjects: ['member', 'person'] });
}

export function useInvitations(enabled: boolean) {
  return useApi(members.invitations, {}, { subjects: ['invitation', 'member'], enabled });
}

/** Any of the calls that write members and invitations. */
export function useMemberWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['member', 'invitation'] });
}

export function useApiTokens() {
  return useApi(apiTokens.list, {}, { subjects: ['api_token', 'member'] });
}

export function useTokenWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['api_token'] });
}

/** What an invitation link offers. Asked by POST, so that the secret stands in no address. */
export const showOffer = (token: string) => callApi(members.showOffer, { body: { token } });

export const acceptOffer = (body: {
  token: string;
  login: { name: string; password: string } | null;
}) => callApi(members.acceptOffer, { body });
