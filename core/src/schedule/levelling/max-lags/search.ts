import { type Random, seededRandom } from '../../../random.ts';
import {
  type Arc,
  type Bounds,
  backTo,
  createBounds,
  decidedValue,
  highOf,
  lowOf,
  raise,
} from './bounds.ts';
import {
  addClause,
  type ClauseStore,
  createClauseStore,
  forgetClauses,
  wakeClauses,
} from './clauses.ts';
import { type Analysis, analyse, createAnalysis } from './conflict.ts';
import type { LagNetwork } from './network.ts';
import type { OrderedPairs } from './order-pairs.ts';
import type { MaxLagProblem } from './problem.ts';
import { createProfile, propagateTimeTable, type SharedResource } from './time-table.ts';

/** A search under way. Variables 0 … n−1 are the tasks' starts, n the makespan, then the orders. */
export type Search = {
  readonly taskCount: number;
  readonly bounds: Bounds;
  readonly clauses: ClauseStore;
  readonly analysis: Analysis;
  /** By view: the arcs that begin there, those on condition included. */
  readonly arcs: readonly Arc[][];
  /** By view of an order: the arcs that hold once it is decided so. */
  readonly conditioned: readonly Arc[][];
  readonly resources: readonly SharedResource[];
  /** By task: the resources it takes. */
  readonly resourcesOf: readonly (readonly number[])[];
  /** By resource: whether a bound has moved since its profile was looked at. */
  readonly isStale: boolean[];
  /** How much each variable took part in conflicts, the recent ones weighing more. */
  readonly activity: Float64Array;
  /** Of each variable the value that a conflict lastly hung on. */
  readonly hot: Int32Array;
  /** The best values known, tried first. */
  readonly guide: Int32Array;
  readonly random: Random;
  /** What one conflict adds to an activity now. */
  weight: number;
};

/** Sets up the search for schedules that end by `horizon`, which the links alone must allow. */
export function createSearch(
  problem: MaxLagProblem,
  pairs: OrderedPairs & { readonly network: Extract<LagNetwork, { ok: true }> },
  options: { readonly horizon: number; readonly seed: number },
): Search {
  const { earliest, tails } = pairs.network;
  const { horizon, seed } = options;
  const taskCount = problem.durations.length;
  const resources = sharedResources(problem);
  const ranges: (readonly [number, number])[] = [
    ...earliest.map((low, task) => [low, horizon - (tails[task] ?? 0)] as const),
    [0, horizon],
    ...pairs.open.map(() => [0, 1] as const),
  ];
  return {
    taskCount,
    bounds: createBounds(ranges),
    clauses: createClauseStore(ranges.length * 2),
    analysis: createAnalysis(ranges.length * 2),
    ...arcsOf(problem, pairs, ranges.length * 2),
    resources,
    resourcesOf: problem.durations.map((_, task) =>
      resources.flatMap((resource, index) => (resource.tasks.includes(task) ? [index] : [])),
    ),
    isStale: resources.map(() => true),
    activity: new Float64Array(ranges.length),
    hot: new Int32Array(ranges.length).fill(-1),
    guide: Int32Array.from(ranges, ([low]) => low),
    random: seededRandom(seed),
    weight: 1,
  };
}

function sharedResources(problem: MaxLagProblem): readonly SharedResource[] {
  return problem.capacities.map((capacity, resource) => {
    const tasks = problem.durations.flatMap((duration, task) =>
      duration > 0 && (problem.demands[task]?.[resource] ?? 0) > 0 ? [task] : [],
    );
    return {
      capacity,
      tasks: Int32Array.from(tasks),
      demands: Int32Array.from(tasks, (task) => problem.demands[task]?.[resource] ?? 0),
      durations: Int32Array.from(tasks, (task) => problem.durations[task] ?? 0),
      profile: createProfile(tasks.length),
    };
  });
}

function arcsOf(problem: MaxLagProblem, pairs: OrderedPairs, views: number) {
  const taskCount = problem.durations.length;
  const arcs: Arc[][] = Array.from({ length: views }, () => []);
  const conditioned: Arc[][] = Array.from({ length: views }, () => []);
  const link = (from: number, to: number, lag: number, condition = -1): void => {
    const forward: Arc = { kind: 'arc', from: 2 * from, to: 2 * to, lag, condition };
    const backward: Arc = { kind: 'arc', from: 2 * to + 1, to: 2 * from + 1, lag, condition };
    for (const arc of [forward, backward]) {
      arcs[arc.from]?.push(arc);
      conditioned[condition]?.push(arc);
    }
  };
  for (const { predecessor, successor, lag } of pairs.lags) link(predecessor, successor, lag);
  problem.durations.forEach((duration, task) => {
    link(task, taskCount, duration);
  });
  pairs.open.forEach(([a, b], index) => {
    const order = taskCount + 1 + index;
    link(a, b, problem.durations[a] ?? 0, 2 * order);
    link(b, a, problem.durations[b] ?? 0, 2 * order + 1);
  });
  return { arcs, conditioned };
}

/** Follows every arc once from the first bounds. False when they already contradict each other. */
export function lookAtAll(search: Search): boolean {
  return search.arcs.every((arcs) => arcs.every((arc) => follow(search.bounds, arc)));
}

