import { isEmailAddress } from './channel.ts';

/** A person as a vCard says them. */
export type CardContact = {
  readonly name: string;
  readonly jobTitle: string | null;
  readonly organisation: string | null;
  readonly emails: readonly { readonly email: string; readonly label: string }[];
  readonly phones: readonly { readonly phone: string; readonly label: string }[];
  readonly language: string | null;
  readonly notes: string;
};

/** One card of a file: what it says, and what is wrong with it. Numbered from 1. */
export type ReadCard = {
  readonly number: number;
  readonly contact: CardContact;
  /** In plain words; a card with a problem that leaves no name cannot be taken in. */
  readonly problems: readonly string[];
};

type Property = {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  readonly value: string;
};

/**
 * Reads every card of a file: vCard 4.0 (RFC 6350), 3.0 (RFC 2426) and what phones and Outlook still
 * write as 2.1 (bare parameters, quoted-printable with soft line breaks). Groups as Apple writes them
 * (`item1.EMAIL`) are read without their group. A line nobody understands is a problem of its card,
 * not of the file.
 */
export function readCards(text: string): ReadCard[] {
  const cards: ReadCard[] = [];
  let lines: string[] | null = null;
  const close = () => {
    if (lines !== null) cards.push(readCard(lines, cards.length + 1));
    lines = null;
  };
  for (const line of unfolded(text)) {
    if (/^(?:[\w-]+\.)?begin:vcard\s*$/i.test(line)) {
      close();
      lines = [];
    } else if (/^(?:[\w-]+\.)?end:vcard\s*$/i.test(line)) close();
    else lines?.push(line);
  }
  close();
  return cards;
}

/** Writes contacts as vCard 4.0 (RFC 6350), lines folded at 75 octets. */
export function writeCards(contacts: readonly CardContact[]): string {
  return contacts.flatMap(cardLines).map(folded).join('\r\n').concat('\r\n');
}

function cardLines(contact: CardContact): string[] {
  const words = contact.name.trim().split(/\s+/);
  const family = words.length > 1 ? (words.at(-1) ?? '') : '';
  const given = words.length > 1 ? words.slice(0, -1).join(' ') : contact.name;
  const typed = (label: string) => (/^[a-z0-9-]+$/i.test(label) ? `;TYPE=${label}` : '');
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `FN:${escaped(contact.name)}`,
    `N:${escaped(family)};${escaped(given)};;;`,
    ...(contact.organisation ? [`ORG:${escaped(contact.organisation)}`] : []),
    ...(contact.jobTitle ? [`TITLE:${escaped(contact.jobTitle)}`] : []),
    ...contact.emails.map(({ email, label }) => `EMAIL${typed(label)}:${escaped(email)}`),
    ...contact.phones.map(({ phone, label }) => `TEL${typed(label)}:${escaped(phone)}`),
    ...(contact.language ? [`LANG:${contact.language}`] : []),
    ...(contact.notes ? [`NOTE:${escaped(contact.notes)}`] : []),
    'END:VCARD',
  ];
}

/** Lines put together again: folded with a blank (3.0, 4.0), or broken softly with `=` (2.1). */
function unfolded(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    const last = lines.at(-1);
    const isSoft =
      last !== undefined &&
      /quoted-printable/i.test(last.split(':')[0] ?? '') &&
      last.endsWith('=');
    if (isSoft) lines[lines.length - 1] = last.slice(0, -1) + line.replace(/^\s+(?==)/, '');
    else if (/^[ \t]/.test(line) && last !== undefined)
      lines[lines.length - 1] = last + line.slice(1);
    else if (line !== '') lines.push(line);
  }
  return lines;
}

