// What a plan costs. Indices are within bounds by construction.
import type { Compiled } from './compile.ts';
import type { Times } from './generate.ts';
import type { LevellingCost } from './problem.ts';

/** A plan in the making: its times, and the order it gives to the backward pass. */
export type Plan = Times & {
  readonly order: Int32Array;
  /** Weighted lateness, implied due dates included. */
  lateness: number;
  makespan: number;
  change: number;
};

/** An empty plan, worse than any other. */
export function emptyPlan(size: number): Plan {
  return {
    start: new Int32Array(size),
    finish: new Int32Array(size),
    order: new Int32Array(size),
    lateness: Number.POSITIVE_INFINITY,
    makespan: Number.POSITIVE_INFINITY,
    change: Number.POSITIVE_INFINITY,
  };
}

/** Below 0 when `left` is the better: lateness first, then makespan, then change. */
export function compareCost(left: LevellingCost, right: LevellingCost): number {
  if (left.lateness !== right.lateness) return left.lateness < right.lateness ? -1 : 1;
  if (left.makespan !== right.makespan) return left.makespan < right.makespan ? -1 : 1;
  if (left.change !== right.change) return left.change < right.change ? -1 : 1;
  return 0;
}

/** Fills in lateness and change of a plan whose makespan is set. */
export function costFiller(compiled: Compiled): (plan: Plan) => void {
  const { size, dues, current } = compiled;
  const hasCurrent = current.some((start) => start >= 0);
  return (plan) => {
    plan.lateness = dues.length > 0 ? latenessOf(dues, plan) : 0;
    let change = 0;
    if (hasCurrent)
      for (let index = 0; index < size; index += 1) {
        const now = current[index] as number;
        if (now >= 0) change += Math.abs((plan.start[index] as number) - now);
      }
    plan.change = change;
  };
}

/** Weighted slots late; `ownOnly` leaves out the dues implied by pins. */
export function latenessOf(dues: Compiled['dues'], times: Times, ownOnly = false): number {
  let lateness = 0;
  for (const due of dues) {
    const late = (times.finish[due.activity] as number) - due.slot;
    if (late > 0 && !(ownOnly && due.isImplied)) lateness += late * due.weight;
  }
  return lateness;
}
