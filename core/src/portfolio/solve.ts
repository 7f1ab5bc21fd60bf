import type { Issue } from '../issue.ts';
import { type SearchOptions, type SearchResult, searched } from './exact.ts';
import type { Choice, PortfolioProblem } from './model.ts';
import { validate } from './validate.ts';

/** How a portfolio is to be solved, and a choice to start from that keeps every rule, if one is known. */
export type SolveOptions = SearchOptions & { readonly start?: readonly Choice[] };

/**
 * `optimal`: no allowed choice is worth more than `bound`, and the choice is within the gap asked for.
 * `feasible`: stopped before; the gap is what is left to prove. `infeasible`: no choice keeps all
 * demands (`findConflict` names a smallest set of them). `unknown`: stopped before one was found.
 */
export type PortfolioResult =
  | SearchResult
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] };

/**
 * The best choice of candidates and start months, with the proof. The choice and its amounts are exact
 * (checked in whole numbers); the bound holds within the solver's tolerance of 1e-6.
 */
export function solvePortfolio(problem: PortfolioProblem, options: SolveOptions): PortfolioResult {
  const issues = validate(problem);
  if (issues.length > 0) return { status: 'invalid', issues };
  return searched(problem, options.start ?? null, options);
}
