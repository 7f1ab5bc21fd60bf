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

/** Rules that stay broken whatever is added. */
const lasting = new Set(['capacity', 'reserve', 'exclusive']);

/** The totals of each choice that the checker passes; a choice past mending is not added to. */
function allTotals(problem: PortfolioProblem): PortfolioTotals[] {
  const found: PortfolioTotals[] = [];
  const chosen: Choice[] = [];
  const visit = (at: number): void => {
    const { violations, totals } = check(problem, chosen);
    if (violations.some(({ code }) => lasting.has(code))) return;
    if (violations.length === 0) found.push(totals);
    for (const [more, { id, starts }] of problem.candidates.slice(at).entries())
      for (const start of starts) {
        chosen.push({ id, start });
        visit(at + more + 1);
        chosen.pop();
      }
  };
  visit(0);
  return found;
}
