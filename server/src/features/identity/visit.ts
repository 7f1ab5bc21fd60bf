import type { Endpoint } from '@evenkeel/contract/endpoint';
import type { Call } from '../../platform/http/implement.ts';
import type { Cookies, Visit } from './better-auth.ts';

/** What signing in needs to know of a request. */
export function visitOf(request: Call<Endpoint>['request']): Visit {
  const { cookie, 'user-agent': userAgent } = request.headers;
  return {
    cookie: typeof cookie === 'string' ? cookie : undefined,
    userAgent: typeof userAgent === 'string' ? userAgent.slice(0, 500) : undefined,
    address: request.address,
  };
}

/** Sends cookies with the answer; returns the empty answer that usually goes with them. */
export function sendCookies(
  reply: Call<Endpoint>['reply'],
  cookies: Cookies,
): Record<string, never> {
  for (const cookie of cookies) reply.header('set-cookie', cookie);
  return {};
}
