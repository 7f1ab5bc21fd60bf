import { createHmac, timingSafeEqual } from 'node:crypto';
import { emailAddress } from '@evenkeel/contract/identity';
import { isId, type UserId } from '@evenkeel/core/id';
import { z } from 'zod';

/** What a link to a new address says: whose login, from which address to which, until when. */
export type EmailChange = {
  readonly userId: UserId;
  readonly from: string;
  readonly to: string;
  /** Milliseconds since 1970. */
  readonly until: number;
};

/**
 * A link that needs no row: what it says is signed with the server's key. It works once, since the
 * login bears the old address only until then.
 */
export function writeLink(change: EmailChange, secret: string): string {
  const said = Buffer.from(JSON.stringify(change)).toString('base64url');
  return `${said}.${signature(said, secret).toString('base64url')}`;
}

/** What a link says; null when it is not ours or over. */
export function readLink(link: string, secret: string, now: number): EmailChange | null {
  const [said = '', given = ''] = link.split('.');
  const own = signature(said, secret);
  const theirs = Buffer.from(given, 'base64url');
  if (theirs.length !== own.length || !timingSafeEqual(theirs, own)) return null;
  const change = signed.parse(JSON.parse(Buffer.from(said, 'base64url').toString()));
  return change.until < now ? null : change;
}

const signed = z.object({
  userId: z.custom<UserId>((value) => typeof value === 'string' && isId(value)),
  from: emailAddress,
  to: emailAddress,
  until: z.number(),
});

/** The purpose stands in what is signed, so that no cookie can pass for a link. */
function signature(said: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`email-change ${said}`).digest();
}
