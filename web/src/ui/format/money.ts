import { type Money, money } from '@evenkeel/core/money';
import { numberFormatter, readerLocale } from './locale.ts';
import { parseDecimal } from './parse-decimal.ts';

/** Decimal places of a currency: 2 for EUR, 0 for JPY. */
export function currencyDigits(currency: string): number {
  const options = numberFormatter('en', { style: 'currency', currency }).resolvedOptions();
  return options.maximumFractionDigits ?? 2;
}

/** `€1,234.50`; whole amounts without decimals, so that columns stay calm. */
export function formatMoney(amount: Money, locale: string = readerLocale()): string {
  return numberFormatter(locale, {
    style: 'currency',
    currency: amount.currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  }).format(majorUnits(amount));
}

/** `€1.2M`: for headings, columns of a board and axes. */
export function formatCompactMoney(amount: Money, locale: string = readerLocale()): string {
  return numberFormatter(locale, {
    style: 'currency',
    currency: amount.currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  }).format(majorUnits(amount));
}

/** Typed text as money, undefined when it is none. Takes `1,234.50`, `1.234,50`, `€ 12k`. */
export function parseMoney(text: string, currency: string): Money | undefined {
  const value = parseDecimal(text);
  if (value === undefined) return undefined;
  const minor = Math.round(value * 10 ** currencyDigits(currency));
  return Number.isSafeInteger(minor) ? money(minor, currency) : undefined;
}

/** The amount in major units, for a text box or a chart axis only; never calculate with it. */
export function majorUnits(amount: Money): number {
  return amount.minor / 10 ** currencyDigits(amount.currency);
}
