import { at } from './column.ts';
import type { Minute } from './model.ts';
import type { Network } from './network.ts';

/** Dates while they are calculated, by task. Of a summary they are those of all below it. */
export type Dates = {
  readonly earlyStart: Float64Array;
  readonly earlyFinish: Float64Array;
  readonly lateStart: Float64Array;
  readonly lateFinish: Float64Array;
  /** What links and constraints of a summary ask of each task below it; infinite when nothing. */
  readonly startBound: Float64Array;
  readonly finishBound: Float64Array;
  readonly lateBound: Float64Array;
  readonly lateStartBound: Float64Array;
  /** Of an inactive task: the latest finish that what waits for it leaves to what it waits for. */
  readonly passedLate: Float64Array;
  /** What successors ask of a task's late finish, before the end of the whole limits it. */
  readonly askedFinish: Float64Array;
  /** Latest start of what remains: `lateStart`, but for work under way. Predecessors go by it. */
  readonly restStart: Float64Array;
  /** The link that holds the early start where it is, by its place; -1 when none does. */
  readonly driver: Int32Array;
  /** Early finish of the whole. */
  end: Minute;
};

/** Nothing asked. */
export const minus = Number.NEGATIVE_INFINITY;
export const plus = Number.POSITIVE_INFINITY;

/** Places in `constraintTypes`. */
export const constraintCodes = {
  asSoonAsPossible: 0,
  asLateAsPossible: 1,
  startNoEarlierThan: 2,
  startNoLaterThan: 3,
  finishNoEarlierThan: 4,
  finishNoLaterThan: 5,
  mustStartOn: 6,
  mustFinishOn: 7,
} as const;
/** One calculation under way. */
export type Pass = {
  readonly network: Network;
  readonly dates: Dates;
  /** Going forward again, with late dates known for tasks as late as possible. */
  readonly isSecond: boolean;
};

/** Empty columns for a network. */
export function emptyDates(count: number): Dates {
  const column = (value: number) => new Float64Array(count).fill(value);
  return {
    earlyStart: column(Number.NaN),
    earlyFinish: column(Number.NaN),
    lateStart: column(Number.NaN),
    lateFinish: column(Number.NaN),
    startBound: column(minus),
    finishBound: column(minus),
    lateBound: column(plus),
    lateStartBound: column(plus),
    passedLate: column(plus),
    askedFinish: column(plus),
    restStart: column(Number.NaN),
    driver: new Int32Array(count).fill(-1),
    end: minus,
  };
}

/** Earliest start and latest finish of the tasks below a summary; an inactive one counts all of them. */
export function rollUp(
  network: Network,
  task: number,
  from: { readonly start: Float64Array; readonly finish: Float64Array; readonly isLate?: boolean },
): void {
  const { children, values } = network;
  const placement = values.placement[task];
  if (placement?.isPinned) {
    const span = placement.forward(network.origin);
    from.start[task] = span.start;
    from.finish[task] = span.finish;
    return;
  }
  let start = plus;
  let finish = minus;
  for (let i = at(children.starts, task); i < at(children.starts, task + 1); i += 1) {
    const child = at(children.items, i);
    if (at(values.isActive, child) !== 1 && at(values.isActive, task) === 1) continue;
    const [early, late] = [at(from.start, child), at(from.finish, child)];
    if (early < start) start = early;
    if (late > finish) finish = late;
  }
  if (placement && !from.isLate && start !== plus) {
    start = placement.forward(start).start;
    finish = placement.backward(finish).finish;
  }
  from.start[task] = start === plus ? Number.NaN : start;
  from.finish[task] = finish === minus ? Number.NaN : finish;
}
