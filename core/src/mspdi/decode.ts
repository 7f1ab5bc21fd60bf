/**
 * Text of an XML file's bytes: by its byte order mark, else by its first bytes, else by the encoding
 * it declares (UTF-8, UTF-16, ISO 8859-1, windows-1252). What is not valid becomes U+FFFD.
 */
export function decodeXml(bytes: Uint8Array): string {
  const [a, b, c] = [bytes[0], bytes[1], bytes[2]];
  if (a === 0xef && b === 0xbb && c === 0xbf) return utf8(bytes.subarray(3));
  if (a === 0xff && b === 0xfe) return utf16(bytes.subarray(2), true);
  if (a === 0xfe && b === 0xff) return utf16(bytes.subarray(2), false);
  if (a === 0x3c && b === 0) return utf16(bytes, true);
  if (a === 0 && b === 0x3c) return utf16(bytes, false);
  const head = latin1(bytes.subarray(0, 200));
  const declared = /encoding\s*=\s*["']([\w.-]+)["']/i.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  return /1252|8859|latin|ascii|ansi/.test(declared) ? latin1(bytes) : utf8(bytes);
}

/** Code points of the bytes 0x80 to 0x9F in windows-1252. */
const windows1252 = [
  0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
  0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
];

function latin1(bytes: Uint8Array): string {
  return textOf(bytes.length, (put) => {
    for (const byte of bytes)
      put(byte >= 0x80 && byte < 0xa0 ? (windows1252[byte - 0x80] ?? 0xfffd) : byte);
  });
}

function utf16(bytes: Uint8Array, isLittle: boolean): string {
  return textOf(bytes.length / 2, (put) => {
    for (let i = 0; i + 1 < bytes.length; i += 2) {
      const [first, second] = [bytes[i] ?? 0, bytes[i + 1] ?? 0];
      put(isLittle ? first | (second << 8) : (first << 8) | second);
    }
  });
}

function utf8(bytes: Uint8Array): string {
  return textOf(bytes.length, (put) => {
    let i = 0;
    while (i < bytes.length) {
      const length = lengthFrom(bytes[i] ?? 0);
      const point = sequence(bytes, i, length);
      put(point < 0 ? 0xfffd : point);
      i += point < 0 ? 1 : length;
    }
  });
}

/** Bytes of the sequence that begins so; 0 when none can. */
function lengthFrom(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

/** Code point of a sequence of UTF-8; -1 when it is none. */
function sequence(bytes: Uint8Array, start: number, length: number): number {
  const first = bytes[start] ?? 0;
  if (length < 2) return length === 1 ? first : -1;
  let point = first & (0xff >> (length + 1));
  for (let i = 1; i < length; i += 1) {
    const byte = bytes[start + i] ?? 0;
    if ((byte & 0xc0) !== 0x80) return -1;
    point = (point << 6) | (byte & 0x3f);
  }
  return point;
}

function textOf(size: number, fill: (put: (point: number) => void) => void): string {
  const parts: string[] = [];
  let units: number[] = [];
  const flush = () => {
    parts.push(String.fromCharCode(...units));
    units = [];
  };
  fill((point) => {
    if (point > 0xffff) {
      const rest = point - 0x10000;
      units.push(0xd800 + (rest >> 10), 0xdc00 + (rest & 0x3ff));
    } else units.push(point);
    if (units.length > Math.min(size, 8000)) flush();
  });
  flush();
  return parts.join('');
}
