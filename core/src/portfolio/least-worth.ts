import {
  hasChoice,
  type PortfolioSolution,
  type SearchOptions,
  type SearchResult,
  searched,
} from './exact.ts';
import type { Candidate, Pin, PortfolioProblem } from './model.ts';
import type { Between } from './prices.ts';

/**
 * The least that a candidate must bring, in its own yardstick (margin of client work, contribution of an
 * initiative), so that the best choice with it is no worse than the best one without.
 * `needed`: without it no choice keeps the demands. `always`: it is worth taking whatever it brings.
 * `never`: whatever it brings, taking it makes the best choice worse or impossible. `unknown`: the
 * searches were stopped before they could tell.
 */
export type LeastWorth =
  | {
      readonly status: 'from';
      readonly least: Between;
      /** What the best choice without it takes, and the best one with it does not. */
      readonly displaces: readonly string[];
    }
  | { readonly status: 'needed' | 'always' | 'never' | 'unknown' };

/**
 * The least margin of a deal below which it costs more than it brings, since it displaces other work
 * (B02); its least price is that margin and its own cost. Two searches, no estimate: the best choice
 * without it, and the best one with it when it brings nothing itself.
 * Where the other yardstick is maximised, its own helps only to reach a floor: the second search then
 * asks how much of that floor the others reach while the optimum is kept.
 */
export function leastWorth(
  problem: PortfolioProblem,
  id: string,
  options: SearchOptions,
): LeastWorth {
  const candidate = problem.candidates.find((one) => one.id === id);
  if (!candidate) throw new RangeError(`no candidate ${id}`);
  const without = searched(pinned(problem, { id, in: false }), null, options);
  if (!hasChoice(without))
    return { status: without.status === 'infeasible' ? 'needed' : 'unknown' };
  const inside = pinned(worthless(problem, id), { id, in: true, start: null });
  const isMaximised = (candidate.kind === 'client') === (problem.objective.maximise === 'margin');
  return isMaximised
    ? fromObjective(without, searched(inside, null, options))
    : fromFloor(inside, without, options);
}

function fromObjective(without: PortfolioSolution, inside: SearchResult): LeastWorth {
  if (!hasChoice(inside)) return { status: inside.status === 'infeasible' ? 'never' : 'unknown' };
  const least = { least: without.value - inside.bound, most: without.bound - inside.value };
  return { status: 'from', least, displaces: displaced(without, inside) };
}

/** The optimum without it must be exact, since it becomes a floor of the second search. */
function fromFloor(
  inside: PortfolioProblem,
  without: PortfolioSolution,
  options: SearchOptions,
): LeastWorth {
  const { objective } = inside;
  const floor =
    objective.maximise === 'margin' ? objective.leastContribution : objective.leastMarginMinor;
  if (without.value < without.bound) return { status: 'unknown' };
  const others = searched(
    { ...inside, objective: turned(objective.maximise, without.value) },
    null,
    options,
  );
  if (!hasChoice(others)) return { status: others.status === 'infeasible' ? 'never' : 'unknown' };
  if (floor === null) return { status: 'always' };
  const least = { least: floor - others.bound, most: floor - others.value };
  return { status: 'from', least, displaces: displaced(without, others) };
}

/** The other yardstick maximised, at least `least` of the one that was. */
function turned(
  maximised: PortfolioProblem['objective']['maximise'],
  least: number,
): PortfolioProblem['objective'] {
  return maximised === 'margin'
    ? { maximise: 'contribution', leastMarginMinor: least }
    : { maximise: 'margin', leastContribution: least };
}

function displaced(without: PortfolioSolution, inside: PortfolioSolution): string[] {
  const kept = new Set(inside.chosen.map(({ id }) => id));
  return without.chosen.map(({ id }) => id).filter((id) => !kept.has(id));
}

/** The problem with this pin instead of any other of the same candidate. */
export function pinned(problem: PortfolioProblem, pin: Pin): PortfolioProblem {
  return { ...problem, pins: [...problem.pins.filter(({ id }) => id !== pin.id), pin] };
}

function worthless(problem: PortfolioProblem, id: string): PortfolioProblem {
  const nothing = (one: Candidate): Candidate =>
    one.kind === 'client' ? { ...one, marginMinor: 0 } : { ...one, contribution: 0 };
  return {
    ...problem,
    candidates: problem.candidates.map((one) => (one.id === id ? nothing(one) : one)),
  };
}
