import type { CalendarDate } from '../calendar-date.ts';
import { groupedBy } from '../grouping.ts';
import { allocate, costOfMinutes, roundCommercially } from '../money.ts';

/** What is written on a quote; "expired" is never written: a day decides it. */
export const writtenQuoteStates = ['draft', 'sent', 'accepted', 'declined'] as const;
/** One of the states that are written. */
export type WrittenQuoteState = (typeof writtenQuoteStates)[number];
/** What people see. */
export const quoteStates = [...writtenQuoteStates, 'expired'] as const;
/** One of the states that people see. */
export type QuoteState = (typeof quoteStates)[number];

/** One line: hours of a role at a rate, or so many of something at a price. Amounts in minor units. */
export type QuoteLine = (
  | { readonly kind: 'hours'; readonly minutes: number; readonly rate: number }
  | { readonly kind: 'fixed'; readonly quantity: number; readonly unitPrice: number }
) & {
  /** Taken off this line, basis points. */
  readonly discount: number;
  /** Tax on this line, basis points. */
  readonly tax: number;
};

/** What a line comes to, in minor units. */
export type QuoteLineSums = {
  /** Hours × rate or quantity × price, rounded. */
  readonly gross: number;
  /** Gross less the line's own discount, rounded. */
  readonly net: number;
  /** The line's part of the discount on the whole quote. */
  readonly share: number;
  /** What is taxed: net - share. */
  readonly taxable: number;
  /** The line's part of the tax of its rate. */
  readonly tax: number;
};

/** What a quote comes to, in minor units. */
export type QuoteTotals = {
  readonly lines: readonly QuoteLineSums[];
  /** Σ net of the lines. */
  readonly net: number;
  /** Taken off the whole. */
  readonly discount: number;
  /** net - discount: what the work costs without tax. */
  readonly taxable: number;
  /** One entry for each rate, the lowest first. */
  readonly taxes: readonly { readonly rate: number; readonly base: number; readonly tax: number }[];
  readonly tax: number;
  readonly total: number;
};

/**
 * The sums of a quote. Rounding is commercial and happens at four places only: the gross of a line, its
 * own discount, the discount on the whole, and the tax of each rate on the sum of its lines (EN 16931,
 * BT-117: tax is reckoned per category, not per line). What is taken off or added as a whole is shared
 * among the lines by the largest remainder, so that the lines add up to the totals to the minor unit.
 */
export function quoteTotals(quote: {
  readonly lines: readonly QuoteLine[];
  readonly discount: number;
}): QuoteTotals {
  const plain = quote.lines.map((line) => {
    const gross = lineGross(line);
    return { line, gross, net: gross - part(gross, line.discount) };
  });
  const net = sum(plain.map((one) => one.net));
  const discount = part(net, quote.discount);
  const shares = allocate(
    discount,
    plain.map((one) => one.net),
  );
  const shared = plain.map((one, index) => {
    const share = shares[index] ?? 0;
    return { ...one, share, taxable: one.net - share, index };
  });
  const taxOf = new Map<number, number>();
  const taxes = [...groupedBy(shared, ({ line }) => line.tax)]
    .sort(([a], [b]) => a - b)
    .map(([rate, own]) => {
      const base = sum(own.map(({ taxable }) => taxable));
      const tax = part(base, rate);
      const parts = allocate(
        tax,
        own.map(({ taxable }) => taxable),
      );
      for (const [place, { index }] of own.entries()) taxOf.set(index, parts[place] ?? 0);
      return { rate, base, tax };
    });
  const tax = sum(taxes.map((one) => one.tax));
  return {
    lines: shared.map(({ gross, net: own, share, taxable, index }) => ({
      gross,
      net: own,
      share,
      taxable,
      tax: taxOf.get(index) ?? 0,
    })),
    net,
    discount,
    taxable: net - discount,
    taxes: taxes.filter(({ rate }) => rate > 0),
    tax,
    total: net - discount + tax,
  };
}

/** The state that people see: a quote that was sent and not answered by its last day has expired. */
export function quoteState(
  quote: { readonly state: WrittenQuoteState; readonly validUntil: CalendarDate | null },
  today: CalendarDate,
): QuoteState {
  const isLate = quote.validUntil !== null && quote.validUntil < today;
  return quote.state === 'sent' && isLate ? 'expired' : quote.state;
}

/** The hours that a quote sells, each role once, in the order of its lines. */
export function quotedHours<Role>(
  lines: readonly { readonly roleId: Role | null; readonly minutes: number | null }[],
): { readonly roleId: Role; readonly minutes: number }[] {
  const minutes = new Map<Role, number>();
  for (const line of lines) {
    if (line.roleId === null || !line.minutes) continue;
    minutes.set(line.roleId, (minutes.get(line.roleId) ?? 0) + line.minutes);
  }
  return [...minutes].map(([roleId, sold]) => ({ roleId, minutes: sold }));
}

/** The number that people see: `Q-2026-1001`, with the version from the second on. */
export function quoteNumber(quote: {
  readonly year: number;
  readonly number: number;
  readonly revision: number;
}): string {
  const base = `Q-${quote.year}-${String(quote.number).padStart(4, '0')}`;
  return quote.revision > 1 ? `${base} v${quote.revision}` : base;
}

function lineGross(line: QuoteLine): number {
  return line.kind === 'hours'
    ? costOfMinutes(line.minutes, line.rate)
    : roundCommercially(line.quantity * line.unitPrice);
}

function part(amount: number, basisPoints: number): number {
  return roundCommercially((amount * basisPoints) / 10_000);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
