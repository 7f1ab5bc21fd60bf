import { createHmac, timingSafeEqual } from 'node:crypto';

/** What the addresses of this installation end in, and what they are signed with. */
export type MailSigning = { readonly domain: string; readonly key: string };

/** 80 bits of the signature: a local part holds 64 characters (RFC 5321), and nobody guesses 80 bits. */
const signatureBytes = 10;
const idBytes = 16;
/** Letters and digits that no mail server changes: RFC 4648 base 32, in lower case. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** The address that stands for what an id names: `reply+<id and signature>@domain`. */
export function writeAddress(
  purpose: 'reply' | 'record',
  id: string,
  { domain, key }: MailSigning,
): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  const token = Buffer.concat([bytes, signatureOf(bytes, key)]);
  return `${purpose}+${encode(token)}@${domain}`;
}

/** The id in an address of ours; null for any other address, and for one that somebody made up. */
export function readAddress(address: string, { domain, key }: MailSigning): string | null {
  const match = /^(?:reply|record)\+([a-z2-7]+)@(.+)$/.exec(address.trim().toLowerCase());
  if (!match || match[2] !== domain.toLowerCase()) return null;
  const token = decode(match[1] ?? '');
  if (token?.length !== idBytes + signatureBytes) return null;
  const bytes = token.subarray(0, idBytes);
  if (!timingSafeEqual(token.subarray(idBytes), signatureOf(bytes, key))) return null;
  const hex = bytes.toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function signatureOf(bytes: Buffer, key: string): Buffer {
  const mac = createHmac('sha256', key).update('mail-address').update(bytes).digest();
  return mac.subarray(0, signatureBytes);
}

function encode(bytes: Buffer): string {
  let [bits, held, text] = [0, 0, ''];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >> bits) & 31] ?? '';
      held &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + (alphabet[(held << (5 - bits)) & 31] ?? '') : text;
}

function decode(text: string): Buffer | null {
  let [bits, held] = [0, 0];
  const bytes: number[] = [];
  for (const letter of text) {
    const value = alphabet.indexOf(letter);
    if (value === -1) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
    held &= (1 << bits) - 1;
  }
  // What is left over must be nothing: one token has one spelling.
  return held === 0 ? Buffer.from(bytes) : null;
}
