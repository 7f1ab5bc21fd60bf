import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What every API token begins with, so that people and scanners of leaked secrets recognise it. */
export const apiTokenPrefix = 'evenkeel_';

/** A secret that nobody can guess: 256 bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** All that is kept of a secret. It has no pattern to guess from, so a fast hash does. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The bearer token of a request; null when it brings none. */
export function bearerToken(authorization: string | undefined): string | null {
  const found = /^bearer +(\S+)$/i.exec(authorization ?? '');
  return found?.[1] ?? null;
}

/**
 * The session token in a Cookie header, if its signature is ours. The cookie holds
 * `token.signature`, the signature being base64 of HMAC-SHA-256, as better-auth writes it.
 */
export function sessionToken(
  cookieHeader: string | undefined,
  cookieName: string,
  secret: string,
): string | null {
  const value = cookieValue(cookieHeader ?? '', cookieName);
  if (value === null) return null;
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const own = createHmac('sha256', secret).update(token).digest();
  return given.length === own.length && timingSafeEqual(given, own) ? token : null;
}

function cookieValue(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    if (equals < 0 || pair.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(pair.slice(equals + 1).trim());
    } catch {
      // Not written by us: the same as no cookie.
      return null;
    }
  }
  return null;
}
