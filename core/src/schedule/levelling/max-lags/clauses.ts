import { type Bounds, raise } from './bounds.ts';

/** At least one of the literals (views[i], values[i]) is true. No view comes twice. */
export type Clause = {
  readonly kind: 'clause';
  readonly views: Int32Array;
  readonly values: Int32Array;
  /** How many decision levels it joined when learned: the fewer, the longer it is kept. */
  readonly levels: number;
  /** When it last took part in a conflict, counted in conflicts. */
  lastUse: number;
  isDropped: boolean;
};

/** The clauses that watch each view; the first two literals of a clause are watched. */
export type ClauseStore = {
  /** By view: whom to wake when it rises. */
  readonly watchers: Clause[][];
  learned: Clause[];
};

export function createClauseStore(views: number): ClauseStore {
  return { watchers: Array.from({ length: views }, () => []), learned: [] };
}

/** Remembers a clause of at least two literals. */
export function addClause(store: ClauseStore, clause: Clause): void {
  store.learned.push(clause);
  // A literal turns false when the opposite view rises.
  store.watchers[(clause.views[0] ?? 0) ^ 1]?.push(clause);
  store.watchers[(clause.views[1] ?? 0) ^ 1]?.push(clause);
}

/** Drops the half of the learned clauses whose last use is longest ago. */
export function forgetClauses(store: ClauseStore, bounds: Bounds): void {
  const inUse = new Set<unknown>(bounds.trail.reason.slice(0, bounds.trail.length));
  const sorted = [...store.learned].sort((a, b) => b.lastUse - a.lastUse);
  const half = sorted.length >> 1;
  sorted.forEach((clause, rank) => {
    if (rank >= half && clause.levels > 2 && !inUse.has(clause)) clause.isDropped = true;
  });
  store.learned = store.learned.filter((clause) => !clause.isDropped);
}

/** What follows from the clauses now that `view` has risen. False on a conflict. */
export function wakeClauses(store: ClauseStore, bounds: Bounds, view: number): boolean {
  const list = store.watchers[view];
  if (list === undefined) return true;
  const falseView = view ^ 1;
  let kept = 0;
  let at = 0;
  let isFine = true;
  for (; at < list.length && isFine; at += 1) {
    // Within the length by the loop's condition.
    const clause = list[at] as Clause;
    if (clause.isDropped) continue;
    const outcome = visit(store, bounds, clause, falseView);
    if (outcome !== 'moved') {
      list[kept] = clause;
      kept += 1;
    }
    isFine = outcome !== 'conflict';
  }
  for (; at < list.length; at += 1) {
    list[kept] = list[at] as Clause; // as above
    kept += 1;
  }
  list.length = kept;
  return isFine;
}

function visit(
  store: ClauseStore,
  bounds: Bounds,
  clause: Clause,
  falseView: number,
): 'kept' | 'moved' | 'conflict' {
  const { views, values } = clause;
  const { least } = bounds;
  const own = views[0] === falseView ? 0 : 1;
  const isFalse = (least[falseView ^ 1] ?? 0) >= 1 - (values[own] ?? 0);
  if (!isFalse) return 'kept';
  const other = 1 - own;
  const otherView = views[other] ?? 0;
  const otherValue = values[other] ?? 0;
  if ((least[otherView] ?? 0) >= otherValue) return 'kept';
  for (let next = 2; next < views.length; next += 1) {
    const view = views[next] ?? 0;
    if ((least[view ^ 1] ?? 0) >= 1 - (values[next] ?? 0)) continue;
    swap(views, own, next);
    swap(values, own, next);
    store.watchers[view ^ 1]?.push(clause);
    return 'moved';
  }
  return raise(bounds, otherView, otherValue, clause) ? 'kept' : 'conflict';
}

function swap(array: Int32Array, a: number, b: number): void {
  const held = array[a] ?? 0;
  array[a] = array[b] ?? 0;
  array[b] = held;
}
