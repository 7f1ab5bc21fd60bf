import { type CalendarDate, daysInMonth, isRecordDate } from '../calendar-date.ts';

/** In which order a written date names its parts. */
export const dateOrders = ['year-month-day', 'day-month-year', 'month-day-year'] as const;

/** One of `dateOrders`. */
export type DateOrder = (typeof dateOrders)[number];

/**
 * What a column of dates says about its own order.
 * - `certain`: only this order reads every value; `evidence` is the value that rules out the others
 *   (null when the shape alone does, as with a year in front).
 * - `ambiguous`: several orders read the column equally well; somebody must choose.
 * - `mostly`: no order reads every value, this one reads the most by far; `misfits` do not fit.
 * - `none`: there is no date in the column.
 */
export type DateInference =
  | { readonly state: 'certain'; readonly order: DateOrder; readonly evidence: string | null }
  | { readonly state: 'ambiguous'; readonly orders: readonly DateOrder[]; readonly example: string }
  | {
      readonly state: 'mostly';
      readonly order: DateOrder;
      readonly misfits: number;
      readonly evidence: string | null;
    }
  | { readonly state: 'none' };

type DateParts = { readonly year: number; readonly month: number; readonly day: number };

const numeric = /^(\d{1,4})([-/. ])(\d{1,2})\2(\d{1,4})$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const dayThenName = /^(\d{1,2})[-/. ]+([a-z]{3,9})\.?,?[-/. ]+(\d{4}|\d{2})$/;
const nameThenDay = /^([a-z]{3,9})\.?[-/. ]+(\d{1,2}),?[-/. ]+(\d{4}|\d{2})$/;
const timeOfDay =
  /(?<=\d)(?:[t ]+|, *)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]m)?(?: ?(?:z|utc|[+-]\d{2}:?\d{2}))?$/;
const weekdayName = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? +/;

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * The day a cell names when its parts stand in `order`; null when there is no such day. A time of
 * day is dropped. Years of two digits: 00–69 are 2000–2069, 70–99 are 1970–1999 (as POSIX `%y`).
 * @example parseDate('20-10-2016', 'day-month-year') // '2016-10-20'
 */
export function parseDate(text: string, order: DateOrder): CalendarDate | null {
  const parts = dateParts(text, order);
  if (parts === null) return null;
  const { year, month, day } = parts;
  if (month < 1 || month > 12 || day < 1 || year < 1 || day > daysInMonth(year, month)) return null;
  const written = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  return isRecordDate(written) ? written : null;
}

/**
 * The order of a column of dates, from all of its values (blank ones count for nothing).
 * Never says `certain` of an order when another reads every value as well, except that a year in
 * front is always year, month, day. O(values).
 */
export function inferDateOrder(values: Iterable<string>): DateInference {
  const tally = tallyOrders(values);
  const ranked = [...dateOrders].sort((a, b) => tally.read[b] - tally.read[a]);
  const [first, second] = ranked;
  if (first === undefined || second === undefined || tally.read[first] === 0)
    return { state: 'none' };
  const best = tally.read[first];
  if (tally.read[second] === best) {
    const orders = dateOrders.filter((order) => tally.read[order] === best);
    return { state: 'ambiguous', orders, example: tally.example };
  }
  const evidence = tally.evidence[first];
  if (best === tally.total) return { state: 'certain', order: first, evidence };
  return { state: 'mostly', order: first, misfits: tally.total - best, evidence };
}

type OrderTally = {
  total: number;
  example: string;
  readonly read: Record<DateOrder, number>;
  /** First value that this order alone reads, and whose shape does not decide. */
  readonly evidence: Record<DateOrder, string | null>;
};

function tallyOrders(values: Iterable<string>): OrderTally {
  const tally: OrderTally = {
    total: 0,
    example: '',
    read: { 'year-month-day': 0, 'day-month-year': 0, 'month-day-year': 0 },
    evidence: { 'year-month-day': null, 'day-month-year': null, 'month-day-year': null },
  };
  for (const value of values) {
    if (value.trim() === '') continue;
    tally.total += 1;
    const readers = dateOrders.filter((order) => parseDate(value, order) !== null);
    for (const order of readers) tally.read[order] += 1;
    if (tally.example === '' && readers.length > 1) tally.example = value.trim();
    const [only] = readers;
    if (readers.length === 1 && only !== undefined) tally.evidence[only] ??= value.trim();
  }
  return tally;
}

function dateParts(text: string, order: DateOrder): DateParts | null {
  const written = text.trim().toLowerCase().replace(weekdayName, '').replace(timeOfDay, '').trim();
  return numericParts(written, order) ?? namedParts(written);
}

function numericParts(written: string, order: DateOrder): DateParts | null {
  const run = compact.exec(written);
  if (run) return order === 'year-month-day' ? partsOf(run[1], run[2], run[3]) : null;
  const match = numeric.exec(written);
  if (!match) return null;
  const [, first = '', , second = '', third = ''] = match;
  if (first.length > 2 || order === 'year-month-day') {
    const isYearFirst = first.length === 4 && third.length <= 2 && order === 'year-month-day';
    return isYearFirst ? partsOf(first, second, third) : null;
  }
  if (third.length !== 4 && third.length !== 2) return null;
  return order === 'day-month-year' ? partsOf(third, second, first) : partsOf(third, first, second);
}

/** A month by its name leaves no doubt, whatever the order. */
function namedParts(written: string): DateParts | null {
  const dayFirst = dayThenName.exec(written);
  if (dayFirst) return partsOf(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = nameThenDay.exec(written);
  if (monthFirst) return partsOf(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  return null;
}

function monthNumber(name = ''): string {
  const index = monthNames.findIndex((month) => month.startsWith(name === 'sept' ? 'sep' : name));
  return String(index + 1);
}

function partsOf(year = '', month = '', day = ''): DateParts {
  const number = Number(year);
  const century = number <= 69 ? 2000 : 1900;
  return {
    year: year.length === 2 ? number + century : number,
    month: Number(month),
    day: Number(day),
  };
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
