import { type LagNetwork, lagNetwork, unlinked } from './network.ts';
import type { MaxLag, MaxLagProblem } from './problem.ts';

/** The links with the orders that follow from them, and the pairs whose order is still open. */
export type OrderedPairs = {
  readonly network: LagNetwork;
  readonly lags: readonly MaxLag[];
  /** Tasks that cannot run at the same time. */
  readonly open: readonly (readonly [number, number])[];
  /** A pair that can run in neither order nor together: no schedule exists. */
  readonly impossible: readonly [number, number] | null;
};

/** Above so many open pairs the orders are left to the profile of each resource. */
const mostPairs = 20_000;

/**
 * Pairs of tasks that together ask more than there is of a resource must follow each other; where
 * the lags leave one order only, it becomes a link, again and again until nothing follows (as the
 * disjunctive consistency test of Dorndorf, Pesch, Phan-Huy, 2000, over distances).
 */
export function orderPairs(problem: MaxLagProblem): OrderedPairs {
  const pairs = rivals(problem);
  let lags = problem.lags;
  for (;;) {
    const network = lagNetwork({ ...problem, lags });
    if (!network.ok) return { network, lags, open: [], impossible: null };
    const orders = pairs.map((pair) => forcedOrder(problem, network, pair));
    const impossible = pairs[orders.indexOf('impossible')] ?? null;
    if (impossible !== null) return { network, lags, open: [], impossible };
    const found = orders.filter((order) => typeof order === 'object');
    if (found.length > 0) {
      lags = [...lags, ...found];
      continue;
    }
    const open = pairs.filter((_, index) => orders[index] === 'open');
    return { network, lags, open: open.length > mostPairs ? [] : open, impossible };
  }
}

function rivals(problem: MaxLagProblem): readonly (readonly [number, number])[] {
  const { durations, demands, capacities } = problem;
  const pairs: (readonly [number, number])[] = [];
  const areRivals = (a: number, b: number): boolean =>
    capacities.some(
      (capacity, resource) =>
        (demands[a]?.[resource] ?? 0) + (demands[b]?.[resource] ?? 0) > capacity,
    );
  for (let a = 0; a < durations.length; a += 1) {
    for (let b = a + 1; b < durations.length; b += 1) {
      if (durations[a] && durations[b] && areRivals(a, b)) pairs.push([a, b]);
    }
  }
  return pairs;
}

function forcedOrder(
  problem: MaxLagProblem,
  network: Extract<LagNetwork, { ok: true }>,
  [a, b]: readonly [number, number],
): 'impossible' | 'open' | 'kept' | MaxLag {
  const forward = network.distance[a * network.size + b] ?? unlinked;
  const backward = network.distance[b * network.size + a] ?? unlinked;
  const durationA = problem.durations[a] ?? 0;
  const durationB = problem.durations[b] ?? 0;
  if (forward >= durationA || backward >= durationB) return 'kept';
  const canLead = backward <= -durationA;
  const canFollow = forward <= -durationB;
  if (canLead && canFollow) return 'open';
  if (canLead) return { predecessor: a, successor: b, lag: durationA };
  if (canFollow) return { predecessor: b, successor: a, lag: durationB };
  return 'impossible';
}
