import type { Clause } from './clauses.ts';

/**
 * The bounds of the variables and how they came about: the memory of the search.
 *
 * Every variable x has two views, both of which only rise: view 2x is x itself, view 2x + 1 is −x.
 * A literal is a pair (view, value), true when the view is at least value; its negation is
 * (view ^ 1, 1 − value). So one rule of propagation serves both directions.
 */
export type Bounds = {
  /** What each view is at least. */
  readonly least: Int32Array;
  /** Of each view the index on the trail of its last rise, −1 when it never rose. */
  readonly lastRise: Int32Array;
  readonly trail: {
    length: number;
    readonly view: number[];
    /** The view's bound before this rise. */
    readonly before: number[];
    /** The index of the view's rise before, −1 for none. */
    readonly previous: number[];
    readonly reason: Reason[];
  };
  /** Length of the trail at which each decision was made. */
  readonly levels: number[];
  /** How far the trail has been propagated. */
  propagated: number;
  /** Why the bounds contradict each other, when they do: literals that cannot all be true. */
  conflict: number[] | null;
};

/** Why a bound rose. */
export type Reason =
  | { readonly kind: 'decision' }
  | Arc
  | Clause
  /** These literals (view, value, view, value …) together make it so. */
  | { readonly kind: 'explained'; readonly literals: readonly number[] };

/**
 * View `to` is at least view `from` + `lag`; with a `condition` (a view of an order, else −1) only
 * when that order is decided so.
 */
export type Arc = {
  readonly kind: 'arc';
  readonly from: number;
  readonly to: number;
  readonly lag: number;
  readonly condition: number;
};

export const decision: Reason = { kind: 'decision' };

/** Variables with these ranges, nothing decided. */
export function createBounds(ranges: readonly (readonly [number, number])[]): Bounds {
  const least = new Int32Array(ranges.length * 2);
  ranges.forEach(([low, high], variable) => {
    least[2 * variable] = low;
    least[2 * variable + 1] = -high;
  });
  return {
    least,
    lastRise: new Int32Array(ranges.length * 2).fill(-1),
    trail: { length: 0, view: [], before: [], previous: [], reason: [] },
    levels: [],
    propagated: 0,
    conflict: null,
  };
}

export function lowOf(bounds: Bounds, variable: number): number {
  return bounds.least[2 * variable] ?? 0;
}

export function highOf(bounds: Bounds, variable: number): number {
  return -(bounds.least[2 * variable + 1] ?? 0);
}

/** Raises a view to `value`. False, with the conflict noted, when that passes its other bound. */
export function raise(bounds: Bounds, view: number, value: number, reason: Reason): boolean {
  const { least, lastRise, trail } = bounds;
  const before = least[view] ?? 0;
  if (before >= value) return true;
  if (value + (least[view ^ 1] ?? 0) > 0) {
    bounds.conflict = [view ^ 1, 1 - value];
    explain(reason, view, value, bounds.conflict);
    return false;
  }
  const at = trail.length;
  trail.view[at] = view;
  trail.before[at] = before;
  trail.previous[at] = lastRise[view] ?? -1;
  trail.reason[at] = reason;
  trail.length = at + 1;
  lastRise[view] = at;
  least[view] = value;
  return true;
}

/** What the view of an order (a variable of 0 or 1) must be at least for it to be decided so. */
export function decidedValue(view: number): number {
  return 1 - (view & 1);
}

/** Adds to `into` the literals by which `reason` brought the view to at least `value`. */
export function explain(reason: Reason, view: number, value: number, into: number[]): void {
  if (reason.kind === 'arc') {
    into.push(reason.from, value - reason.lag);
    if (reason.condition >= 0) into.push(reason.condition, decidedValue(reason.condition));
  } else if (reason.kind === 'explained') {
    for (const part of reason.literals) into.push(part);
  } else if (reason.kind === 'clause') {
    const { views, values } = reason;
    for (let at = 0; at < views.length; at += 1) {
      const other = views[at] ?? 0;
      if (other !== view) into.push(other ^ 1, 1 - (values[at] ?? 0));
    }
  }
}

export function decide(bounds: Bounds, view: number, value: number): void {
  bounds.levels.push(bounds.trail.length);
  raise(bounds, view, value, decision);
}

/** Takes back every decision above `level` with all that followed from it. */
export function backTo(bounds: Bounds, level: number): void {
  const target = bounds.levels[level];
  if (target === undefined) return;
  const { trail, least, lastRise } = bounds;
  for (let at = trail.length - 1; at >= target; at -= 1) {
    const view = trail.view[at] ?? 0;
    least[view] = trail.before[at] ?? 0;
    lastRise[view] = trail.previous[at] ?? -1;
  }
  trail.length = target;
  bounds.levels.length = level;
  bounds.propagated = target;
}

/** The index of the rise that first made (view, value) true, −1 when it always was. */
export function riseOf(bounds: Bounds, view: number, value: number): number {
  const { before, previous } = bounds.trail;
  let at = bounds.lastRise[view] ?? -1;
  while (at >= 0 && (before[at] ?? 0) >= value) at = previous[at] ?? -1;
  return at;
}

/** The number of decisions made when the trail had come to `rise`; 0 for what holds always. */
export function levelOf(bounds: Bounds, rise: number): number {
  const { levels } = bounds;
  let low = 0;
  let high = levels.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((levels[middle] ?? 0) <= rise) low = middle + 1;
    else high = middle;
  }
  return low;
}
