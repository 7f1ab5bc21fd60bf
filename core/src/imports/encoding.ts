/** Text encodings told apart in files, by the names that `TextDecoder` knows. */
export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

/** One of `textEncodings`. */
export type TextEncoding = (typeof textEncodings)[number];

/**
 * The encoding of a text file, from its bytes: a byte order mark decides; else every second byte
 * zero means UTF-16; else well-formed UTF-8 is UTF-8 (text in another encoding is very rarely
 * well-formed UTF-8 by chance: M. Dürst, "The Properties and Promizes of UTF-8", 1997); else
 * Windows-1252. Linear in the length.
 */
export function detectEncoding(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = zeroShares(bytes);
  if (zeros.odd > 0.4 && zeros.even < 0.1) return 'utf-16le';
  if (zeros.even > 0.4 && zeros.odd < 0.1) return 'utf-16be';
  return isWellFormedUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/**
 * Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7): no overlong form, no surrogate,
 * nothing above U+10FFFF, nothing cut off.
 */
export function isWellFormedUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/** What may follow a first byte: range of the second byte, and how many bytes in all. */
type Lead = readonly [first: number, last: number, low: number, high: number, length: number];

const leads: readonly Lead[] = [
  [0xc2, 0xdf, 0x80, 0xbf, 2],
  [0xe0, 0xe0, 0xa0, 0xbf, 3],
  [0xe1, 0xec, 0x80, 0xbf, 3],
  [0xed, 0xed, 0x80, 0x9f, 3],
  [0xee, 0xef, 0x80, 0xbf, 3],
  [0xf0, 0xf0, 0x90, 0xbf, 4],
  [0xf1, 0xf3, 0x80, 0xbf, 4],
  [0xf4, 0xf4, 0x80, 0x8f, 4],
];

/** Bytes of the well-formed sequence that starts at `at`, 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0xff;
  if (byte < 0x80) return 1;
  const lead = leads.find(([first, last]) => byte >= first && byte <= last);
  if (lead === undefined) return 0;
  const [, , low, high, length] = lead;
  const second = bytes[at + 1] ?? 0;
  const isSound = second >= low && second <= high && areContinuations(bytes, at + 2, length - 2);
  return isSound ? length : 0;
}

function areContinuations(bytes: Uint8Array, from: number, count: number): boolean {
  for (let at = from; at < from + count; at += 1) {
    const byte = bytes[at];
    if (byte === undefined || byte < 0x80 || byte > 0xbf) return false;
  }
  return true;
}

/** Share of zero bytes at even and odd places of the first 4,096 bytes. */
function zeroShares(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  const length = Math.min(bytes.length, 4096);
  if (length < 4) return { even: 0, odd: 0 };
  const zeros = [0, 0];
  for (let at = 0; at < length; at += 1) {
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  return { even: even / Math.ceil(length / 2), odd: odd / Math.floor(length / 2) };
}
