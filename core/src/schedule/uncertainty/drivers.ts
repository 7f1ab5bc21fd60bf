import { at } from '../column.ts';
import type { Draws } from './draws.ts';
import type { SampledNetwork } from './sampled-network.ts';
import { isCertain, spreadVariance } from './spread.ts';

/** How far one task's uncertainty drives an end. */
export type Driver = {
  readonly taskId: string;
  /**
   * Rank correlation (C. Spearman, 1904) of the task's length with the end over all samples, -1 to 1:
   * its cruciality. Source: T. Williams, Criticality in stochastic networks, JORS 43 (1992).
   */
  readonly rankCorrelation: number;
  /**
   * Criticality × standard deviation of the length / standard deviation of the end, 0 and up: the schedule
   * sensitivity index. For tasks in series its squares add up to 1.
   * Source: PMBOK; M. Vanhoucke, Omega 38 (2010).
   */
  readonly sensitivity: number;
};

/** An end with its finish in each sample, in the order of samples. */
export type CollectedEnd = {
  readonly id: string;
  readonly places: Int32Array;
  readonly finishes: Float64Array;
};

/**
 * What drives each end, most first. A task is held against the end it belongs to, and one that belongs
 * to none against the first. Correlations that chance alone gives (three standard errors) are left out.
 * O(tasks × samples).
 */
export function driversOf(of: {
  readonly sampled: SampledNetwork;
  readonly draws: Draws;
  readonly samples: number;
  readonly tasks: readonly { readonly criticality: number }[];
  readonly ends: readonly CollectedEnd[];
}): Map<string, Driver[]> {
  const { sampled, draws, samples, tasks, ends } = of;
  const found = new Map<string, Driver[]>(ends.map(({ id }) => [id, []]));
  if (samples < 2) return found;
  const ranked = ends.map((end) => rankedEnd(end, samples));
  const shares = new Float64Array(samples);
  const endOf = endsOfTasks(sampled.network.count, ends);
  for (let node = 0; node < sampled.network.count; node += 1) {
    const spread = sampled.spreads[node];
    const end = ranked[at(endOf, node)];
    const task = sampled.network.project.tasks[node];
    if (!spread || isCertain(spread) || !end || !task || end.deviation === 0) continue;
    draws.fill(at(sampled.streams, node), 0, shares);
    const rankCorrelation = correlationWith(end.scores, shares);
    if (Math.abs(rankCorrelation) < 3 / Math.sqrt(samples)) continue;
    const deviation = Math.sqrt(spreadVariance(spread)) * at(sampled.network.values.duration, node);
    const sensitivity = ((tasks[node]?.criticality ?? 0) * deviation) / end.workDeviation(node);
    found.get(end.id)?.push({ taskId: task.id, rankCorrelation, sensitivity });
  }
  for (const drivers of found.values())
    drivers.sort((a, b) => b.rankCorrelation - a.rankCorrelation || (a.taskId < b.taskId ? -1 : 1));
  return found;

  function rankedEnd({ id, finishes }: CollectedEnd, size: number) {
    const own = finishes.subarray(0, size);
    const byClock = new Map<unknown, number>();
    return {
      id,
      scores: standardised(ranksOf(own)),
      deviation: deviationOf(own),
      /** Spread of the end in working minutes of the task's calendar. */
      workDeviation: (node: number) => {
        const clock = sampled.network.clocks[node];
        const known = byClock.get(clock);
        if (known !== undefined) return known;
        const deviation = deviationOf(own.map((date) => clock?.workBefore(date) ?? date));
        byClock.set(clock, deviation || Number.POSITIVE_INFINITY);
        return deviation || Number.POSITIVE_INFINITY;
      },
    };
  }
}

function endsOfTasks(count: number, ends: readonly CollectedEnd[]): Int32Array {
  const endOf = new Int32Array(count);
  for (let end = ends.length - 1; end >= 0; end -= 1)
    for (const place of ends[end]?.places ?? []) endOf[place] = end;
  return endOf;
}

/** Ranks from 0; equal values share the mean of theirs. */
function ranksOf(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((a, b) => at(values, a) - at(values, b));
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order.length; ) {
    let next = first + 1;
    while (next < order.length && valueAt(next) === valueAt(first)) next += 1;
    for (let i = first; i < next; i += 1) ranks[order[i] ?? 0] = (first + next - 1) / 2;
    first = next;
  }
  return ranks;

  function valueAt(place: number): number {
    return at(values, order[place] ?? 0);
  }
}

/** Mean 0, sum of squares 1; all 0 when there is no difference. */
function standardised(values: Float64Array): Float64Array {
  const mean = meanOf(values);
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return values.map((value) => (squares === 0 ? 0 : (value - mean) / Math.sqrt(squares)));
}

/**
 * Correlation of standardised scores with shares. A task's shares lie one in each strip, so that they
 * are its ranks but for the place within the strip; lengths rise with them, so their ranks are the same.
 */
function correlationWith(scores: Float64Array, shares: Float64Array): number {
  let [sum, squares, product] = [0, 0, 0];
  for (let i = 0; i < scores.length; i += 1) {
    const share = at(shares, i);
    sum += share;
    squares += share * share;
    product += share * at(scores, i);
  }
  const variance = squares - (sum * sum) / scores.length;
  return variance <= 0 ? 0 : product / Math.sqrt(variance);
}

function deviationOf(values: Float64Array): number {
  const mean = meanOf(values);
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return Math.sqrt(squares / Math.max(1, values.length - 1));
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}
