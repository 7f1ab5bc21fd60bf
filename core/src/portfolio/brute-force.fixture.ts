import { check, type PortfolioTotals } from './check.ts';
import type { Choice, PortfolioProblem } from './model.ts';

/** The greatest value of any choice that the checker passes, by trying them all; `null`: there is none. */
export function bruteForce(problem: PortfolioProblem): number | null {
  const { maximise } = problem.objective;
  let best: number | null = null;
  for (const { marginMinor, contribution } of allTotals(problem)) {
    const value = maximise === 'margin' ? marginMinor : contribution;
    if (best === null || value > best) best = value;
  }
  return best;
}

/** The frontier by trying all choices: totals that no other totals reach in both, by contribution. */
export function bruteFrontier(problem: PortfolioProblem): PortfolioTotals[] {
  const all = allTotals({ ...problem, objective: { maximise: 'margin', leastContribution: null } });
  all.sort((a, b) => b.contribution - a.contribution || b.marginMinor - a.marginMinor);
  let margin = -Infinity;
  return all
    .filter((totals) => {
      const isBetter = totals.marginMinor > margin;
      margin = Math.max(margin, totals.marginMinor);
      return isBetter;
    })
    .reverse();
}

/** The totals of each choice that the checker passes. */
function allTotals(problem: PortfolioProblem): PortfolioTotals[] {
  const found: PortfolioTotals[] = [];
  const chosen: Choice[] = [];
  const visit = (at: number): void => {
    const candidate = problem.candidates[at];
    if (!candidate) {
      const { violations, totals } = check(problem, chosen);
      if (violations.length === 0) found.push(totals);
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
  return found;
}
