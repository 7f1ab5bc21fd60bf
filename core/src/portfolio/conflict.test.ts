import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { findConflict } from './conflict.ts';
import { solvedRows } from './exact.ts';
import { highsSolver } from './highs-solver.ts';
import type { Demand, PortfolioProblem } from './model.ts';
import { programOf } from './program.ts';
import { smallProblems } from './random-problem.fixture.ts';
import { solvePortfolio } from './solve.ts';

const solver = highsSolver(await loadHighs());

describe('a portfolio that cannot be (B01)', () => {
  it('is answered with demands that cannot be met together, and can without any one of them', () => {
    let conflicts = 0;
    for (const problem of smallProblems(200, 3000)) {
      const conflict = findConflict(problem, { solver });
      const { status } = solvePortfolio(problem, { solver });
      expect(conflict.status === 'none').toBe(status !== 'infeasible');
      if (conflict.status !== 'conflict') continue;
      conflicts += 1;
      const { demands } = conflict;
      expect(canMeet(problem, demands)).toBe(false);
      for (const dropped of demands)
        expect(
          canMeet(
            problem,
            demands.filter((demand) => demand !== dropped),
          ),
        ).toBe(true);
    }
    expect(conflicts).toBeGreaterThan(20);
  });
});

function canMeet(problem: PortfolioProblem, demands: readonly Demand[]): boolean {
  const outcome = solvedRows(programOf(problem, demands), {
    solver,
    start: null,
    relativeGap: 0,
    absoluteGap: 0,
    seconds: Infinity,
    seed: 2,
    shouldStop: () => false,
    onProgress: () => undefined,
  });
  return outcome.status === 'optimal';
}