function readCard(lines: readonly string[], number: number): ReadCard {
  const problems: string[] = [];
  const properties = lines.flatMap((line): Property[] => {
    const property = readProperty(line);
    if (!property) problems.push(`“${line.slice(0, 40)}” is no line of a vCard and was left out.`);
    return property ? [property] : [];
  });
  const all = (name: string) => properties.filter((property) => property.name === name);
  const first = (name: string) => plain(all(name)[0]?.value ?? '').trim();
  const emails = all('email').flatMap((property) => {
    const email = plain(property.value)
      .trim()
      .replace(/^mailto:/i, '');
    if (isEmailAddress(email)) return [{ email, label: labelOf(property) }];
    if (email !== '') problems.push(`“${email}” is no e-mail address and was left out.`);
    return [];
  });
  const phones = all('tel').flatMap((property) => {
    const phone = plain(property.value).trim().replace(/^tel:/i, '');
    return phone.length >= 3 && phone.length <= 60 ? [{ phone, label: labelOf(property) }] : [];
  });
  const name = first('fn') || nameOf(all('n')[0]?.value ?? '') || emails[0]?.email || '';
  if (name === '') problems.push('The card names nobody.');
  const language = first('lang').toLowerCase();
  return {
    number,
    problems,
    contact: {
      name,
      jobTitle: first('title') || first('role') || null,
      organisation: parts(all('org')[0]?.value ?? '')[0]?.trim() || null,
      emails: once(emails, ({ email }) => email.toLowerCase()),
      phones: once(phones, ({ phone }) => phone),
      language: /^[a-z]{2,3}$/.test(language) ? language : null,
      notes: first('note'),
    },
  };
}

function readProperty(line: string): Property | null {
  const at = colonAfterQuotes(line);
  if (at <= 0) return null;
  const [head = '', ...rest] = line.slice(0, at).split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const name = head.replace(/^[\w-]+\./, '').toLowerCase();
  if (!/^[a-z0-9-]+$/.test(name)) return null;
  const parameters = new Map<string, string[]>();
  for (const part of rest) {
    // 2.1 writes bare values: `TEL;CELL:`.
    const [key = '', values] = part.includes('=') ? splitOnce(part) : ['type', part];
    const list = (values ?? '').replace(/"/g, '').split(',');
    parameters.set(key.toLowerCase(), [...(parameters.get(key.toLowerCase()) ?? []), ...list]);
  }
  const isQuoted = [...parameters.values()]
    .flat()
    .some((value) => /^quoted-printable$/i.test(value));
  const raw = line.slice(at + 1);
  return { name, parameters, value: isQuoted ? fromQuotedPrintable(raw) : raw };
}

function splitOnce(part: string): [string, string] {
  const at = part.indexOf('=');
  return [part.slice(0, at), part.slice(at + 1)];
}

/** The colon that ends the parameters: not one within quotes. */
function colonAfterQuotes(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') isQuoted = !isQuoted;
    else if (line[at] === ':' && !isQuoted) return at;
  }
  return -1;
}

/** RFC 2045, section 6.7, of UTF-8 text; what is no UTF-8 is taken as Latin 1. */
function fromQuotedPrintable(text: string): string {
  const octets = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  try {
    return decodeURIComponent(
      [...octets]
        .map((letter) =>
          letter.charCodeAt(0) < 256 ? percent(letter) : encodeURIComponent(letter),
        )
        .join(''),
    );
  } catch {
    return octets;
  }
}

function percent(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** A text value without its escapes. */
function plain(value: string): string {
  return value.replace(/\\([nN,;:\\])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark));
}

/** The parts of a structured value: `ORG:Firm;Department`. */
function parts(value: string): string[] {
  return value.split(/(?<!\\);/).map(plain);
}

/** `N:Family;Given;Additional;Prefixes;Suffixes` as people write it. */
function nameOf(value: string): string {
  const [family = '', given = '', additional = '', prefix = '', suffix = ''] = parts(value);
  return [prefix, given, additional, family, suffix]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ');
}

/** What an address is for, in the card's own words; what says nothing is left out. */
function labelOf({ parameters }: Property): string {
  const saying = (parameters.get('type') ?? [])
    .map((type) => type.trim().toLowerCase())
    .filter((type) => !['internet', 'pref', 'voice', 'x-internet', ''].includes(type));
  return saying[0] ?? '';
}

function once<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(keyOf(item)) && seen.add(keyOf(item)));
}

function escaped(text: string): string {
  return text.replace(/[\\,;]/g, (mark) => `\\${mark}`).replace(/\r\n|\n|\r/g, '\\n');
}

/** A line of at most 75 octets, the rest on lines that begin with a blank; no letter is cut in two. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter);
    if (octets + size > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += letter;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

function octetsOf(letter: string): number {
  const point = letter.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x1_0000 ? 3 : 4;
}
