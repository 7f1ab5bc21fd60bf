/**
 * The quantile of the standard normal distribution, 0 < p < 1.
 * Source: M. J. Wichura, algorithm AS 241 (PPND7), Applied Statistics 37 (1988); relative error 10⁻⁷.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q * (((59.109374 * r + 159.29113) * r + 50.434271) * r + 3.3871327)) /
      (((67.187563 * r + 78.757757) * r + 17.895169) * r + 1)
    );
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const value = r <= 5 ? middle(r - 1.6) : tail(r - 5);
  return q < 0 ? -value : value;
}

/**
 * The share of the standard normal distribution up to z.
 * Source: M. Abramowitz and I. Stegun (1964), 7.1.26; absolute error 1.5 × 10⁻⁷.
 */
export function normalShare(z: number): number {
  const x = Math.abs(z) * Math.SQRT1_2;
  const t = 1 / (1 + 0.3275911 * x);
  const poly =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const above = 0.5 * poly * Math.exp(-x * x);
  return z < 0 ? above : 1 - above;
}

function middle(r: number): number {
  return (
    (((0.17023821 * r + 1.3067284) * r + 2.7568153) * r + 1.4234372) /
    ((0.12021132 * r + 0.7370003) * r + 1)
  );
}

function tail(r: number): number {
  return (
    (((0.017337203 * r + 0.42868294) * r + 3.081226) * r + 6.6579051) /
    ((0.012258202 * r + 0.24197894) * r + 1)
  );
}
