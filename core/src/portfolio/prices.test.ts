import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { bindingDemand } from './binding.ts';
import { bruteForce } from './brute-force.fixture.ts';
import { consequence } from './consequence.ts';
import { highsSolver } from './highs-solver.ts';
import { type LeastWorth, leastWorth, pinned } from './least-worth.ts';
import { lift } from './lift.ts';
import type { Candidate, PortfolioProblem } from './model.ts';
import { priceOfMinutes, pricesOfMinutes } from './prices.ts';
import { demandsOf } from './program.ts';
import { smallProblems } from './random-problem.fixture.ts';
import { solvePortfolio } from './solve.ts';

const options = { solver: highsSolver(await loadHighs()) };

/** Small problems that have a best choice, with it. */
function solved(count: number, firstSeed: number) {
  return smallProblems(count, firstSeed).flatMap((problem) => {
    const base = solvePortfolio(problem, options);
    return base.status === 'optimal' ? [{ problem, base }] : [];
  });
}

describe('the price of an hour (B02)', () => {
  it('is the difference that trying every choice finds, of each role in each month', () => {
    for (const { problem, base } of solved(40, 2000))
      for (const [role, line] of pricesOfMinutes(problem, base, { minutes: 4, options }).entries())
        for (const [month, price] of line.entries()) {
          const more = (bruteForce(withMinutes(problem, role, month, 4)) ?? NaN) - base.value;
          expect(price).toEqual({ least: more, most: more });
        }
  });

  it('is what fewer hours would cost, and boundless when no choice is left', () => {
    for (const { problem, base } of solved(30, 2100)) {
      const [roleId, minutes] = [problem.roles[0], -(problem.capacityMinutes[0]?.[0] ?? 0)];
      if (roleId === undefined) continue;
      const extra = { roleId, month: 0, minutes };
      const less = bruteForce(withMinutes(problem, 0, 0, minutes));
      const price = priceOfMinutes(problem, base, { extra, options });
      expect(less === null ? -Infinity : less - base.value).toBe(price?.least);
    }
  });
});

describe('the least worth of a candidate (B02)', () => {
  it('is the point from which the best choice with it is no worse than without', () => {
    for (const problem of smallProblems(60, 2200))
      for (const { id } of problem.candidates) {
        const without = bruteForce(pinned(problem, { id, in: false }));
        const worth = leastWorth(problem, id, options);
        const inside = (amount: number) =>
          bruteForce(pinned(withWorth(problem, id, amount), { id, in: true, start: null })) ??
          -Infinity;
        expect(without === null).toBe(worth.status === 'needed');
        if (without !== null) expectTurn(worth, without, inside);
      }
  });
});

/** That the best choice with it is as good as without from the least worth on, and not before. */
function expectTurn(worth: LeastWorth, without: number, inside: (amount: number) => number) {
  if (worth.status === 'from') {
    expect(worth.least.least).toBe(worth.least.most);
    expect(inside(worth.least.least)).toBeGreaterThanOrEqual(without);
    expect(inside(worth.least.least - 1)).toBeLessThan(without);
  }
  if (worth.status === 'never') expect(inside(1000)).toBeLessThan(without);
  if (worth.status === 'always') expect(inside(-1000)).toBeGreaterThanOrEqual(without);
}

describe('deciding otherwise', () => {
  it('costs what the best choice with the pin is worth less', () => {
    for (const { problem, base } of solved(30, 2300))
      for (const { id } of problem.candidates) {
        const isIn = base.chosen.some((choice) => choice.id === id);
        const pin = isIn ? ({ id, in: false } as const) : { id, in: true as const, start: null };
        const other = bruteForce(pinned(problem, pin));
        const found = consequence(problem, base, { id, options });
        if (found.status !== 'possible') expect(other).toBeNull();
        else expect(found.cost.least).toBe(base.value - (other ?? NaN));
      }
  });
});

describe('the binding demand (B01)', () => {
  it('is one whose lifting gains most of all demands', () => {
    for (const { problem, base } of solved(40, 2400)) {
      const gains = demandsOf(problem).map((demand) =>
        Math.max(0, (bruteForce(lift(problem, demand)) ?? NaN) - base.value),
      );
      const most = Math.max(0, ...gains);
      const binding = bindingDemand(problem, base, { limit: 1000, options });
      expect(binding?.gain ?? { least: 0, most: 0 }).toEqual({ least: most, most });
    }
  });
});

function withMinutes(problem: PortfolioProblem, role: number, month: number, minutes: number) {
  const capacityMinutes = problem.capacityMinutes.map((line, at) =>
    line.map((had, place) => (at === role && place === month ? had + minutes : had)),
  );
  return { ...problem, capacityMinutes };
}

function withWorth(problem: PortfolioProblem, id: string, amount: number): PortfolioProblem {
  const worth = (one: Candidate): Candidate =>
    one.kind === 'client' ? { ...one, marginMinor: amount } : { ...one, contribution: amount };
  return {
    ...problem,
    candidates: problem.candidates.map((one) => (one.id === id ? worth(one) : one)),
  };
}
