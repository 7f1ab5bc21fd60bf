import {
  hasChoice,
  type PortfolioSolution,
  type SearchOptions,
  type SearchResult,
  searched,
} from './exact.ts';
import type { Objective, PortfolioProblem } from './model.ts';

/**
 * Choices between margin and contribution: at each, more of one costs some of the other. `points` rise in
 * contribution and fall in margin. `isComplete`: there is no such choice besides these, all proven.
 */
export type Frontier = {
  readonly status: 'optimal' | 'stopped' | 'infeasible';
  readonly points: readonly PortfolioSolution[];
  readonly isComplete: boolean;
};

/**
 * The frontier, whatever the problem's own objective is. Both ends are exact: the greatest margin with
 * the most contribution that it leaves, and the greatest contribution with the most margin. Between them
 * contribution is asked for in even steps, at most `points` choices in all, and all there are when
 * contribution has fewer steps. Each point costs two searches: the yardsticks are never weighed.
 * Source: Y. Haimes, L. Lasdon, D. Wismer (1971), the ε-constraint method, with the second search that
 * drops points of equal margin and less contribution.
 */
export function frontier(
  problem: PortfolioProblem,
  input: { readonly points: number; readonly options: SearchOptions },
): Frontier {
  const solve = (objective: Objective) => {
    return searched({ ...problem, objective }, null, input.options);
  };
  const first = pointAt(solve, null);
  const last = lastPoint(solve);
  if (first.status === 'infeasible' || last.status === 'infeasible')
    return { status: 'infeasible', points: [], isComplete: true };
  if (!(hasChoice(first) && hasChoice(last)))
    return { status: 'stopped', points: [], isComplete: false };
  return between(solve, { first, last, count: Math.max(2, input.points) });
}

type Solve = (objective: Objective) => SearchResult;

/** Walks from the one end to the other; the last step is the other end itself. */
function between(
  solve: Solve,
  ends: {
    readonly first: PortfolioSolution;
    readonly last: PortfolioSolution;
    readonly count: number;
  },
): Frontier {
  const { first, last, count } = ends;
  const points: PortfolioSolution[] = [first];
  const step = Math.max(1, (last.contribution - first.contribution) / (count - 1));
  for (;;) {
    const reached = points.at(-1)?.contribution ?? 0;
    if (reached >= last.contribution) break;
    const steps = Math.floor((reached - first.contribution) / step) + 1;
    const next = Math.max(reached + 1, Math.ceil(first.contribution + steps * step));
    if (next >= last.contribution) {
      points.push(last);
      break;
    }
    const point = pointAt(solve, next);
    if (!hasChoice(point))
      return { status: 'stopped', points: [...points, last], isComplete: false };
    points.push(point);
  }
  const isProven = points.every(({ status }) => status === 'optimal');
  return {
    status: isProven ? 'optimal' : 'stopped',
    points,
    isComplete: isProven && step === 1,
  };
}

/** The greatest margin with at least this contribution, and the most contribution it leaves. */
function pointAt(solve: Solve, leastContribution: number | null): SearchResult {
  const margin = solve({ maximise: 'margin', leastContribution });
  if (!hasChoice(margin)) return margin;
  return refined(margin, solve({ maximise: 'contribution', leastMarginMinor: margin.marginMinor }));
}

function lastPoint(solve: Solve): SearchResult {
  const contribution = solve({ maximise: 'contribution', leastMarginMinor: null });
  if (!hasChoice(contribution)) return contribution;
  return refined(
    contribution,
    solve({ maximise: 'margin', leastContribution: contribution.contribution }),
  );
}

/** The second choice, proven only when both are. */
function refined(first: PortfolioSolution, second: SearchResult): SearchResult {
  if (!hasChoice(second)) return first;
  return { ...second, status: first.status === 'optimal' ? second.status : 'feasible' };
}
