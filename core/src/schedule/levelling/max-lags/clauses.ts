// Learned clauses. Indices are within bounds by construction; each `as number` only says so.
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
  readonly watchers: Watchers[];
  learned: Clause[];
};

/** Who watches one view, and from which bound on that makes the watched literal false. */
type Watchers = { readonly clauses: Clause[]; readonly from: number[] };

export function createClauseStore(views: number): ClauseStore {
  return {
    watchers: Array.from({ length: views }, () => ({ clauses: [], from: [] })),
    learned: [],
  };
}

/** Remembers a clause of at least two literals. */
export function addClause(store: ClauseStore, clause: Clause): void {
  store.learned.push(clause);
  watch(store, clause, 0);
  watch(store, clause, 1);
}

/** A literal turns false when the opposite view rises. */
function watch({ watchers }: ClauseStore, clause: Clause, place: number): void {
  const list = watchers[(clause.views[place] as number) ^ 1] as Watchers;
  list.clauses.push(clause);
  list.from.push(1 - (clause.values[place] as number));
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
  for (const list of store.watchers) {
    const kept = list.clauses.flatMap((clause, at) => (clause.isDropped ? [] : [at]));
    if (kept.length === list.clauses.length) continue;
    kept.forEach((at, place) => {
      list.clauses[place] = list.clauses[at] as Clause;
      list.from[place] = list.from[at] as number;
    });
    list.clauses.length = kept.length;
    list.from.length = kept.length;
  }
}

/** What follows from the clauses now that `view` has risen. False on a conflict. */
export function wakeClauses(store: ClauseStore, bounds: Bounds, view: number): boolean {
  const { clauses, from } = store.watchers[view] as Watchers;
  const bound = bounds.least[view] as number;
  const { length } = clauses;
  let kept = 0;
  let isFine = true;
  for (let at = 0; at < length; at += 1) {
    const clause = clauses[at] as Clause;
    const limit = from[at] as number;
    if (isFine && bound >= limit) {
      if (clause.isDropped) continue;
      const outcome = visit(store, bounds, clause, view ^ 1);
      if (outcome === moved) continue;
      isFine = outcome === stays;
    }
    clauses[kept] = clause;
    from[kept] = limit;
    kept += 1;
  }
  if (kept === length) return isFine;
  clauses.length = kept;
  from.length = kept;
  return isFine;
}

const stays = 0;
const moved = 1;
const conflict = 2;

/** Looks for another literal to watch than the one on `falseView`; without one the other follows. */
function visit(store: ClauseStore, bounds: Bounds, clause: Clause, falseView: number): number {
  const { views, values } = clause;
  const { least } = bounds;
  const own = views[0] === falseView ? 0 : 1;
  const other = 1 - own;
  const otherView = views[other] as number;
  const otherValue = values[other] as number;
  if ((least[otherView] as number) >= otherValue) return stays;
  for (let next = 2; next < views.length; next += 1) {
    const view = views[next] as number;
    if ((least[view ^ 1] as number) >= 1 - (values[next] as number)) continue;
    swap(views, own, next);
    swap(values, own, next);
    watch(store, clause, own);
    return moved;
  }
  return raise(bounds, otherView, otherValue, clause) ? stays : conflict;
}

function swap(array: Int32Array, a: number, b: number): void {
  const held = array[a] as number;
  array[a] = array[b] as number;
  array[b] = held;
}
