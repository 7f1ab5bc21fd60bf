import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { bruteForce, bruteFrontier } from './brute-force.fixture.ts';
import { check } from './check.ts';
import { frontier } from './frontier.ts';
import { highsSolver } from './highs-solver.ts';
import { smallProblems } from './random-problem.fixture.ts';
import { solvePortfolio } from './solve.ts';
import { validate } from './validate.ts';

const solver = highsSolver(await loadHighs());

describe('the best portfolio (B01)', () => {
  it('is worth what trying every choice finds, and keeps every rule', () => {
    for (const [at, problem] of smallProblems(300).entries()) {
      expect(validate(problem), `problem ${at}`).toEqual([]);
      const result = solvePortfolio(problem, { solver });
      const best = bruteForce(problem);
      if (best === null) expect(result.status, `problem ${at}`).toBe('infeasible');
      else {
        expect(result, `problem ${at}`).toMatchObject({
          status: 'optimal',
          value: best,
          bound: best,
        });
        if (result.status === 'optimal')
          expect(check(problem, result.chosen).violations).toEqual([]);
      }
    }
  });

  it('lies on a frontier that is the one of all choices, point by point (IN-02)', () => {
    for (const [at, problem] of smallProblems(60, 1000).entries()) {
      const drawn = frontier(problem, { points: 1000, options: { solver } });
      const totals = drawn.points.map(({ marginMinor, contribution }) => ({
        marginMinor,
        contribution,
      }));
      expect(totals, `problem ${at}`).toEqual(bruteFrontier(problem));
      expect(drawn.isComplete).toBe(true);
    }
  });
});
