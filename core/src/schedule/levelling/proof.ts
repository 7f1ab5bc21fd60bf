import type { Compiled } from './compile.ts';
import { compareCost, emptyPlan, type Plan } from './cost.ts';
import { type ExactSearch, exactSearch } from './max-lags/exact.ts';
import { orderPairs } from './max-lags/order-pairs.ts';
import type { MaxLagProblem } from './max-lags/problem.ts';
import type { Search } from './search.ts';

/** How much of the time goes to the complete search. */
export type ProofSettings = {
  /** So many steps are taken early on, one for so many schedules of the other search… */
  readonly earlySteps: number;
  readonly schedulesPerStep: number;
  /** …and one for so many later. */
  readonly schedulesPerLateStep: number;
};

/** Schedules as which one step of the complete search counts: about what it costs. */
const schedulesPerStep = 10;

/**
 * The complete search beside another one: it finds a plan that ends sooner than the best so far or
 * proves that there is none (lazy clause generation, docs/scheduling.md). At each `turn` it takes a
 * step for every `schedulesEach` schedules since the last one; a better plan is returned. Null where it
 * does not apply: plain problems only.
 */
export function createProver(
  search: Search,
  settings: ProofSettings & { readonly seed: number },
): { readonly turn: () => Plan | null } | null {
  const { compiled, best } = search;
  if (!compiled.isPlain || compiled.current.some((start) => start >= 0)) return null;
  let exact: ExactSearch | null = null;
  let end = Number.POSITIVE_INFINITY;
  let last = search.schedules;
  return {
    turn() {
      const isEarly = (exact?.steps() ?? 0) < settings.earlySteps;
      const schedulesEach = isEarly ? settings.schedulesPerStep : settings.schedulesPerLateStep;
      const allowed = (search.maxSchedules - search.schedules) / schedulesPerStep;
      const steps = Math.floor(Math.min(allowed, (search.schedules - last) / schedulesEach));
      if (steps === 0 || search.isOver()) return null;
      exact ??= exactBelow(compiled, best.makespan, settings.seed);
      if (exact === null || !isSoughtBelow(exact)) {
        search.makespanBound = best.makespan;
        return null;
      }
      const outcome = exact.advance(steps);
      search.schedules += steps * schedulesPerStep;
      last = search.schedules;
      if (outcome === 'none') search.makespanBound = best.makespan;
      return outcome === 'found' ? planOf(search, exact.found().starts) : null;
    },
  };

  /** Tells the complete search of a better plan found meanwhile; false when that is the best. */
  function isSoughtBelow(sought: ExactSearch): boolean {
    if (best.makespan >= end) return true;
    end = best.makespan;
    sought.near(best.start);
    return sought.endBy(end - 1);
  }
}

/** Null when the links alone show that no plan ends before `makespan`. */
function exactBelow(compiled: Compiled, makespan: number, seed: number): ExactSearch | null {
  const problem = asLags(compiled);
  const pairs = orderPairs(problem);
  const { network } = pairs;
  if (!network.ok || pairs.impossible !== null) return null;
  const horizon = makespan - 1;
  const longest = network.earliest.map((start, task) => start + (network.tails[task] ?? 0));
  if (longest.some((length) => length > horizon)) return null;
  return exactSearch({ problem, pairs: { ...pairs, network } }, { horizon, seed });
}

/** The same problem in starts and lags. */
function asLags({ problem, arcs, duration }: Compiled): MaxLagProblem {
  return {
    durations: [...duration],
    capacities: problem.resources.map(({ capacity }) => capacity),
    demands: problem.activities.map(({ demands }) =>
      problem.resources.map(
        ({ id }) => demands.find(({ resource }) => resource === id)?.amount ?? 0,
      ),
    ),
    lags: arcs.map(({ from, to }) => ({
      predecessor: from,
      successor: to,
      lag: duration[from] ?? 0,
    })),
  };
}

/** The pass in the order of these starts: no activity starts later than it does in them. */
function planOf(search: Search, starts: readonly number[]): Plan | null {
  const { topological } = search.compiled.directions[0];
  const places = new Int32Array(search.compiled.size);
  topological.forEach((index, place) => {
    places[index] = place;
  });
  const order = Int32Array.from(topological).sort(
    (one, other) =>
      (starts[one] ?? 0) - (starts[other] ?? 0) || (places[one] ?? 0) - (places[other] ?? 0),
  );
  const plan = emptyPlan(search.compiled.size);
  search.forward(order, plan, Number.POSITIVE_INFINITY);
  return compareCost(plan, search.best) <= 0 ? plan : null;
}
