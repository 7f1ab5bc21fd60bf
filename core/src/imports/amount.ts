import { largestMinor } from '../money.ts';
import type { ExactDecimal } from './number-format.ts';

/** In which unit a column of money is written: each number is multiplied by it. */
export const amountScales = [1, 1000, 1_000_000] as const;

/** One of `amountScales`. */
export type AmountScale = (typeof amountScales)[number];

const knownDigits = new Map<string, number>();

/** Decimal digits of a currency's smallest unit (ISO 4217): 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  const known = knownDigits.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  knownDigits.set(currency, digits);
  return digits;
}

/**
 * An exact decimal in minor units of a currency, half away from zero when it is finer than the
 * smallest unit (`isRounded`); null when it is more than any amount here may be. No floating point.
 * @example toMinor({ digits: 110004n, fraction: 2 }, { currency: 'USD', scale: 1_000_000 })
 * // { minor: 110_004_000_000, isRounded: false }
 */
export function toMinor(
  value: ExactDecimal,
  unit: { readonly currency: string; readonly scale: AmountScale; readonly most?: number },
): { readonly minor: number; readonly isRounded: boolean } | null {
  const raised = value.digits * BigInt(unit.scale) * 10n ** BigInt(minorDigits(unit.currency));
  const divisor = 10n ** BigInt(value.fraction);
  const rest = raised % divisor;
  const minor = Number(raised / divisor + awayFromZero(rest, divisor));
  return Math.abs(minor) <= (unit.most ?? largestMinor) ? { minor, isRounded: rest !== 0n } : null;
}

/** 1, 0 or -1 to add to a quotient that was cut off, so that it is rounded commercially. */
function awayFromZero(rest: bigint, divisor: bigint): bigint {
  if (rest < 0n) return -awayFromZero(-rest, divisor);
  return rest * 2n >= divisor && rest !== 0n ? 1n : 0n;
}
