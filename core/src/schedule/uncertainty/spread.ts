import { betaPertQuantile } from './beta-pert.ts';
import { normalQuantile } from './normal.ts';

/** Three estimates of one thing: optimistic ≤ likely ≤ pessimistic. */
export type ThreePoints = {
  readonly optimistic: number;
  readonly likely: number;
  readonly pessimistic: number;
};

/**
 * How long a task may take, as a multiple of what is planned for it.
 * - `betaPert`, `triangular`: three estimates, each divided by the planned value;
 * - `lognormal`: the firm's own past, the logarithm of actual/estimate being normal;
 * - `fixed`: certain.
 */
export type Spread =
  | ({ readonly kind: 'betaPert' | 'triangular' } & ThreePoints)
  | { readonly kind: 'lognormal'; readonly logMean: number; readonly logDeviation: number }
  | { readonly kind: 'fixed'; readonly factor: number };

/** Nothing takes less than a hundredth or more than a hundred times of what was planned. */
const [leastFactor, greatestFactor] = [0.01, 100];

/** What is exceeded in 1 - `share` of all cases, 0 < share < 1. Rises with the share. */
export function spreadQuantile(spread: Spread, share: number): number {
  return Math.min(greatestFactor, Math.max(leastFactor, quantileOf(spread, share)));
}

/** Expected value. Sources: `spreadVariance`. */
export function spreadMean(spread: Spread): number {
  switch (spread.kind) {
    case 'betaPert':
      return (spread.optimistic + 4 * spread.likely + spread.pessimistic) / 6;
    case 'triangular':
      return (spread.optimistic + spread.likely + spread.pessimistic) / 3;
    case 'lognormal':
      return Math.exp(spread.logMean + spread.logDeviation ** 2 / 2);
    case 'fixed':
      return spread.factor;
  }
}

/**
 * Variance. Of the beta distribution itself, (μ − a)(b − μ) / 7, not the rule of thumb ((b − a) / 6)².
 * Sources: N. Johnson, S. Kotz, N. Balakrishnan, Continuous Univariate Distributions (1994, 1995): beta
 * ch. 25, triangular ch. 26, lognormal ch. 14; S. Kotz and J. R. van Dorp, Beyond Beta (2004).
 */
export function spreadVariance(spread: Spread): number {
  const mean = spreadMean(spread);
  switch (spread.kind) {
    case 'betaPert':
      return ((mean - spread.optimistic) * (spread.pessimistic - mean)) / 7;
    case 'triangular': {
      const { optimistic: a, likely: m, pessimistic: b } = spread;
      return (a * a + m * m + b * b - a * m - a * b - m * b) / 18;
    }
    case 'lognormal':
      return mean * mean * Math.expm1(spread.logDeviation ** 2);
    case 'fixed':
      return 0;
  }
}

/** True when every share gives the same. */
export function isCertain(spread: Spread): boolean {
  switch (spread.kind) {
    case 'betaPert':
    case 'triangular':
      return spread.optimistic === spread.pessimistic;
    case 'lognormal':
      return spread.logDeviation === 0;
    case 'fixed':
      return true;
  }
}

function quantileOf(spread: Spread, share: number): number {
  switch (spread.kind) {
    case 'betaPert': {
      const range = spread.pessimistic - spread.optimistic;
      if (range <= 0) return spread.likely;
      const mode = (spread.likely - spread.optimistic) / range;
      return spread.optimistic + range * betaPertQuantile(mode, share);
    }
    case 'triangular':
      return triangularQuantile(spread, share);
    case 'lognormal':
      return Math.exp(spread.logMean + spread.logDeviation * normalQuantile(share));
    case 'fixed':
      return spread.factor;
  }
}

function triangularQuantile(
  { optimistic, likely, pessimistic }: ThreePoints,
  share: number,
): number {
  const range = pessimistic - optimistic;
  if (range <= 0) return likely;
  const below = (likely - optimistic) / range;
  return share < below
    ? optimistic + Math.sqrt(share * range * (likely - optimistic))
    : pessimistic - Math.sqrt((1 - share) * range * (pessimistic - likely));
}
