import { type Bounds, decision, explain, levelOf, riseOf } from './bounds.ts';

/** What a conflict teaches: one of these literals must be true; the first one is new at `level`. */
export type Lesson = {
  readonly views: number[];
  readonly values: number[];
  /** The level to go back to, where the first literal follows. −1: there is no solution at all. */
  readonly level: number;
  /** How many decision levels took part. */
  readonly levels: number;
};

/** Memory of the analysis, kept between conflicts so that none need be cleared in full. */
export type Analysis = {
  /** Of each view the value that the contradiction needs; `none` when it needs none. */
  readonly need: Int32Array;
  /** Views that have a need. */
  touched: number[];
  /** The literals that the last conflict passed through (view, value, view, value …). */
  readonly seen: number[];
  /** Conflicts so far. */
  conflicts: number;
};

const none = -2_147_483_648;

export function createAnalysis(views: number): Analysis {
  return { need: new Int32Array(views).fill(none), touched: [], seen: [], conflicts: 0 };
}

/**
 * The first unique implication point of the conflict (Marques-Silva & Sakallah, 1999), over bounds
 * instead of booleans: goes back along the trail, replacing each literal of the last level by its
 * reason until one is left. A reason is asked only for the value needed, which may be weaker than
 * the bound that was set.
 */
export function analyse(bounds: Bounds, analysis: Analysis, conflict: readonly number[]): Lesson {
  const { need, seen } = analysis;
  seen.length = 0;
  analysis.conflicts += 1;
  for (let at = 0; at < conflict.length; at += 2) {
    ask(bounds, analysis, conflict[at] ?? 0, conflict[at + 1] ?? 0);
  }
  const top = topLevel(bounds, analysis);
  const first = top === 0 ? -1 : firstImplication(bounds, analysis, top);
  const lesson = first < 0 ? nothing() : lessonOf(bounds, analysis, first);
  for (const view of analysis.touched) need[view] = none;
  analysis.touched = [];
  return lesson;
}

/** Replaces the literals of the level by their reasons until one is left: that one's view. */
function firstImplication(bounds: Bounds, analysis: Analysis, level: number): number {
  const { trail, levels } = bounds;
  const from = levels[level - 1] ?? 0;
  let open = countSince(bounds, analysis, from);
  for (let rise = (levels[level] ?? trail.length) - 1; rise >= from; rise -= 1) {
    const view = trail.view[rise] ?? 0;
    const needed = analysis.need[view] ?? none;
    if (needed <= (trail.before[rise] ?? 0)) continue;
    if (open === 1) return view;
    analysis.need[view] = none;
    open += askReasons(bounds, analysis, { rise, view, needed, from }) - 1;
  }
  return -1;
}

/** Asks for the reasons of a rise; how many views thereby begin to hang on the level. */
function askReasons(
  bounds: Bounds,
  analysis: Analysis,
  step: {
    readonly rise: number;
    readonly view: number;
    readonly needed: number;
    readonly from: number;
  },
): number {
  const reason = bounds.trail.reason[step.rise] ?? decision;
  if (reason.kind === 'clause') reason.lastUse = analysis.conflicts;
  const literals: number[] = [];
  explain(reason, step.view, step.needed, literals);
  let opened = 0;
  for (let at = 0; at < literals.length; at += 2) {
    const literal = [literals[at] ?? 0, literals[at + 1] ?? 0] as const;
    opened += askSince(bounds, analysis, literal, step.from);
  }
  return opened;
}

function nothing(): Lesson {
  return { views: [], values: [], level: -1, levels: 0 };
}

/** Notes that the contradiction needs the literal. True when that is new. */
function ask(bounds: Bounds, analysis: Analysis, view: number, value: number): boolean {
  const { need, touched, seen } = analysis;
  if (value <= (need[view] ?? none)) return false;
  if (riseOf(bounds, view, value) < (bounds.levels[0] ?? Number.MAX_SAFE_INTEGER)) return false;
  if (need[view] === none) {
    touched.push(view);
    seen.push(view, value);
  }
  need[view] = value;
  return true;
}

/** As `ask`; 1 when the view thereby begins to hang on the last level, else 0. */
function askSince(
  bounds: Bounds,
  analysis: Analysis,
  [view, value]: readonly [number, number],
  from: number,
): number {
  const before = analysis.need[view] ?? none;
  const wasOpen = before !== none && riseOf(bounds, view, before) >= from;
  if (!ask(bounds, analysis, view, value)) return 0;
  return !wasOpen && riseOf(bounds, view, value) >= from ? 1 : 0;
}

function topLevel(bounds: Bounds, analysis: Analysis): number {
  let top = 0;
  for (const view of analysis.touched) {
    const rise = riseOf(bounds, view, analysis.need[view] ?? none);
    top = Math.max(top, levelOf(bounds, rise));
  }
  return top;
}

function countSince(bounds: Bounds, analysis: Analysis, from: number): number {
  let open = 0;
  for (const view of analysis.touched) {
    if (riseOf(bounds, view, analysis.need[view] ?? none) >= from) open += 1;
  }
  return open;
}

/** The negations of what is needed, the last level's first, then the next highest level's. */
function lessonOf(bounds: Bounds, analysis: Analysis, first: number): Lesson {
  const { need } = analysis;
  const views = [first ^ 1];
  const values = [1 - (need[first] ?? 0)];
  const found = new Set<number>();
  let level = 0;
  for (const view of new Set(analysis.touched)) {
    const needed = need[view] ?? none;
    if (view === first || needed === none) continue;
    if (followsFromOthers(bounds, analysis, view, needed)) continue;
    const own = levelOf(bounds, riseOf(bounds, view, needed));
    found.add(own);
    views.push(view ^ 1);
    values.push(1 - needed);
    if (own > level) {
      level = own;
      swapEntries(views, values, views.length - 1);
    }
  }
  return { views, values, level, levels: found.size + 1 };
}

/**
 * True when the reason of a literal is made of other needed literals, so that it says nothing. They
 * must have come true before it: two tasks that push each other would else both be left out, each for
 * the other's sake.
 */
function followsFromOthers(
  bounds: Bounds,
  analysis: Analysis,
  view: number,
  needed: number,
): boolean {
  const rise = riseOf(bounds, view, needed);
  const reason = bounds.trail.reason[rise];
  if (reason === undefined || reason.kind === 'decision') return false;
  const literals: number[] = [];
  explain(reason, view, needed, literals);
  const root = bounds.levels[0] ?? 0;
  for (let at = 0; at < literals.length; at += 2) {
    const other = literals[at] ?? 0;
    const value = literals[at + 1] ?? 0;
    if (other === view) return false;
    const need = analysis.need[other] ?? none;
    const isNeeded = need >= value && riseOf(bounds, other, need) < rise;
    if (!isNeeded && riseOf(bounds, other, value) >= root) return false;
  }
  return true;
}

function swapEntries(views: number[], values: number[], at: number): void {
  const [view, value] = [views[1] ?? 0, values[1] ?? 0];
  views[1] = views[at] ?? 0;
  values[1] = values[at] ?? 0;
  views[at] = view;
  values[at] = value;
}
