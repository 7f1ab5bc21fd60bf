import type {
  ImportColumn,
  ImportCounts,
  ImportFile,
  ImportGroup,
  ImportPreview,
  ImportState,
} from '@evenkeel/contract/imports';
import { type AmountScale, toMinor } from '@evenkeel/core/imports/amount';
import { type DateOrder, parseDate } from '@evenkeel/core/imports/date-order';
import { type ImportField, type ImportKind, importFields } from '@evenkeel/core/imports/kinds';
import { type DecimalMark, parseNumber } from '@evenkeel/core/imports/number-format';
import { columnField, ownImportField } from '@evenkeel/core/imports/own-fields';
import type { Choice, ChoiceOption, RecordKind } from '@evenkeel/core/imports/problem';
import type { OwnFields } from '@evenkeel/core/imports/recognise';
import { money } from '@evenkeel/core/money';
import { formatDate } from '../../ui/format/date.ts';
import { formatMoney } from '../../ui/format/money.ts';
import { formatNumber, formatPercent } from '../../ui/format/number.ts';

export const kindWords: Readonly<Record<ImportKind, string>> = {
  accounts: 'Accounts',
  products: 'Products',
  people: 'People and teams',
  deals: 'Deals',
};

export const recordWords: Readonly<Record<RecordKind, { one: string; many: string }>> = {
  account: { one: 'account', many: 'accounts' },
  product: { one: 'product', many: 'products' },
  person: { one: 'person', many: 'people' },
  team: { one: 'team', many: 'teams' },
  stage: { one: 'stage', many: 'stages' },
  deal: { one: 'deal', many: 'deals' },
};

/** In the order in which people think of them. */
export const shownKinds: readonly RecordKind[] = [
  'account',
  'deal',
  'product',
  'person',
  'team',
  'stage',
];

export const stateWords: Readonly<Record<ImportState, string>> = {
  draft: 'Not run yet',
  running: 'Running',
  interrupted: 'Interrupted',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
  undone: 'Undone',
};

export const orderWords: Readonly<Record<DateOrder, string>> = {
  'year-month-day': 'Year first',
  'day-month-year': 'Day first',
  'month-day-year': 'Month first',
};

export const markWords: Readonly<Record<DecimalMark, string>> = {
  point: 'Decimal point',
  comma: 'Decimal comma',
};

export const scaleWords: Readonly<Record<AmountScale, string>> = {
  1: 'As written',
  1000: 'In thousands',
  1000000: 'In millions',
};

/** `IMP-1003`. */
export function importName(number: number): string {
  return `IMP-${number}`;
}

/** `8,800 rows, comma, UTF-8`. */
export function fileFacts(file: ImportFile): string {
  const parts = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;
  const encodings = {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16',
    'windows-1252': 'Windows-1252',
  } as const;
  const rows = file.rowCount === 1 ? '1 row' : `${formatNumber(file.rowCount)} rows`;
  return `${rows}, ${parts[file.delimiter]}, ${encodings[file.encoding]}`;
}

/** How the kind of a file was found. */
export function recognitionWords(file: ImportFile): string {
  if (file.isDictionary) return 'describes the columns of the other files';
  if (file.kind === null) return 'left out';
  if (file.isRemembered) return 'mapped as the last time';
  return `recognised, ${file.confidence}% sure`;
}

/** How sure the field of a column is, and why: `99%`, `by its name`. */
export function guessWords(column: ImportColumn): { readonly sure: string; readonly why: string } {
  const { guess } = column;
  if (column.field === null) return { sure: '', why: '' };
  if (guess.field !== column.field) return { sure: 'chosen', why: 'You chose this field' };
  const because = {
    header: 'by its name',
    'similar-header': 'by a similar name',
    content: 'by what its cells hold',
    nothing: '',
  } as const;
  return { sure: `${guess.confidence}%`, why: `Recognised ${because[guess.because]}` };
}

/** What the dates of a column say about their order, in a sentence. */
export function dateWords(column: ImportColumn): string {
  const { dates, dateOrder } = column;
  if (dateOrder === null) {
    if (dates.state === 'ambiguous') return `“${dates.example}” can be read in two ways. Which?`;
    return 'These are not dates.';
  }
  if (dates.state === 'certain' && dates.order === dateOrder)
    return dateOrder === 'year-month-day' || dates.evidence === null
      ? 'No other order fits.'
      : `“${dates.evidence}” fits no other order.`;
  if (dates.state === 'mostly')
    return `${formatNumber(dates.misfits)} of ${formatNumber(column.filled)} do not fit.`;
  if (dates.state === 'ambiguous') return `“${dates.example}” becomes ${dateExample(column)}.`;
  return '';
}

