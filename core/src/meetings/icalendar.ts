/** The value of a property: parameters by name, and the text as it stands in the file. */
export type CalendarLine = {
  readonly name: string;
  readonly parameters?: Readonly<Record<string, string>>;
  /** Written as it is: make text safe with `calendarText` first. */
  readonly value: string;
};

/** A component with its lines and the components within it. */
export type CalendarPart = {
  readonly name: string;
  readonly lines: readonly CalendarLine[];
  readonly parts?: readonly CalendarPart[];
};

/** Octets of a line of a file, without its end (RFC 5545, 3.1). */
const mostOctets = 75;

/** Text as a value: backslash, comma, semicolon and line break are escaped (RFC 5545, 3.3.11). */
export function calendarText(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(controls, '');
}

/**
 * A calendar file after RFC 5545: lines end in CRLF and are folded at 75 octets, never within a
 * character; values of parameters are quoted after RFC 6868.
 */
export function calendarFile(part: CalendarPart): string {
  return `${linesOf(part).map(fold).join('\r\n')}\r\n`;
}

function linesOf({ name, lines, parts = [] }: CalendarPart): string[] {
  return [`BEGIN:${name}`, ...lines.map(lineOf), ...parts.flatMap(linesOf), `END:${name}`];
}

function lineOf({ name, parameters = {}, value }: CalendarLine): string {
  const given = Object.entries(parameters).map(([key, text]) => `;${key}=${parameterValue(text)}`);
  return `${name}${given.join('')}:${value}`;
}

function parameterValue(text: string): string {
  const safe = text
    .replaceAll('^', '^^')
    .replaceAll('"', "^'")
    .replaceAll(/\r\n|\r|\n/g, '^n')
    .replaceAll(controls, '');
  return /[:;,^ ]/.test(safe) ? `"${safe}"` : safe;
}

// Control characters other than line breaks and tabs have no place in a file.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

function fold(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    // A continuation begins with a blank, which counts.
    if (octets + size > mostOctets) {
      pieces.push(piece);
      piece = '';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n ');
}

/** Octets of a character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
