/** How somebody likes to be reached (CR-18). */
export const contactChannels = ['email', 'phone', 'video', 'meeting', 'message', 'post'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** Each channel in the words of the screens. */
export const channelLabels: Readonly<Record<ContactChannel, string>> = {
  email: 'E-mail',
  phone: 'Phone',
  video: 'Video call',
  meeting: 'Meeting in person',
  message: 'Text message',
  post: 'Letter',
};

/** A language as BCP 47 writes it: two or three letters, and a region if it matters (`pt-BR`). */
export const languagePattern = /^[a-z]{2,3}(-[A-Z]{2})?$/;

/** Whether `text` has the form of an e-mail address: one at-sign, a name before it, a domain after. */
export function isEmailAddress(text: string): boolean {
  return text.length <= 320 && /^[^\s@,;<>"]+@[^\s@,;<>".]+(\.[^\s@,;<>".]+)+$/.test(text);
}

/**
 * An address in the form in which two count as the same.
 * @example emailKey(' Anna@Example.COM ') // 'anna@example.com'
 */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * A phone number in the form in which two count as the same: its digits, `00` for a leading plus
 * taken away, so that `+49 (0)30 12-34` and `0049 (0)30 1234` meet.
 * @example phoneKey('+1 555-0100') // '15550100'
 */
export function phoneKey(phone: string): string {
  return phone.replace(/\D+/g, '').replace(/^00/, '');
}
