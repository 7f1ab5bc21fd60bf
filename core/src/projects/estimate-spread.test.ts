import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateRange, estimateSpread } from './estimate-spread.ts';

describe('three estimates in templates (U14, U21)', () => {
  test('are shares of the estimate, laid over whatever hours are sold', () => {
    const spread = estimateSpread(480, { optimisticMinutes: 300, pessimisticMinutes: 960 });
    expect(spread).toEqual({ optimisticShare: 6_250, pessimisticShare: 20_000 });
    expect(estimateRange(1_000, spread)).toEqual({
      optimisticMinutes: 625,
      pessimisticMinutes: 2_000,
    });
  });

  test('say nothing without an estimate, and one end alone where only that is known', () => {
    const range = { optimisticMinutes: 300, pessimisticMinutes: null };
    expect(estimateSpread(null, range).optimisticShare).toBeNull();
    expect(estimateSpread(480, range)).toEqual({ optimisticShare: 6_250, pessimisticShare: null });
    expect(estimateRange(null, { optimisticShare: 5_000, pessimisticShare: 20_000 })).toEqual({
      optimisticMinutes: null,
      pessimisticMinutes: null,
    });
  });

  test('come back as they were, and stay on their side of the estimate', () => {
    const minutes = fc.integer({ min: 1, max: 9_000 });
    fc.assert(
      fc.property(minutes, minutes, minutes, (likely, one, other) => {
        const range = { optimisticMinutes: one, pessimisticMinutes: other };
        const again = estimateRange(likely, estimateSpread(likely, range));
        expect(again.optimisticMinutes).toBeLessThanOrEqual(likely);
        expect(again.pessimisticMinutes).toBeGreaterThanOrEqual(likely);
        if (one <= likely) expect(again.optimisticMinutes).toBe(one);
        if (other >= likely && other <= 100 * likely && other < 9_000)
          expect(Math.abs((again.pessimisticMinutes ?? 0) - other)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