/** The example of an ambiguous column as the chosen order reads it. */
export function dateExample(column: ImportColumn, order = column.dateOrder): string {
  if (column.dates.state !== 'ambiguous' || order === null) return '';
  const date = parseDate(column.dates.example, order);
  return date === null ? 'no date' : formatDate(date);
}

/** What the first amount of a column becomes: `1100.04 becomes €1,100,040,000`. */
export function amountWords(column: ImportColumn, currency: string): string {
  const text = column.samples[0];
  const number = text && column.decimalMark ? parseNumber(text, column.decimalMark) : null;
  const amount = number === null ? null : toMinor(number, { currency, scale: column.scale });
  return amount === null ? '' : `${text} becomes ${formatMoney(money(amount.minor, currency))}.`;
}

/** Why a unit was suggested. */
export function scaleWhy(column: ImportColumn): string {
  const { because, evidence } = column.scaleHint;
  if (column.scaleHint.scale !== column.scale) return '';
  if (because === 'header') return 'The header says so.';
  if (because === 'dictionary') return `The data dictionary says “${lastWords(evidence)}”.`;
  return because === 'plausibility' ? 'Anything else would be too little for each employee.' : '';
}

/** Whether the file names another currency than the workspace's. */
export function currencyWarning(column: ImportColumn, currency: string): string | null {
  if (column.currency === null || column.currency === currency) return null;
  return `The file says ${column.currency}. Amounts come in as ${currency}, without conversion.`;
}

/** The field of a column, one of the firm's own too; undefined when it is left out. */
export function fieldOf(
  kind: ImportKind,
  field: string | null,
  own: OwnFields,
): ImportField | undefined {
  return field === null ? undefined : columnField(kind, own[kind] ?? [], field);
}

export function fieldLabel(kind: ImportKind, field: string | null, own: OwnFields): string {
  return field === null ? 'Left out' : (fieldOf(kind, field, own)?.label ?? field);
}

/** Where the columns of a file can go, the firm's own fields after the others. */
export function placesOf(kind: ImportKind, own: OwnFields) {
  const asOption = ({ key, label }: ImportField) => ({ value: key, label });
  const ownOptions = (own[kind] ?? []).map((field) => asOption(ownImportField(field)));
  return [
    ...importFields[kind].map(asOption),
    ...(ownOptions.length === 0 ? [] : [{ group: 'Your own fields', items: ownOptions }]),
    { value: '', label: 'Leave out' },
  ];
}

/** Records that an import would write. */
export function workOf(counts: ImportCounts): number {
  return Object.values(counts).reduce(
    (sum, { create, update, restore }) => sum + create + update + restore,
    0,
  );
}

/** Kinds of which there is anything to say. */
export function presentKinds(counts: ImportCounts): RecordKind[] {
  return shownKinds.filter((kind) => Object.values(counts[kind]).some((count) => count > 0));
}

/** An option as one text, for a list of choices. */
export function optionKey(option: Pick<ChoiceOption, 'action' | 'target'>): string {
  return `${option.action} ${option.target ?? ''}`;
}

/** The option that a choice follows. */
export function chosenOption(
  group: ImportGroup,
  choice: Choice,
): ImportGroup['options'][number] | undefined {
  return (
    group.options.find(
      ({ action, target }) => action === choice.action && target === choice.target,
    ) ?? group.options.find(({ action, target }) => action === choice.action && target === null)
  );
}

/** The choice in words: `Use “GTX Pro”`. */
export function choiceWords(group: ImportGroup): string {
  const option = chosenOption(group, group.chosen);
  if (option === undefined) return '';
  if (option.picks !== null) return `Use “${group.chosen.target ?? ''}”`;
  const { probability } = group.chosen;
  return probability === null
    ? option.label
    : `${option.label}, ${formatPercent(probability)} likely to be won`;
}

/** Groups by the kind of file they come from, the largest first; what will change comes last. */
export function groupsOf(preview: ImportPreview, kind: ImportKind): ImportGroup[] {
  const rank = (group: ImportGroup) => (group.code === 'will-change' ? 1 : 0);
  return preview.groups
    .filter((group) => group.kind === kind)
    .sort((a, b) => rank(a) - rank(b) || b.count - a.count);
}

/** "accounts Annual revenue (in millions of USD)" says more than is needed. */
function lastWords(text: string): string {
  return /\(([^)]+)\)/.exec(text)?.[1] ?? text;
}
