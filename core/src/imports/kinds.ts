/** What a file of an import can hold. `people` are sales teams: agents with manager and office. */
export const importKinds = ['accounts', 'products', 'people', 'deals'] as const;

/** One of `importKinds`. */
export type ImportKind = (typeof importKinds)[number];

/** How the cells of a field are read. `reference` names another record. */
export type FieldType = 'text' | 'key' | 'whole-number' | 'year' | 'money' | 'date' | 'reference';

/** A place in Evenkeel into which a column can go. */
export type ImportField = {
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  readonly isRequired: boolean;
  /** Headers other programs give it, in the form `headerKey` makes. */
  readonly synonyms: readonly string[];
};

/** The fields of each kind, the ones that matter most first. */
export const importFields: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  accounts: [
    required(
      'name',
      'Name',
      'text',
      'account|account name|company|company name|client|customer|organisation|organization',
    ),
    field('sector', 'Sector', 'text', 'sector|industry|branch|vertical'),
    field(
      'country',
      'Country',
      'text',
      'country|office location|location|headquarters|hq|billing country',
    ),
    field(
      'employees',
      'Employees',
      'whole-number',
      'employees|number of employees|headcount|staff|company size',
    ),
    field(
      'annualRevenue',
      'Annual revenue',
      'money',
      'revenue|annual revenue|turnover|yearly revenue',
    ),
    field(
      'foundedYear',
      'Founded',
      'year',
      'year established|founded|year founded|established|founding year',
    ),
    field(
      'parent',
      'Parent account',
      'reference',
      'subsidiary of|parent|parent account|parent company',
    ),
    field('owner', 'Owner', 'reference', 'account owner|owner|account manager'),
    field('website', 'Website', 'text', 'website|web site|url|domain|homepage'),
    field('notes', 'Notes', 'text', 'notes|description|comments|remarks'),
    field(
      'externalKey',
      'Key in the other system',
      'key',
      'account id|company id|customer id|record id|id',
    ),
  ],
  products: [
    required('name', 'Name', 'text', 'product|product name|item|item name|service|service name'),
    field('series', 'Series', 'text', 'series|product series|family|product family|category|line'),
    field(
      'price',
      'Price',
      'money',
      'sales price|price|list price|unit price|retail price|suggested retail price',
    ),
  ],
  people: [
    required(
      'name',
      'Name',
      'text',
      'sales agent|agent|sales rep|rep|representative|person|employee|full name|salesperson',
    ),
    field('team', 'Team', 'reference', 'regional office|team|office|region|department|sales team'),
    field(
      'manager',
      'Manager',
      'reference',
      'manager|sales manager|supervisor|reports to|team lead',
    ),
    field('email', 'E-mail', 'text', 'email|e mail|email address|mail'),
  ],
  deals: [
    field(
      'externalKey',
      'Key in the other system',
      'key',
      'opportunity id|deal id|record id|opportunity key|id',
    ),
    field('name', 'Name', 'text', 'opportunity name|deal name|opportunity|deal|subject|title'),
    field(
      'account',
      'Account',
      'reference',
      'account|account name|company|company name|client|customer|organisation|organization',
    ),
    field('product', 'Product', 'reference', 'product|product name|item|service'),
    field(
      'owner',
      'Owner',
      'reference',
      'sales agent|agent|owner|deal owner|opportunity owner|sales rep|rep|assigned to|salesperson',
    ),
    required(
      'stage',
      'Stage',
      'reference',
      'deal stage|stage|opportunity stage|sales stage|pipeline stage|stage name',
    ),
    field(
      'value',
      'Value',
      'money',
      'close value|value|amount|deal value|deal amount|opportunity amount|contract value|price',
    ),
    field(
      'openedOn',
      'Opened on',
      'date',
      'engage date|opened on|open date|created date|create date|start date|created on|created',
    ),
    field(
      'closeOn',
      'Close date',
      'date',
      'close date|closed date|closed on|expected close|expected close date|closing date',
    ),
    field(
      'contractSignedOn',
      'Contract signed on',
      'date',
      'contract signed|contract signed on|contract date|signed date|signed on',
    ),
    field(
      'lostReason',
      'Lost because',
      'text',
      'lost reason|loss reason|closed lost reason|reason lost',
    ),
    field('nextStep', 'Next step', 'text', 'next step|next steps|next action'),
    field('notes', 'Notes', 'text', 'notes|description|comments|remarks'),
  ],
};

/** The field of a kind with this key, if it has one. */
export function importField(kind: ImportKind, key: string): ImportField | undefined {
  return importFields[kind].find((candidate) => candidate.key === key);
}

/**
 * A header in the form in which headers are compared: words in lower case with one space between.
 * @example headerKey('Close_Date') // 'close date'
 * @example headerKey('closeDate') // 'close date'
 */
export function headerKey(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * What identifies files of one origin: their headers, in order. A mapping is remembered under it.
 */
export function headerSignature(header: readonly string[]): string {
  return header.map(headerKey).join('|');
}

function field(key: string, label: string, type: FieldType, synonyms: string): ImportField {
  return { key, label, type, isRequired: false, synonyms: synonyms.split('|') };
}

function required(...[key, label, type, synonyms]: Parameters<typeof field>): ImportField {
  return { ...field(key, label, type, synonyms), isRequired: true };
}
