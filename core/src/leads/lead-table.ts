import { isEmailAddress } from '../contacts/channel.ts';
import { type CustomValue, longestCustomText } from '../custom-field.ts';
import { type ColumnManner, mannerOf } from '../custom-field-text.ts';
import { looseKey } from '../imports/name-match.ts';
import { type OwnField, ownFieldNamed } from '../imports/own-fields.ts';
import { ownValueFrom } from '../imports/own-values.ts';

/** What a column of a table of leads can hold beside the firm's own fields. */
export const leadColumns = [
  'name',
  'company',
  'jobTitle',
  'email',
  'phone',
  'source',
  'interest',
  'notes',
] as const;
/** What a column of a table of leads can hold. */
export type LeadColumn = (typeof leadColumns)[number];

/** A lead as a file says it. */
export type FileLead = Readonly<Record<'name' | 'source' | 'interest' | 'notes', string>> &
  Readonly<Record<'company' | 'jobTitle' | 'email' | 'phone', string | null>>;

/** One row of a file, numbered from 1 after the header; without a name it cannot be taken in. */
export type ReadLead = {
  readonly number: number;
  readonly lead: FileLead;
  /** Values of the firm's own fields by their ids. */
  readonly own: Readonly<Record<string, CustomValue>>;
  readonly problems: readonly { readonly column: string | null; readonly message: string }[];
};

/** Headers in the form of `looseKey`, as our own list, forms and fairs write them. */
const headers: Readonly<Record<LeadColumn, RegExp>> = {
  name: /^(lead|name|fullname|contact|contactname|person|ansprechpartner)$/,
  company: /^(company|companyname|account|organi[sz]ation|firm|firma|unternehmen|employer)$/,
  jobTitle: /^(jobtitle|title|position|role|function|funktion|titel)$/,
  email: /^((work|business)?e?mail(address|adresse)?)$/,
  phone: /^((work|business)?(phone|mobile|telephone|tel|telefon|handy)(number|nummer)?)$/,
  source: /^(source|leadsource|origin|campaign|quelle|herkunft)$/,
  interest: /^(interest|message|request|need|needs|topic|interesse|anfrage|nachricht)$/,
  notes: /^(notes?|comments?|remarks?|notizen|bemerkung(en)?)$/,
};

const longest: Readonly<Record<LeadColumn, number>> = {
  name: 300,
  company: 500,
  jobTitle: 500,
  email: 320,
  phone: 60,
  source: 500,
  interest: 20_000,
  notes: 20_000,
};

/**
 * What each column holds, by its header: a field of leads, one of the firm's own by its id, or null.
 * Nothing is held twice: of two columns alike the first counts.
 */
export function recogniseLeadColumns(
  header: readonly string[],
  fields: readonly OwnField[],
): (string | null)[] {
  const taken = new Set<string>();
  return header.map((text) => {
    const key = looseKey(text);
    const found =
      leadColumns.find((column) => headers[column].test(key)) ?? ownFieldNamed(fields, text)?.id;
    if (found === undefined || taken.has(found)) return null;
    taken.add(found);
    return found;
  });
}

type Table = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What each column holds, as `recogniseLeadColumns` says or somebody has chosen. */
  readonly holds: readonly (string | null)[];
  readonly fields: readonly OwnField[];
  readonly currency: string;
  readonly people: ReadonlyMap<string, string>;
};

/**
 * Reads the rows of a table of leads. What cannot be read is left out and named with its column.
 * Linear in the cells.
 */
export function readLeadRows(table: Table): ReadLead[] {
  const manners = table.header.map((_, at) =>
    mannerOf(
      table.rows.map((row) => (row[at] ?? '').trim()).filter((text) => text !== ''),
      table,
    ),
  );
  return table.rows.map((cells, index) => readRow(table, manners, { cells, number: index + 1 }));
}

type Row = { readonly cells: readonly string[]; readonly number: number };
type Problems = { column: string | null; message: string }[];

function readRow(table: Table, manners: readonly ColumnManner[], { cells, number }: Row): ReadLead {
  const problems: Problems = [];
  const said = new Map<string, string>();
  const own: Record<string, CustomValue> = {};
  for (const [at, holds] of table.holds.entries()) {
    const text = (cells[at] ?? '').trim();
    const manner = manners[at];
    if (holds === null || text === '' || !manner) continue;
    const column = table.header[at] ?? '';
    const field = table.fields.find(({ id }) => id === holds);
    if (!field) said.set(holds, cut(text, { column, holds }, problems));
    else {
      const value = ownFrom(text, { column, field, manner }, problems);
      if (value !== null) own[field.id] = value;
    }
  }
  return { number, own, problems, lead: leadFrom(said, problems) };
}

type OwnCell = {
  readonly column: string;
  readonly field: OwnField;
  readonly manner: ColumnManner;
};

/** A value of one of the firm's own fields; what is wrong with it is named. */
function ownFrom(
  text: string,
  { column, field, manner }: OwnCell,
  problems: Problems,
): CustomValue | null {
  const value = ownValueFrom(field, text, manner);
  if (value === null)
    problems.push({ column, message: `“${text}” is no value for ${field.name}; left out.` });
  else if (field.type === 'text' && text.length > longestCustomText)
    problems.push({ column, message: `Longer than ${longestCustomText} characters; cut off.` });
  return value;
}

function leadFrom(said: ReadonlyMap<string, string>, problems: Problems): FileLead {
  const orNull = (column: LeadColumn) => said.get(column) || null;
  const email = orNull('email');
  const isAddress = email === null || isEmailAddress(email);
  if (!isAddress)
    problems.push({ column: null, message: `“${email}” is no e-mail address; left out.` });
  const name = said.get('name') || (isAddress && email) || said.get('company') || '';
  if (name === '') problems.push({ column: null, message: 'The row names nobody.' });
  return {
    name,
    company: orNull('company'),
    jobTitle: orNull('jobTitle'),
    email: isAddress ? email : null,
    phone: orNull('phone'),
    source: said.get('source') ?? '',
    interest: said.get('interest') ?? '',
    notes: said.get('notes') ?? '',
  };
}

function cut(
  text: string,
  { column, holds }: { readonly column: string; readonly holds: string },
  problems: Problems,
): string {
  const most = leadColumns.find((one) => one === holds);
  const limit = most ? longest[most] : 0;
  if (text.length > limit)
    problems.push({ column, message: `Longer than ${limit} characters; cut off.` });
  return text.slice(0, limit);
}
