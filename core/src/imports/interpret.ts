import { type AmountScale, amountScales } from './amount.ts';
import { type DateInference, type DateOrder, inferDateOrder } from './date-order.ts';
import { headerKey, type ImportField, type ImportKind } from './kinds.ts';
import {
  approximate,
  currencyOf,
  type DecimalInference,
  type DecimalMark,
  inferDecimalMark,
  parseNumber,
} from './number-format.ts';
import { columnField, type OwnField } from './own-fields.ts';
import type { ColumnGuess, Table } from './recognise.ts';

/** How one column goes in. A null format is one that somebody still has to choose. */
export type ColumnMapping = {
  /** Key of the field, null when the column is left out. */
  readonly field: string | null;
  readonly dateOrder: DateOrder | null;
  readonly decimalMark: DecimalMark | null;
  readonly scale: AmountScale;
};

/** In which unit a column of money is probably written, and what says so. */
export type ScaleSuggestion = {
  readonly scale: AmountScale;
  readonly because: 'header' | 'dictionary' | 'plausibility' | 'usual';
  readonly evidence: string;
};

/** What the cells of a column say about how they are to be read. */
export type ColumnReading = {
  readonly filled: number;
  readonly samples: readonly string[];
  readonly dates: DateInference;
  readonly decimals: DecimalInference;
  readonly scale: ScaleSuggestion;
  /** Currency that the cells, the header or a data dictionary name. */
  readonly currency: string | null;
};

/** Words about the columns of other files, as data dictionaries hold: header → description. */
export type Dictionary = ReadonlyMap<string, string>;

const usualScale: ScaleSuggestion = { scale: 1, because: 'usual', evidence: '' };

/** Yearly revenue for each employee that is plausible for a firm, in whole units of a currency. */
const plausibleRevenuePerEmployee = { low: 5000, high: 10_000_000 };

/** What each column of a table says about itself, given the fields the columns are taken for. */
export function readColumns(
  table: Table,
  fields: readonly (ImportField | undefined)[],
  dictionary: Dictionary,
): ColumnReading[] {
  return table.header.map((header, column) => {
    const cells = table.rows.map((row) => row[column] ?? '');
    const description = dictionary.get(headerKey(header)) ?? '';
    const isMoney = fields[column]?.type === 'money';
    const isNumber = isMoney || fields[column]?.type === 'whole-number';
    return {
      ...sampleOf(cells),
      dates: fields[column]?.type === 'date' ? inferDateOrder(cells) : { state: 'none' },
      decimals: isNumber ? inferDecimalMark(cells) : { state: 'none' },
      scale: isMoney ? suggestScale({ table, fields, column, description }) : usualScale,
      currency: isMoney ? namedCurrency(cells, `${header} ${description}`) : null,
    };
  });
}

/**
 * The mapping that recognition proposes. An ambiguous date order is settled by another date column
 * of the same file when that one is certain: one program writes its dates in one way.
 */
export function proposeMapping(
  guesses: readonly ColumnGuess[],
  readings: readonly ColumnReading[],
): ColumnMapping[] {
  const siblings = readings.flatMap(({ dates }) => (dates.state === 'certain' ? dates.order : []));
  const shared = new Set(siblings).size === 1 ? (siblings[0] ?? null) : null;
  return guesses.map((guess, column) => {
    const reading = readings[column];
    return {
      field: guess.field,
      dateOrder: reading === undefined ? null : settledOrder(reading.dates, shared),
      decimalMark: reading === undefined ? null : settledMark(reading.decimals),
      scale: reading?.scale.scale ?? 1,
    };
  });
}

/** The fields behind a mapping, column by column; `own` are the firm's own of the kind. */
export function mappedFields(
  kind: ImportKind,
  columns: readonly { readonly field: string | null }[],
  own: readonly OwnField[] = [],
): (ImportField | undefined)[] {
  return columns.map(({ field }) => (field === null ? undefined : columnField(kind, own, field)));
}

/**
 * What a table says about the columns of others, if it is a data dictionary: one column holds
 * names of headers of the other tables (in a quarter of its rows at least, since it may describe
 * more than what was dropped), another describes them. Empty when it is none.
 */
