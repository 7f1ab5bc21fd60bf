import type { CalendarDate } from './calendar-date.ts';
import { type CustomField, type CustomValue, longestCustomText } from './custom-field.ts';
import { type AmountScale, toMinor } from './imports/amount.ts';
import { type DateOrder, inferDateOrder, parseDate } from './imports/date-order.ts';
import { looseKey } from './imports/name-match.ts';
import {
  approximate,
  type DecimalMark,
  inferDecimalMark,
  parseNumber,
} from './imports/number-format.ts';

/** How a column of a file writes its values, and who is here. */
export type ColumnManner = {
  readonly mark: DecimalMark;
  readonly order: DateOrder;
  readonly currency: string;
  /** What an amount of 1 stands for; 1 when it is not given. */
  readonly scale?: AmountScale;
  /** Ids of people by `looseKey` of their names. */
  readonly people: ReadonlyMap<string, string>;
};

/**
 * The manner of a column by all its values. What stays ambiguous is read as here: a point before
 * decimals, the day before the month.
 */
export function mannerOf(
  values: readonly string[],
  shared: Pick<ColumnManner, 'currency' | 'people'>,
): ColumnManner {
  const decimals = inferDecimalMark(values);
  const dates = inferDateOrder(values);
  const isClear = dates.state === 'certain' || dates.state === 'mostly';
  return {
    ...shared,
    mark: decimals.state === 'certain' ? decimals.mark : 'point',
    order: isClear ? dates.order : 'day-month-year',
  };
}

/**
 * A value of a firm's own field from text, as a file holds it; null when the text is none.
 * @example customValueFromText({ type: 'boolean', choices: [] }, 'yes', manner) // true
 */
export function customValueFromText(
  field: CustomField,
  text: string,
  manner: ColumnManner,
): CustomValue | null {
  switch (field.type) {
    case 'text':
      return text.slice(0, longestCustomText);
    case 'number':
      return numberFrom(text, manner);
    case 'money':
      return moneyFrom(text, manner);
    case 'date':
      return dateFrom(text, manner);
    case 'boolean':
      return booleans.get(looseKey(text)) ?? null;
    case 'person':
      return manner.people.get(looseKey(text)) ?? null;
    case 'choice':
      return choiceNamed(field, text);
    case 'choices':
      return choicesFrom(field, text);
  }
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'true', 'y', 'x', '1', 'ja', 'oui', 'si'].map((word) => [word, true] as const),
  ...['no', 'false', 'n', '0', 'nein', 'non'].map((word) => [word, false] as const),
]);

function numberFrom(text: string, { mark }: ColumnManner): number | null {
  const exact = parseNumber(text, mark);
  return exact && approximate(exact);
}

function moneyFrom(text: string, { mark, currency, scale = 1 }: ColumnManner): number | null {
  const exact = parseNumber(text, mark);
  return (exact && toMinor(exact, { currency, scale })?.minor) ?? null;
}

function dateFrom(text: string, { order }: ColumnManner): CalendarDate | null {
  return parseDate(text, order) ?? parseDate(text, 'year-month-day');
}

function choiceNamed(field: CustomField, text: string): string | null {
  const wanted = looseKey(text);
  return field.choices.find(({ name }) => looseKey(name) === wanted)?.id ?? null;
}

function choicesFrom(field: CustomField, text: string): readonly string[] | null {
  const parts = text.split(/[;,|]/).filter((part) => part.trim() !== '');
  const ids = parts.map((part) => choiceNamed(field, part));
  return ids.includes(null) ? null : [...new Set(ids.flatMap((id) => id ?? []))];
}
