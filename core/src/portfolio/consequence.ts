import { hasChoice, type PortfolioSolution, type SearchOptions, searched } from './exact.ts';
import { pinned } from './least-worth.ts';
import type { PortfolioProblem } from './model.ts';
import type { Between } from './prices.ts';

/** What the best choice becomes when one candidate is decided the other way. */
export type Consequence =
  | {
      readonly status: 'possible';
      /** By how much the optimum falls, 0 or more when both optima are exact. */
      readonly cost: Between;
      /** Candidates that go out, and that come in, besides the one decided. */
      readonly out: readonly string[];
      readonly in: readonly string[];
      readonly solution: PortfolioSolution;
    }
  | { readonly status: 'impossible' | 'unknown' };

/**
 * What deciding a candidate against the best choice costs, found by solving again: one that is left out
 * is put in, one that is chosen is left out. Nothing is decided by it: a person pins or does not.
 */
export function consequence(
  problem: PortfolioProblem,
  base: PortfolioSolution,
  input: { readonly id: string; readonly options: SearchOptions },
): Consequence {
  const { id } = input;
  const before = new Set(base.chosen.map((choice) => choice.id));
  const pin = before.has(id)
    ? ({ id, in: false } as const)
    : { id, in: true as const, start: null };
  const result = searched(pinned(problem, pin), null, input.options);
  if (!hasChoice(result))
    return { status: result.status === 'infeasible' ? 'impossible' : 'unknown' };
  const after = new Set(result.chosen.map((choice) => choice.id));
  return {
    status: 'possible',
    cost: { least: base.value - result.bound, most: base.bound - result.value },
    out: [...before].filter((one) => one !== id && !after.has(one)),
    in: [...after].filter((one) => one !== id && !before.has(one)),
    solution: result,
  };
}
