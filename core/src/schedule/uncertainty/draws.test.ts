import { describe, expect, it } from 'vitest';
import { betaPertQuantile } from './beta-pert.ts';
import { type Draws, drawsOf, streamOf } from './draws.ts';
import { normalQuantile, normalShare } from './normal.ts';
import { isCertain, spreadMean, spreadQuantile, spreadVariance } from './spread.ts';

function sharesOf(draws: Draws, stream: number, samples: number): Float64Array {
  const shares = new Float64Array(samples);
  draws.fill(stream, 0, shares);
  return shares;
}

describe('draws', () => {
  it.each([1, 2, 7, 1_000, 4_001])(
    'each task gets one share in each of %i equal strips',
    (samples) => {
      const draws = drawsOf(5, samples);
      for (const id of ['a', 'b', '0197-…']) {
        const strips = [...sharesOf(draws, streamOf(5, id), samples)].map((share) =>
          Math.floor(share * samples),
        );
        expect(strips.toSorted((a, b) => a - b)).toEqual([...Array(samples).keys()]);
      }
    },
  );

  it('tasks are drawn independently, however alike their ids', () => {
    const samples = 1_000;
    const draws = drawsOf(1, samples);
    const columns = Array.from({ length: 60 }, (_, task) => {
      return sharesOf(draws, streamOf(1, `t${task}`), samples).map((share) => share - 0.5);
    });
    const found: number[] = [];
    columns.forEach((one, i) => {
      for (const other of columns.slice(i + 1))
        found.push(12 * one.reduce((sum, x, k) => sum + (x * (other[k] ?? 0)) / samples, 0));
    });
    const squares = found.reduce((sum, r) => sum + r * r, 0) / found.length;
    // Of independent columns the mean square is 1 / samples.
    expect(squares * samples).toBeGreaterThan(0.8);
    expect(squares * samples).toBeLessThan(1.25);
    expect(Math.max(...found.map(Math.abs))).toBeLessThan(0.16);
  });

  it('with correlation the normal scores of two tasks agree as far as asked', () => {
    const draws = drawsOf(1, 5_000, 0.3);
    const [one, other] = ['a', 'b'].map((id) =>
      sharesOf(draws, streamOf(1, id), 5_000).map(normalQuantile),
    );
    let product = 0;
    for (let i = 0; i < 5_000; i += 1) product += (one?.[i] ?? 0) * (other?.[i] ?? 0);
    expect(product / 5_000).toBeCloseTo(0.3, 1);
  });
});

describe('distributions', () => {
  it('normal: tabled values, and the two ways agree', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 5);
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(1e-9)).toBeCloseTo(-5.997807, 4);
    for (const p of [0.001, 0.1, 0.5, 0.8, 0.9999])
      expect(normalShare(normalQuantile(p))).toBeCloseTo(p, 6);
  });

  it('beta-PERT: symmetric, and at its edges the closed forms of beta(1, 5) and beta(5, 1)', () => {
    expect(betaPertQuantile(0.5, 0.5)).toBeCloseTo(0.5, 4);
    for (const share of [0.05, 0.3, 0.5, 0.8, 0.95]) {
      expect(betaPertQuantile(0, share)).toBeCloseTo(1 - (1 - share) ** 0.2, 3);
      expect(betaPertQuantile(1, share)).toBeCloseTo(share ** 0.2, 3);
      expect(betaPertQuantile(0.3, share)).toBeCloseTo(1 - betaPertQuantile(0.7, 1 - share), 4);
    }
  });

  it.each([
    { kind: 'betaPert', optimistic: 1, likely: 2, pessimistic: 9 },
    { kind: 'triangular', optimistic: 1, likely: 1, pessimistic: 4 },
    { kind: 'lognormal', logMean: -0.1, logDeviation: 0.5 },
    { kind: 'fixed', factor: 1.5 },
  ] as const)('$kind: quantiles rise, and give mean and variance', (spread) => {
    const count = 20_000;
    const values = Array.from({ length: count }, (_, i) =>
      spreadQuantile(spread, (i + 0.5) / count),
    );
    values.slice(1).forEach((value, i) => {
      expect(value).toBeGreaterThanOrEqual(values[i] ?? 0);
    });
    const mean = values.reduce((sum, value) => sum + value, 0) / count;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
    expect(mean).toBeCloseTo(spreadMean(spread), 2);
    expect(variance).toBeCloseTo(spreadVariance(spread), 1);
    expect(isCertain(spread)).toBe(spread.kind === 'fixed');
  });
});
