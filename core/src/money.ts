/**
 * An amount of one currency.
 * `minor` is a whole number of the currency's smallest unit (cents for EUR), within ±9.007e15.
 */
export type Money = { readonly minor: number; readonly currency: string };

/**
 * The largest amount that is written down, in minor units: ten thousand million with two decimals.
 * Anything more is a slip of the hand; nine thousand of them still sum to a safe integer.
 */
export const largestMinor = 1_000_000_000_000;

/** The largest revenue of a company, in minor units; it is shown, and never summed. */
export const largestRevenueMinor = 100_000_000_000_000;

/** A money value. Throws a RangeError when `minor` is not a safe integer. */
export function money(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor))
    throw new RangeError(`not a whole number of minor units: ${minor}`);
  return { minor, currency };
}

/** Sum of two amounts of one currency. Throws when the currencies differ. */
export function addMoney(a: Money, b: Money): Money {
  return money(a.minor + sameCurrency(a, b).minor, a.currency);
}

/** Sum of amounts, zero of `currency` when there are none. Throws when one has another currency. */
export function sumMoney(amounts: Iterable<Money>, currency: string): Money {
  let total = money(0, currency);
  for (const amount of amounts) total = addMoney(total, amount);
  return total;
}

/**
 * Half-away-from-zero rounding to a whole number, the commercial rule (DIN 1333).
 * @example roundCommercially(2.5) // 3
 * @example roundCommercially(-2.5) // -3
 */
export function roundCommercially(value: number): number {
  const rounded = Math.sign(value) * Math.round(Math.abs(value));
  return rounded === 0 ? 0 : rounded;
}

/** What `minutes` of work cost at a rate per hour in minor units, rounded half up. */
export function costOfMinutes(minutes: number, ratePerHourMinor: number): number {
  return roundCommercially((minutes * ratePerHourMinor) / 60);
}

/**
 * Splits a whole number into parts in proportion to `weights` (each ≥ 0), so that the parts sum to
 * the whole (largest-remainder method, Hamilton 1792; ties go to the earlier part).
 * All weights zero: equal parts. No weights: no parts.
 * @example allocate(100, [1, 1, 1]) // [34, 33, 33]
 */
export function allocate(whole: number, weights: readonly number[]): number[] {
  if (weights.some((weight) => !(weight >= 0))) throw new RangeError('weights must be 0 or more');
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0 && weights.length > 0)
    return allocate(
      whole,
      weights.map(() => 1),
    );
  const exact = weights.map((weight) => (whole * weight) / total);
  const parts = exact.map(Math.trunc);
  const step = Math.sign(whole);
  let rest = Math.abs(whole - parts.reduce((sum, part) => sum + part, 0));
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: Math.abs(value - Math.trunc(value)) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (rest === 0) break;
    parts[index] = (parts[index] ?? 0) + step;
    rest -= 1;
  }
  return parts.map((part) => (part === 0 ? 0 : part));
}

function sameCurrency(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error(`cannot add ${b.currency} to ${a.currency}`);
  return b;
}
