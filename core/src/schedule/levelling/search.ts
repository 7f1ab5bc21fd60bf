import type { Bounds } from './bounds.ts';
import type { Compiled } from './compile.ts';
import { compareCost, costFiller, emptyPlan, type Plan } from './cost.ts';
import { type Generate, generator, type Times } from './generate.ts';
import { orderSorter } from './order.ts';
import type { LevellingCost, LevellingOptions, LevellingTracePoint } from './problem.ts';

/** What every search shares: the passes, the count of schedules, the best plan so far. */
export type Search = {
  readonly compiled: Compiled;
  readonly best: Plan;
  readonly trace: LevellingTracePoint[];
  /** Schedules at most; may be infinite. */
  readonly maxSchedules: number;
  /** Schedules begun so far; one that is given up counts in full. */
  schedules: number;
  /** No plan can end sooner; raised when that is proved. */
  makespanBound: number;
  /** Start times given so far over the number of activities: what the passes really came to. */
  work: number;
  /** True when the bound is reached, the limit is spent or the caller says stop. */
  isOver: () => boolean;
  /**
   * Forward pass in `order` into `plan`, its cost, and its order for the backward pass. False when
   * the makespan must pass `limit`: the plan is then void.
   */
  forward: (order: Int32Array, plan: Plan, limit: number) => boolean;
  /**
   * Backward pass in `order`; gives the order for the forward pass. `from` says how late each may
   * end. False when it must pass `limit` slots (plain problems only): the order is then void.
   */
  backward: (step: BackwardStep) => boolean;
};

/** What a backward pass takes and fills. */
export type BackwardStep = {
  readonly order: Int32Array;
  readonly from: Plan;
  readonly out: Int32Array;
  readonly limit: number;
};

/** Schedules between two looks at the caller's wish to stop. */
const stopEvery = 64;

/** A fresh search: nothing counted, no plan yet. */
export function createSearch(
  compiled: Compiled,
  bounds: Bounds,
  options: LevellingOptions,
): Search {
  const maxSchedules =
    options.maxSchedules ?? (options.shouldStop ? Number.POSITIVE_INFINITY : 1000);
  const passes = createPasses(compiled);
  const best = emptyPlan(compiled.size);
  const trace: LevellingTracePoint[] = [];
  let asked = 0;
  let isStopped = false;
  const search: Search = {
    compiled,
    best,
    trace,
    maxSchedules,
    makespanBound: bounds.makespan,
    schedules: 0,
    work: 0,
    isOver() {
      if (isStopped || search.schedules >= maxSchedules || isBest()) return true;
      if (search.schedules - asked < stopEvery) return false;
      asked = search.schedules;
      isStopped = options.shouldStop?.() ?? false;
      return isStopped;
    },
    forward(order, plan, limit) {
      const placed = passes.forward(order, plan, limit);
      count(placed);
      if (placed < compiled.size) return false;
      if (compareCost(plan, best) < 0) improve(plan);
      return true;
    },
    backward(step) {
      const placed = passes.backward(step);
      count(placed);
      return placed === compiled.size;
    },
  };
  return search;

  function isBest(): boolean {
    const { lateness, makespan, change } = best;
    return lateness <= bounds.fullLateness && makespan <= search.makespanBound && change === 0;
  }

  function count(placed: number): void {
    search.schedules += 1;
    search.work += placed / compiled.size;
  }

  function improve(plan: Plan): void {
    copyPlan(plan, best);
    const point = { schedules: search.schedules, cost: costOf(best) };
    trace.push(point);
    options.onImprovement?.(point);
  }
}

/** The three figures of a plan. */
export function costOf({ lateness, makespan, change }: LevellingCost): LevellingCost {
  return { lateness, makespan, change };
}

/** Copies times, order and cost. */
export function copyPlan(from: Plan, to: Plan): void {
  to.start.set(from.start);
  to.finish.set(from.finish);
  to.order.set(from.order);
  to.lateness = from.lateness;
  to.makespan = from.makespan;
  to.change = from.change;
}

function createPasses(compiled: Compiled) {
  const { size, directions, isPlain } = compiled;
  const [ahead, back] = directions;
  const runAhead: Generate = generator(compiled, ahead);
  const runBack: Generate = generator(compiled, back);
  const sortBack = orderSorter(compiled, back);
  const sortAhead = orderSorter(compiled, ahead);
  const fillCost = costFiller(compiled);
  const mirror: Times = { start: new Int32Array(size), finish: new Int32Array(size) };
  const held = new Int32Array(size);
  const holdBack = createHolder(compiled);
  return {
    /** Both return how many activities they placed: all, or fewer when the limit stopped them. */
    forward(order: Int32Array, plan: Plan, limit: number): number {
      const last = runAhead(order, plan, limit, null);
      if (last < 0) return -last - 1;
      plan.makespan = last;
      fillCost(plan);
      sortBack(plan, last, plan.order);
      return size;
    },
    backward({ order, from, out, limit }: BackwardStep): number {
      if (!isPlain) holdBack(from, held);
      const most = isPlain ? limit : Number.POSITIVE_INFINITY;
      const last = runBack(order, mirror, most, isPlain ? null : held);
      if (last < 0) return -last - 1;
      sortAhead(mirror, last, out);
      return size;
    },
  };
}

/**
 * How late each activity may end in the backward pass, as a mirrored earliest start: by its due
 * date, or where it is already later, and by the makespan (justification by due dates, V. Valls,
 * F. Ballestín, S. Quintanilla, EJOR 165, 2005).
 */
function createHolder(compiled: Compiled): (from: Plan, held: Int32Array) => void {
  const { size, horizon, dues } = compiled;
  const due = new Int32Array(size).fill(horizon);
  for (const row of dues) due[row.activity] = Math.min(due[row.activity] as number, row.slot);
  return (from, held) => {
    for (let index = 0; index < size; index += 1) {
      const late = Math.max(due[index] as number, from.finish[index] as number);
      held[index] = Math.max(0, horizon - Math.min(late, from.makespan));
    }
  };
}