export function readDictionary(table: Table, otherHeaders: ReadonlySet<string>): Dictionary {
  const found = new Map<string, string>();
  const naming = table.header.findIndex((_, column) => {
    const named = table.rows.filter((row) => otherHeaders.has(headerKey(row[column] ?? '')));
    return named.length >= Math.max(2, table.rows.length / 4);
  });
  if (naming === -1) return found;
  for (const row of table.rows) {
    const words = row.filter((_, column) => column !== naming).join(' ');
    found.set(headerKey(row[naming] ?? ''), words);
  }
  return found;
}

function sampleOf(cells: readonly string[]): { filled: number; samples: string[] } {
  const samples = new Set<string>();
  let filled = 0;
  for (const cell of cells) {
    const text = cell.trim();
    if (text === '') continue;
    filled += 1;
    if (samples.size < 3) samples.add(text.slice(0, 80));
  }
  return { filled, samples: [...samples] };
}

function settledOrder(dates: DateInference, shared: DateOrder | null): DateOrder | null {
  if (dates.state === 'certain' || dates.state === 'mostly') return dates.order;
  if (dates.state === 'ambiguous' && shared !== null && dates.orders.includes(shared))
    return shared;
  return null;
}

function settledMark(decimals: DecimalInference): DecimalMark | null {
  if (decimals.state === 'certain') return decimals.mark;
  return decimals.state === 'ambiguous' ? null : 'point';
}

type ScaleQuestion = {
  readonly table: Table;
  readonly fields: readonly (ImportField | undefined)[];
  readonly column: number;
  readonly description: string;
};

function suggestScale(question: ScaleQuestion): ScaleSuggestion {
  const header = question.table.header[question.column] ?? '';
  const inHeader = namedScale(header);
  if (inHeader !== null) return { scale: inHeader, because: 'header', evidence: header };
  const inDictionary = namedScale(question.description);
  if (inDictionary !== null)
    return { scale: inDictionary, because: 'dictionary', evidence: question.description.trim() };
  return plausibleScale(question) ?? usualScale;
}

function namedScale(words: string): AmountScale | null {
  if (/\b(?:millions?|mio|mn|mm)\b|\bm(?:usd|eur|gbp)\b|[€$£]m\b/i.test(headerWords(words)))
    return 1_000_000;
  if (/\b(?:thousands?|tsd|k(?:usd|eur|gbp))\b|[€$£]k\b|\bk[€$£]/i.test(headerWords(words)))
    return 1000;
  return null;
}

function headerWords(text: string): string {
  return text.replace(/[_()[\]]+/g, ' ');
}

/** Revenue for each employee says in which unit revenue is written, when only one is plausible. */
function plausibleScale({ table, fields, column }: ScaleQuestion): ScaleSuggestion | null {
  const employees = fields.findIndex((field) => field?.key === 'employees');
  if (fields[column]?.key !== 'annualRevenue' || employees === -1) return null;
  const ratios = table.rows
    .map((row) => number(row[column]) / number(row[employees]))
    .filter((ratio) => Number.isFinite(ratio) && ratio > 0)
    .sort((a, b) => a - b);
  const median = ratios[Math.floor(ratios.length / 2)];
  if (median === undefined || ratios.length < 3) return null;
  const { low, high } = plausibleRevenuePerEmployee;
  const plausible = amountScales.filter((unit) => median * unit >= low && median * unit <= high);
  const [scale] = plausible;
  if (scale === undefined || plausible.length > 1 || scale === 1) return null;
  return { scale, because: 'plausibility', evidence: String(Math.round(median * scale)) };
}

function number(text = ''): number {
  const value = parseNumber(text, 'point');
  return value === null ? Number.NaN : approximate(value);
}

function namedCurrency(cells: readonly string[], words: string): string | null {
  for (const cell of cells.slice(0, 200)) {
    const currency = currencyOf(cell);
    if (currency !== null) return currency;
  }
  return /\b(USD|EUR|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|CZK)\b/.exec(words)?.[1] ?? null;
}
