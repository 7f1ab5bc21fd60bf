import { type Money, money } from '@evenkeel/core/money';
import { keptFormatter, readerLocale } from './locale.ts';
import { parseDecimal } from './parse-decimal.ts';

/** Decimal places of a currency: 2 for EUR, 0 for JPY. */
export function currencyDigits(currency: string): number {
  return plainFormatter('en', currency).resolvedOptions().maximumFractionDigits ?? 2;
}

/** `€1,234.50`; whole amounts without decimals, so that columns stay calm. */
export function formatMoney(amount: Money, locale: string = readerLocale()): string {
  return plainFormatter(locale, amount.currency).format(majorUnits(amount));
}

/** `€1.2M`: for headings, columns of a board and axes. */
export function formatCompactMoney(amount: Money, locale: string = readerLocale()): string {
  const { currency } = amount;
  const make = () =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      notation: 'compact',
      minimumFractionDigits: 0,
      maximumFractionDigits: 1,
    });
  return keptFormatter(`compact ${currency} ${locale}`, make).format(majorUnits(amount));
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
  return amount.minor / unitsOf(amount.currency);
}

const units = new Map<string, number>();

function unitsOf(currency: string): number {
  const known = units.get(currency);
  if (known !== undefined) return known;
  const made = 10 ** currencyDigits(currency);
  units.set(currency, made);
  return made;
}

function plainFormatter(locale: string, currency: string): Intl.NumberFormat {
  const make = () =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      trailingZeroDisplay: 'stripIfInteger',
    });
  return keptFormatter(`money ${currency} ${locale}`, make);
}
