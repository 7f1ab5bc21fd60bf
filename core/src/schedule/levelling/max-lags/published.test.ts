import { describe, expect, it } from 'vitest';
import { maxLagViolations } from './problem.ts';
import { publishedCases } from './published.fixture.ts';
import { solveMaxLags } from './solve.ts';

const cases = publishedCases();

/** Source: C. Schwindt, ProGen/max; R. Kolisch, C. Schwindt, A. Sprecher (1998). */
describe.skipIf(cases.length === 0)('the published cases with maximum lags (PM-08)', () => {
  it('every case ends at its known optimum or is proved to have no schedule', () => {
    for (const { name, problem, optimum } of cases) {
      const answer = solveMaxLags(problem);
      expect(answer.outcome, name).toBe(optimum === null ? 'infeasible' : 'optimal');
      if (answer.outcome !== 'optimal') continue;
      expect(answer.makespan, name).toBe(optimum);
      expect(maxLagViolations(problem, answer.starts), name).toEqual([]);
    }
  });
});
