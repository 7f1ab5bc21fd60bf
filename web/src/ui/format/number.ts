import { keptFormatter, readerLocale } from './locale.ts';

/** What a cell shows where nothing is known. */
export const nothing = '—';

/** A count or measure with grouped digits; at most one decimal. */
export function formatNumber(value: number, locale: string = readerLocale()): string {
  return keptFormatter(
    `number ${locale}`,
    () => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }),
  ).format(value);
}

/** A number with exactly so many decimals, where parts stand under their sum. */
export function formatDecimals(
  value: number,
  digits: number,
  locale: string = readerLocale(),
): string {
  return keptFormatter(
    `decimals ${digits} ${locale}`,
    () =>
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  ).format(value);
}

/** Basis points as percent: 2,250 is 22.5%. Decimals only where there are some. */
export function formatPercent(basisPoints: number, locale: string = readerLocale()): string {
  return keptFormatter(
    `percent ${locale}`,
    () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
  ).format(basisPoints / 10_000);
}

/** `1 deal`, `12,000 deals`. */
export function formatCount(
  count: number,
  noun: { one: string; many: string },
  locale: string = readerLocale(),
): string {
  return `${formatNumber(count, locale)} ${count === 1 ? noun.one : noun.many}`;
}
