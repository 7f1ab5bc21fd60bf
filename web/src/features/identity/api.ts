import type { Endpoint } from '@evenkeel/contract/endpoint';
import { identity } from '@evenkeel/contract/identity';
import { callApi } from '../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

/** Not a table that announces changes: this browser's own calls mark it stale. */
const subjects = ['login', 'member'];

export function useLogins() {
  return useApi(identity.logins, {}, { subjects: ['login'] });
}

/** Who is signed in, for pages outside of the frame. */
export function useVisitor() {
  return useApi(identity.session, {}, { subjects: ['workspace', 'member'] });
}

/** Any of the calls that change one's own login. */
export function useIdentityWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects });
}

export const signIn = (body: { email: string; password: string }) =>
  callApi(identity.signIn, { body });

export const signInWithCode = (body: { kind: 'authenticator' | 'backup'; code: string }) =>
  callApi(identity.signInWithCode, { body });

export const requestReset = (email: string) => callApi(identity.requestReset, { body: { email } });

export const resetPassword = (body: { token: string; password: string }) =>
  callApi(identity.resetPassword, { body });

export const confirmEmailChange = (link: string) =>
  callApi(identity.confirmEmailChange, { body: { link } });

export const signOut = () => callApi(identity.signOut);
