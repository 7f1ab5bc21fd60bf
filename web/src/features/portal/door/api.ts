import { brandings } from '@evenkeel/contract/branding';
import { clientUsers } from '@evenkeel/contract/client-users';
import { identity } from '@evenkeel/contract/identity';
import type { WorkspaceId } from '@evenkeel/core/id';
import { callApi } from '../../../lib/api-client.ts';
import { useApi } from '../../../lib/queries.ts';

/** What an invitation link offers. Asked by POST, so that the secret stands in no address. */
export const showOffer = (token: string) => callApi(clientUsers.showOffer, { body: { token } });

export const acceptOffer = (body: {
  token: string;
  login: { name: string; password: string | null } | null;
}) => callApi(clientUsers.acceptOffer, { body });

export const requestSignInLink = (email: string) =>
  callApi(identity.requestSignInLink, { body: { email } });

export const signInWithLink = (token: string) =>
  callApi(identity.signInWithLink, { body: { token } });

/** How the firm looks whose link led here; nothing without one. */
export function useFirmFace(firm: string | null) {
  // The server refuses what is no id.
  const workspaceId = (firm ?? '') as WorkspaceId;
  return useApi(
    brandings.face,
    { params: { workspaceId } },
    { subjects: [], enabled: firm !== null },
  );
}
