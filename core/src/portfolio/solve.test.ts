import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { randomInteger, seededRandom } from '../random.ts';
import { bruteForce } from './brute-force.fixture.ts';
import { check } from './check.ts';
import { highsSolver } from './highs-solver.ts';
import { randomProblem } from './random-problem.fixture.ts';
import { solvePortfolio } from './solve.ts';
import { validate } from './validate.ts';

const solver = highsSolver(await loadHighs());

describe('the best portfolio (B01)', () => {
  it('is worth what trying every choice finds, and keeps every rule', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const random = seededRandom(seed);
      const problem = randomProblem(random, {
        candidates: randomInteger(random, 1, 7),
        months: randomInteger(random, 1, 4),
        roles: randomInteger(random, 0, 2),
      });
      expect(validate(problem), `seed ${seed}`).toEqual([]);
      const result = solvePortfolio(problem, { solver });
      const best = bruteForce(problem);
      if (best === null) expect(result.status, `seed ${seed}`).toBe('infeasible');
      else {
        expect(result, `seed ${seed}`).toMatchObject({
          status: 'optimal',
          value: best,
          bound: best,
        });
        if (result.status === 'optimal')
          expect(check(problem, result.chosen).violations).toEqual([]);
      }
    }
  });
});
