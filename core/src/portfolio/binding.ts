import { hasChoice, type PortfolioSolution, type SearchOptions, searched } from './exact.ts';
import { lift } from './lift.ts';
import type { Demand, PortfolioProblem } from './model.ts';
import type { Between } from './prices.ts';
import { programOf } from './program.ts';

/** A demand, and what the optimum gains when it alone is lifted. */
export type Binding = { readonly demand: Demand; readonly gain: Between };

/** A demand with an upper bound on the gain of lifting it. */
type Prospect = { readonly demand: Demand; readonly most: number };

/**
 * The one demand that binds: the one whose lifting alone raises the optimum most; `null` when none does.
 * Exact: each demand's gain is bounded by the relaxation without it, and demands are solved without in
 * the order of these bounds, until no bound is above the best gain found.
 * A demand that no price stands on in the relaxation cannot lower its bound, so it shares that of the
 * whole. `limit` is the greatest number of searches; when it ends them, `most` of the gain is still true.
 */
export function bindingDemand(
  problem: PortfolioProblem,
  base: PortfolioSolution,
  input: { readonly limit: number; readonly options: SearchOptions },
): Binding | null {
  let best: { readonly demand: Demand; readonly gain: number } | null = null;
  let open = 0;
  let searches = 0;
  for (const { demand, most } of prospects(problem, base, input.options)) {
    if (most <= (best?.gain ?? 0)) break;
    if (searches >= input.limit) {
      open = most;
      break;
    }
    searches += 1;
    const result = searched(lift(problem, demand), base.chosen, input.options);
    if (!hasChoice(result)) continue;
    const gain = result.value - base.value;
    open = Math.max(open, result.bound - base.value);
    if (gain > (best?.gain ?? 0)) best = { demand, gain };
  }
  return (
    best && { demand: best.demand, gain: { least: best.gain, most: Math.max(best.gain, open) } }
  );
}

/** Demands that may gain, greatest bound first. */
function prospects(
  problem: PortfolioProblem,
  base: PortfolioSolution,
  options: SearchOptions,
): Prospect[] {
  const program = programOf(problem);
  const whole = options.solver.relax(program);
  const sharedBound = whole.status === 'optimal' ? whole.value : Infinity;
  const isPriced = new Map<string, { readonly demand: Demand; readonly priced: boolean }>();
  for (const [row, { demand: own }] of program.rows.entries())
    for (const demand of own ? liftedBy(own) : []) {
      const key = JSON.stringify(demand);
      const price = whole.status === 'optimal' ? (whole.rowPrices[row] ?? 0) : 0;
      const priced = price > priceTolerance || isPriced.get(key)?.priced === true;
      isPriced.set(key, { demand, priced });
    }
  return [...isPriced.values()]
    .map(({ demand, priced }) => {
      const bound = priced ? relaxedWithout(problem, demand, options) : sharedBound;
      return { demand, most: Math.floor(bound + 1e-6 * Math.max(1, Math.abs(bound))) - base.value };
    })
    .sort((a, b) => b.most - a.most);
}

/** The demands whose lifting does away with a row of this demand: capacity frees client work as well. */
function liftedBy(demand: Demand): Demand[] {
  return demand.kind === 'reserve' ? [demand, { ...demand, kind: 'capacity' }] : [demand];
}

/** Prices below this are what the solver's floating point leaves of 0. */
const priceTolerance = 1e-9;

function relaxedWithout(
  problem: PortfolioProblem,
  demand: Demand,
  { solver }: SearchOptions,
): number {
  const relaxed = solver.relax(programOf(lift(problem, demand)));
  return relaxed.status === 'optimal' ? relaxed.value : Infinity;
}