/** Everything that follows from the bounds. False on a conflict, which `bounds.conflict` explains. */
export function propagate(search: Search): boolean {
  const { bounds, isStale, resources } = search;
  for (;;) {
    while (bounds.propagated < bounds.trail.length) {
      bounds.propagated += 1;
      if (!wake(search, bounds.trail.view[bounds.propagated - 1] ?? 0)) return false;
    }
    const stale = isStale.indexOf(true);
    const resource = resources[stale];
    if (resource === undefined) return true;
    const isFine = propagateTimeTable(bounds, resource);
    // Its own pushes mark it anew when they are looked at.
    isStale[stale] = !isFine;
    if (!isFine) return false;
  }
}

function wake(search: Search, view: number): boolean {
  if (!wakeArcs(search, view) || !wakeClauses(search.clauses, search.bounds, view)) return false;
  for (const resource of search.resourcesOf[view >> 1] ?? []) search.isStale[resource] = true;
  return true;
}

function wakeArcs(search: Search, view: number): boolean {
  const { bounds } = search;
  for (const arc of search.arcs[view] ?? []) {
    if (!follow(bounds, arc)) return false;
  }
  for (const arc of search.conditioned[view] ?? []) {
    if ((bounds.least[view] ?? 0) >= decidedValue(view) && !follow(bounds, arc)) return false;
  }
  return true;
}

function follow(bounds: Bounds, arc: Arc): boolean {
  const { least } = bounds;
  const value = (least[arc.from] ?? 0) + arc.lag;
  const { condition } = arc;
  if (condition < 0 || (least[condition] ?? 0) >= decidedValue(condition)) {
    return raise(bounds, arc.to, value, arc);
  }
  if (value + (least[arc.to ^ 1] ?? 0) <= 0) return true;
  const literals = [arc.from, value - arc.lag, arc.to ^ 1, 1 - value];
  return raise(bounds, condition ^ 1, decidedValue(condition ^ 1), { kind: 'explained', literals });
}

/** Learns from the conflict and goes back to where the lesson bites. False: there is no solution. */
export function learn(search: Search): boolean {
  const { bounds, analysis, clauses } = search;
  const lesson = analyse(bounds, analysis, bounds.conflict ?? []);
  bounds.conflict = null;
  if (lesson.level < 0) return false;
  bump(search);
  backTo(bounds, lesson.level);
  const [view = 0] = lesson.views;
  const [value = 0] = lesson.values;
  if (lesson.views.length === 1) return raise(bounds, view, value, { kind: 'decision' });
  const clause = {
    kind: 'clause' as const,
    views: Int32Array.from(lesson.views),
    values: Int32Array.from(lesson.values),
    levels: lesson.levels,
    lastUse: analysis.conflicts,
    isDropped: false,
  };
  addClause(clauses, clause);
  if (clauses.learned.length > 4000 + analysis.conflicts / 10) forgetClauses(clauses, bounds);
  return raise(bounds, view, value, clause);
}

function bump(search: Search): void {
  const { activity, hot, analysis } = search;
  for (let at = 0; at < analysis.seen.length; at += 2) {
    const view = analysis.seen[at] ?? 0;
    const value = analysis.seen[at + 1] ?? 0;
    activity[view >> 1] = (activity[view >> 1] ?? 0) + search.weight;
    // As a value v at which x splits into x < v and x ≥ v.
    hot[view >> 1] = view & 1 ? 1 - value : value;
  }
  search.weight *= 1.05;
  if (search.weight > 1e100) {
    for (let at = 0; at < activity.length; at += 1) activity[at] = (activity[at] ?? 0) * 1e-100;
    search.weight *= 1e-100;
  }
}

/** The next literal to try: the earliest task at its earliest start; `null` when all are set. */
export function earliestChoice(search: Search): readonly [number, number] | null {
  const { bounds, taskCount } = search;
  let best = -1;
  for (let task = 0; task < taskCount; task += 1) {
    if (lowOf(bounds, task) === highOf(bounds, task)) continue;
    const gain =
      best < 0
        ? -1
        : lowOf(bounds, task) - lowOf(bounds, best) || highOf(bounds, task) - highOf(bounds, best);
    if (gain < 0) best = task;
  }
  return best < 0 ? null : [2 * best + 1, -lowOf(bounds, best)];
}

/**
 * The next literal to try: of the variable that took part in most conflicts, on the side where the
 * best solution known lies; `null` when all are set.
 */
export function activeChoice(search: Search): readonly [number, number] | null {
  const { bounds, activity, hot, guide } = search;
  const best = mostActive(search);
  if (best < 0) return null;
  if (activity[best] === 0) return earliestChoice(search) ?? [2 * best + 1, -lowOf(bounds, best)];
  const low = lowOf(bounds, best);
  const high = highOf(bounds, best);
  const at = hot[best] ?? -1;
  const wanted = Math.min(high, Math.max(low, guide[best] ?? low));
  const split = at > low && at <= high ? at : low + 1;
  return wanted >= split ? [2 * best, split] : [2 * best + 1, 1 - split];
}

function mostActive({ bounds, taskCount, activity }: Search): number {
  let best = -1;
  for (let at = 0; at < activity.length; at += 1) {
    if (at === taskCount || lowOf(bounds, at) === highOf(bounds, at)) continue;
    if (best < 0 || (activity[at] ?? 0) > (activity[best] ?? 0)) best = at;
  }
  return best;
}
