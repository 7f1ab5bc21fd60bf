import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../app-error.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site makes a browser send. A cookie goes along with such a request, so
 * the browser's own word on where it comes from decides: `Sec-Fetch-Site`, else `Origin`. A bearer
 * token is never sent by a browser of its own accord, so it is exempt.
 */
export function refuseCrossSiteWrites(http: FastifyInstance, publicUrl: string): void {
  const ownOrigin = new URL(publicUrl).origin;
  http.addHook('onRequest', async (request) => {
    if (safeMethods.has(request.method) || isBearer(request)) return;
    if (!isFromHere(request, ownOrigin)) {
      throw new AppError(
        'cross-site',
        'This request did not come from a page of this server. Open Evenkeel and try there.',
      );
    }
  });
}

function isBearer(request: FastifyRequest): boolean {
  return /^bearer /i.test(request.headers.authorization ?? '');
}

function isFromHere(request: FastifyRequest, ownOrigin: string): boolean {
  const { origin, cookie } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin !== undefined) return origin === ownOrigin || hostOf(origin) === request.host;
  // No browser leaves both out; a program that brings no cookie either has nothing to abuse.
  return cookie === undefined;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
