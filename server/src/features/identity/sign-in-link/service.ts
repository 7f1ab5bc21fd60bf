import { limits, spend } from '../attempts/service.ts';
import type { Cookies, Visit } from '../better-auth.ts';
import { sessionToken } from '../credentials.ts';
import type { Identity } from '../identity.ts';
import { deleteSessionByToken } from '../repository.ts';
import * as repository from './repository.ts';

/**
 * Sends a link that signs in once, for a quarter of an hour. Answers before it looks, so that neither
 * words nor time say whether there is such a login.
 */
export async function requestSignInLink(
  identity: Identity,
  visit: Visit,
  email: string,
): Promise<void> {
  await spend(identity.logins, [
    { limit: limits.signInLinkAddress, key: visit.address },
    { limit: limits.signInLinkLogin, key: email },
  ]);
  identity.background(sendTo(identity, visit, email));
}

export async function signInWithLink(
  identity: Identity,
  visit: Visit,
  token: string,
): Promise<Cookies> {
  await spend(identity.logins, [{ limit: limits.link, key: visit.address }]);
  const cookies = await identity.library.signInWithLink(visit, token);
  // Whoever signs in anew leaves no older session of this browser behind.
  const earlier = sessionToken(visit.cookie, identity.cookieName, identity.secret);
  if (earlier !== null) await deleteSessionByToken(identity.logins, earlier);
  return cookies;
}

async function sendTo(identity: Identity, visit: Visit, email: string): Promise<void> {
  const reader = await repository.findReader(identity.logins, email);
  // Two-step sign-in would be worth nothing if a mailbox alone could pass it by.
  if (!reader || reader.two_factor_enabled) return;
  // The firm let this login in by its own link: a letter to its address takes no password from it.
  await repository.trustAddress(identity.logins, reader.user_id);
  await identity.library.requestSignInLink(visit, email);
}
