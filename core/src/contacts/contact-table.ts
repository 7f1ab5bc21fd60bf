import { looseKey } from '../imports/name-match.ts';
import { isEmailAddress, languagePattern } from './channel.ts';
import type { CardContact } from './vcard.ts';

/** What a column of a table of contacts can hold. */
export const contactColumns = [
  'name',
  'given-name',
  'family-name',
  'job-title',
  'organisation',
  'email',
  'phone',
  'language',
  'notes',
] as const;
export type ContactColumn = (typeof contactColumns)[number];

/** What is wrong with a row, and in which column; null for the row as a whole. */
export type ContactProblem = { readonly column: string | null; readonly message: string };

/** One contact of a file, numbered from 1 after the header; without a name it cannot be taken in. */
export type ReadContact = {
  readonly number: number;
  readonly contact: CardContact;
  readonly problems: readonly ContactProblem[];
};

/** Headers in the form of `looseKey`, as our own lists, Outlook, Google and Apple write them. */
const headers: Readonly<Record<ContactColumn, RegExp>> = {
  name: /^(name|fullname|displayname|contact|contactname|person|fileas)$/,
  'given-name': /^(firstname|givenname|forename|vorname|prenom|nombre)$/,
  'family-name': /^(lastname|surname|familyname|nachname|nomdefamille|apellidos?)$/,
  'job-title': /^(jobtitle|title|position|role|function|organization1?title|funktion|titel)$/,
  organisation:
    /^(accounts?|company|companyname|firm|organi[sz]ation|organization1?name|employer|firma|unternehmen|societe)$/,
  email:
    /^(primary|work|business|home|other|personal)?(e?mail)(address|addresses|adresse)?\d*(address|value)?$/,
  phone:
    /^(primary|work|business|home|other|company|main)?(phone|mobile|mobilephone|telephone|tel|telefon|handy|cell|cellphone)(number|nummer|numbers)?\d*(value)?$/,
  language: /^(language|lang|preferredlanguage|sprache)$/,
  notes: /^(notes?|comments?|remarks?|notizen|bemerkung(en)?)$/,
};

const longest = { name: 300, line: 500, notes: 20_000 } as const;

/** What each column holds, by its header; null for those that are left out. */
export function recogniseContactColumns(header: readonly string[]): (ContactColumn | null)[] {
  return header.map((text) => {
    const key = looseKey(text);
    return contactColumns.find((column) => headers[column].test(key)) ?? null;
  });
}

/**
 * Reads the rows of a table of contacts. What cannot be read is left out and named with its column;
 * several addresses in one cell are parted at `;`, `,` or `:::`. Linear in the cells.
 * @example readContactRows(['Name', 'E-mail'], [['Anna Berg', 'anna@x.example']])
 */
export function readContactRows(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): ReadContact[] {
  const columns = recogniseContactColumns(header);
  return rows.map((cells, index) => readRow({ header, columns, cells }, index + 1));
}

type Row = {
  readonly header: readonly string[];
  readonly columns: readonly (ContactColumn | null)[];
  readonly cells: readonly string[];
};
type Cell = { readonly column: string; readonly text: string };

function readRow(row: Row, number: number): ReadContact {
  const problems: ContactProblem[] = [];
  const first = (column: ContactColumn) => cellsOf(row, column)[0];
  const line = (column: ContactColumn, most: number) => cut(first(column), most, problems);
  const emails = readEmails(cellsOf(row, 'email'), problems);
  const together = [first('given-name')?.text, first('family-name')?.text]
    .filter(Boolean)
    .join(' ');
  const name = line('name', longest.name) || together.slice(0, longest.name) || emails[0]?.email;
  if (!name) problems.push({ column: null, message: 'The row names nobody.' });
  return {
    number,
    problems,
    contact: {
      name: name ?? '',
      jobTitle: line('job-title', longest.line) || null,
      organisation: line('organisation', longest.name) || null,
      emails,
      phones: readPhones(cellsOf(row, 'phone'), problems),
      language: readLanguage(first('language'), problems),
      notes: line('notes', longest.notes),
    },
  };
}

/** The cells that hold something of a kind, with the names of their columns. */
function cellsOf({ header, columns, cells }: Row, wanted: ContactColumn): Cell[] {
  return columns.flatMap((column, at) => {
    const text = (cells[at] ?? '').trim();
    return column === wanted && text !== '' ? [{ column: header[at] ?? '', text }] : [];
  });
}

function cut(cell: Cell | undefined, most: number, problems: ContactProblem[]): string {
  if (!cell) return '';
  if (cell.text.length > most)
    problems.push({ column: cell.column, message: `Longer than ${most} characters; cut off.` });
  return cell.text.slice(0, most);
}

function readEmails(cells: readonly Cell[], problems: ContactProblem[]): CardContact['emails'] {
  const found = new Map<string, { email: string; label: string }>();
  for (const { column, text } of cells) {
    for (const part of partsOf(text)) {
      const email = part.replace(/^mailto:/i, '');
      if (!isEmailAddress(email))
        problems.push({ column, message: `“${part}” is no e-mail address and is left out.` });
      else if (!found.has(email.toLowerCase()))
        found.set(email.toLowerCase(), { email, label: '' });
    }
  }
  return [...found.values()].slice(0, 20);
}

function readPhones(cells: readonly Cell[], problems: ContactProblem[]): CardContact['phones'] {
  const found = new Map<string, { phone: string; label: string }>();
  for (const { column, text } of cells) {
    for (const phone of partsOf(text)) {
      if (phone.length < 3 || phone.length > 60 || !/\d/.test(phone))
        problems.push({ column, message: `“${phone}” is no phone number and is left out.` });
      else found.set(phone, { phone, label: '' });
    }
  }
  return [...found.values()].slice(0, 20);
}

function readLanguage(cell: Cell | undefined, problems: ContactProblem[]): string | null {
  if (!cell) return null;
  const [language = '', region] = cell.text.split(/[-_]/);
  const code = [language.toLowerCase(), region?.toUpperCase()].filter(Boolean).join('-');
  if (languagePattern.test(code)) return code;
  problems.push({
    column: cell.column,
    message: `“${cell.text}” is no language code such as de or pt-BR and is left out.`,
  });
  return null;
}

function partsOf(text: string): string[] {
  return text
    .split(/\s*(?::::|[;,\n])\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
