import { check } from './check.ts';
import type { Choice, PortfolioProblem } from './model.ts';

/** The greatest value of any choice that the checker passes, by trying them all; `null`: there is none. */
export function bruteForce(problem: PortfolioProblem): number | null {
  let best: number | null = null;
  const chosen: Choice[] = [];
  const { maximise } = problem.objective;
  const visit = (at: number): void => {
    const candidate = problem.candidates[at];
    if (!candidate) {
      const { violations, totals } = check(problem, chosen);
      const value = maximise === 'margin' ? totals.marginMinor : totals.contribution;
      if (violations.length === 0 && (best === null || value > best)) best = value;
      return;
    }
    visit(at + 1);
    for (const start of candidate.starts) {
      chosen.push({ id: candidate.id, start });
      visit(at + 1);
      chosen.pop();
    }
  };
  visit(0);
  return best;
}
