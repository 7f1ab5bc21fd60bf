/** The character between the whole and the fraction of a number. */
export const decimalMarks = ['point', 'comma'] as const;

/** One of `decimalMarks`. */
export type DecimalMark = (typeof decimalMarks)[number];

/**
 * What a column of numbers says about its decimal mark: certain; ambiguous (`1.234` may be 1234 or
 * 1 and a bit); indifferent (whole numbers without marks); or holding no numbers.
 */
export type DecimalInference =
  | { readonly state: 'certain'; readonly mark: DecimalMark; readonly evidence: string }
  | { readonly state: 'ambiguous'; readonly example: string }
  | { readonly state: 'indifferent' }
  | { readonly state: 'none' };

/** A decimal number without rounding: `digits` × 10^-`fraction`, negative or not. */
export type ExactDecimal = { readonly digits: bigint; readonly fraction: number };

/** Currency signs and the currency they stand for when they stand for one only. */
const currencySigns: Readonly<Record<string, string | null>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₴': 'UAH',
  '₪': 'ILS',
  '₫': 'VND',
  '฿': 'THB',
  zł: 'PLN',
  $: null,
  '¥': null,
  kr: null,
};

const signPattern = /[€£₹₩₽₺₴₪₫฿$¥]|zł|kr\.?/giu;
const codePattern = /^([A-Z]{3})(?=[\s\d(+-])|(?<=[\s\d)])([A-Z]{3})$/;
const pointNumber = /^\d+(?:\.\d+)?$|^\.\d+$/;

/**
 * The exact number a cell holds; null when it holds none. Currency signs and codes, thousands
 * marks (comma, point, space, apostrophe), brackets or a trailing minus for a negative are read.
 * @example parseNumber('1.234,50 €', 'comma') // { digits: 123450n, fraction: 2 }
 */
export function parseNumber(text: string, mark: DecimalMark): ExactDecimal | null {
  const { body, isNegative } = unsigned(bare(text));
  const grouped = mark === 'point' ? body : swapMarks(body);
  if (!hasSoundGroups(grouped)) return null;
  const plain = grouped.replace(/[,\s'’]/gu, '');
  if (!pointNumber.test(plain) || plain.length > 40) return null;
  const [whole = '', fraction = ''] = plain.split('.');
  const digits = BigInt(`${whole}${fraction}` || '0');
  return { digits: isNegative ? -digits : digits, fraction: fraction.length };
}

/**
 * The decimal mark of a column, from all of its values. Of both marks in one value the later is
 * the decimal mark; a mark that stands twice is a thousands mark; a single mark not followed by
 * exactly three digits is the decimal mark. O(values).
 */
export function inferDecimalMark(values: Iterable<string>): DecimalInference {
  let example: string | null = null;
  let isNumber = false;
  const evidence = new Map<DecimalMark, string>();
  for (const value of values) {
    if (value.trim() === '') continue;
    const reading = markOf(value);
    if (reading === null) continue;
    isNumber = true;
    if (reading === 'either') example ??= value.trim();
    else if (reading !== 'neither' && !evidence.has(reading)) evidence.set(reading, value.trim());
  }
  const [found, other] = [...evidence];
  if (other !== undefined) return { state: 'ambiguous', example: other[1] };
  if (found !== undefined) return { state: 'certain', mark: found[0], evidence: found[1] };
  if (example !== null) return { state: 'ambiguous', example };
  return { state: isNumber ? 'indifferent' : 'none' };
}

/** Whether a cell holds a number under either decimal mark. */
export function isNumeric(text: string): boolean {
  return parseNumber(text, 'point') !== null || parseNumber(text, 'comma') !== null;
}

/**
 * The currency a cell names, by code or by a sign that belongs to one currency; null when it names
 * none (`$`, `¥` and `kr` belong to several).
 */
export function currencyOf(text: string): string | null {
  const code = codePattern.exec(text.trim());
  if (code) return code[1] ?? code[2] ?? null;
  for (const sign of text.match(signPattern) ?? []) {
    const currency = currencySigns[sign.toLowerCase().replace('.', '')];
    if (currency) return currency;
  }
  return null;
}

/** The number as a JavaScript number, for checks where the last digit does not matter. */
export function approximate(value: ExactDecimal): number {
  return Number(value.digits) / 10 ** value.fraction;
}

/** The whole number a decimal stands for; null when it has a fraction or is too large. */
export function wholeNumber(value: ExactDecimal): number | null {
  const unit = 10n ** BigInt(value.fraction);
  if (value.digits % unit !== 0n) return null;
  const whole = Number(value.digits / unit);
  return Number.isSafeInteger(whole) ? whole : null;
}

function bare(text: string): string {
  return text.trim().replace(codePattern, '').replace(signPattern, '').trim();
}

function unsigned(text: string): { readonly body: string; readonly isNegative: boolean } {
  const bracketed = /^\((.*)\)$/.exec(text);
  if (bracketed) return { body: (bracketed[1] ?? '').trim(), isNegative: true };
  if (/^[-−].*[-−]$/u.test(text)) return { body: '', isNegative: false };
  const isNegative = /^[-−]|[-−]$/u.test(text);
  return { body: text.replace(/^[-−+]|[-−]$/gu, '').trim(), isNegative };
}

function swapMarks(text: string): string {
  return text.replace(/[.,]/g, (found) => (found === '.' ? ',' : '.'));
}

/** Thousands marks part groups of three digits (or two, as in India), the last always of three. */
function hasSoundGroups(text: string): boolean {
  const [whole = '', ...rest] = text.split('.');
  if (rest.length > 1 || rest.some((part) => /\D/.test(part))) return false;
  const groups = whole.split(/[,\s'’]/u);
  if (groups.length === 1) return true;
  const [first = '', ...others] = groups;
  return (
    /^\d{1,3}$/.test(first) &&
    others.every((group, index) =>
      index === others.length - 1 ? /^\d{3}$/.test(group) : /^\d{2,3}$/.test(group),
    )
  );
}

function markOf(value: string): DecimalMark | 'either' | 'neither' | null {
  const asPoint = parseNumber(value, 'point');
  const asComma = parseNumber(value, 'comma');
  if (asPoint === null && asComma === null) return null;
  if (asPoint === null) return 'comma';
  if (asComma === null) return 'point';
  return asPoint.digits === asComma.digits && asPoint.fraction === asComma.fraction
    ? 'neither'
    : 'either';
}
