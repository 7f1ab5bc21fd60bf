/**
 * What became of a mail that came in: it landed on its record; it waits for somebody to look at it; it
 * was dropped for it says nothing to anybody; or somebody discarded it.
 */
export const mailStates = ['landed', 'waiting', 'dropped', 'discarded'] as const;
/** What became of a mail that came in. */
export type MailState = (typeof mailStates)[number];

/** Why a mail waits to be looked through. */
export const waitingReasons = [
  'other-sender',
  'forged',
  'not-allowed',
  'gone',
  'too-large',
] as const;
/** Why a mail waits to be looked through. */
export type WaitingReason = (typeof waitingReasons)[number];

/** Why a mail was dropped: nobody wrote it, it came from ourselves, or there is nothing in it. */
export const dropReasons = ['automatic', 'bounce', 'loop', 'empty'] as const;
/** Why a mail was dropped. */
export type DropReason = (typeof dropReasons)[number];

/** The head of a mail: names in lower case, with all values of each. */
export type MailHead = ReadonlyMap<string, readonly string[]>;

/** The head of our own mails that says which installation sent them. */
export const ownHead = 'x-evenkeel';

/**
 * Why a mail is no answer of a person, by what its head says (RFC 3834, and what programs do instead);
 * null for one that is. `returnPath` is the sender of the envelope: empty for what mail servers send
 * back.
 */
export function dropReason(
  head: MailHead,
  { returnPath, domain }: { readonly returnPath: string | null; readonly domain: string },
): DropReason | null {
  const has = (name: string, pattern: RegExp) =>
    (head.get(name) ?? []).some((value) => pattern.test(value.trim()));
  if (has(ownHead, new RegExp(`^${domain.replaceAll('.', '\\.')}$`, 'i'))) return 'loop';
  if (returnPath === '' || has('return-path', /^<>$/)) return 'bounce';
  if (has('content-type', /^multipart\/report\b/i)) return 'bounce';
  if (has('from', /\b(?:mailer-daemon|postmaster)@/i)) return 'bounce';
  if (has('auto-submitted', /^(?!no\b)/i)) return 'automatic';
  if (has('precedence', /^(?:bulk|junk|list|auto_reply)$/i)) return 'automatic';
  if (head.has('x-autoreply') || head.has('x-autorespond') || head.has('list-id'))
    return 'automatic';
  return null;
}

/** Whether the mail server before us found that its sender is not who the mail says (DMARC). */
export function isForged(head: MailHead): boolean {
  return (head.get('authentication-results') ?? []).some((value) => /\bdmarc=fail\b/i.test(value));
}
