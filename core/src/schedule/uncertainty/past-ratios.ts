import { normalQuantile } from './normal.ts';
import type { Spread } from './spread.ts';

/** A finished task: what it took against what was estimated, and what kind of work it was. */
export type PastTask = {
  readonly id: string;
  readonly projectId: string;
  /** The kind of work: tasks of one key are held against each other. */
  readonly key: string;
  /** Both in minutes, above zero. */
  readonly estimateMinutes: number;
  readonly actualMinutes: number;
};

/** How the firm's estimates turned out for one kind of work. */
export type PastRatio = {
  readonly key: string;
  /** Finished tasks it rests on. */
  readonly count: number;
  /** Geometric mean of actual / estimate of these tasks alone. */
  readonly ownRatio: number;
  /** The ratio used: the own one, drawn towards the firm's where tasks are few. */
  readonly ratio: number;
  /** How much of the own ratio counts, 0 to 1 (its credibility). */
  readonly weight: number;
  /** What a further task of the kind is expected to take, as a multiple of its estimate. */
  readonly spread: Extract<Spread, { kind: 'lognormal' }>;
};

/** How well ratios foretell, each task foretold from all others (leave-one-out; M. Stone, 1974). */
export type PastHonesty = {
  readonly count: number;
  /** Mean absolute error of log(actual / foretold): of the estimates as they were, and with the ratios. */
  readonly errorAsEstimated: number;
  readonly errorWithRatios: number;
  /** Share of tasks that took at most what P50, P80 and P95 had said. */
  readonly within50: number;
  readonly within80: number;
  readonly within95: number;
};

/** What a firm's finished tasks say of its estimates. */
export type PastRatios = {
  readonly count: number;
  /** Geometric mean of actual / estimate over all of them; 1 without any. */
  readonly ratio: number;
  readonly kinds: readonly PastRatio[];
  /** The spread of a task of a key; of one never seen that of the firm. Null without finished tasks. */
  readonly spreadOf: (key: string) => PastRatio['spread'] | null;
  /** How far tasks of one project run over together, 0 to 0.9. */
  readonly correlation: number;
};

/** Fewer finished tasks than this say nothing of spread. */
const leastTasks = 5;
/** So many tasks' worth of weight the common spread has in that of each kind. */
const spreadWeight = 10;

/**
 * Ratios of actual to estimate by kind of work. Logarithms of ratios are taken as normal (estimates are
 * off by factors: T. Little, IEEE Software 23, 2006); the mean of each kind is drawn towards the firm's by
 * its credibility n / (n + within / between) (H. Bühlmann and E. Straub, 1970), its variance towards the
 * common one. O(tasks).
 */
export function pastRatios(tasks: readonly PastTask[]): PastRatios {
  const usable = tasks.filter(isUsable);
  const sums = sumsBy(usable, ({ key }) => key);
  const model = modelOf(sums);
  const isEnough = usable.length >= leastTasks;
  return {
    count: usable.length,
    ratio: Math.exp(model.mean),
    kinds: [...sums]
      .map(([key, own]) => pastRatio(model, key, own))
      .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)),
    spreadOf: (key) => (isEnough ? spreadFor(model, sums.get(key) ?? nothing) : null),
    correlation: isEnough ? correlationWithin(usable) : 0,
  };
}

/**
 * How well ratios would have foretold each finished task from all others; null without enough of them.
 * O(tasks × kinds).
 */
export function pastHonesty(all: readonly PastTask[]): PastHonesty | null {
  const tasks = all.filter(isUsable);
  if (tasks.length < leastTasks) return null;
  const sums = sumsBy(tasks, ({ key }) => key);
  let [asEstimated, withRatios, within50, within80, within95] = [0, 0, 0, 0, 0];
  const others = new Map(sums);
  for (const task of tasks) {
    const value = logRatio(task);
    const own = sums.get(task.key) ?? nothing;
    others.set(task.key, plus(own, value, -1));
    const foretold = spreadFor(modelOf(others), others.get(task.key) ?? nothing);
    others.set(task.key, own);
    asEstimated += Math.abs(value);
    withRatios += Math.abs(value - foretold.logMean);
    const at = (share: number) => foretold.logMean + foretold.logDeviation * normalQuantile(share);
    if (value <= at(0.5)) within50 += 1;
    if (value <= at(0.8)) within80 += 1;
    if (value <= at(0.95)) within95 += 1;
  }
  const count = tasks.length;
  return {
    count,
    errorAsEstimated: asEstimated / count,
    errorWithRatios: withRatios / count,
    within50: within50 / count,
    within80: within80 / count,
    within95: within95 / count,
  };
}

/** Number, sum and sum of squares of log ratios. */
type Sums = { readonly count: number; readonly sum: number; readonly squares: number };

const nothing: Sums = { count: 0, sum: 0, squares: 0 };

type Model = {
  readonly mean: number;
  /** Variance of log ratios within kinds, and of the kinds' means. */
  readonly within: number;
  readonly between: number;
};

function isUsable({ estimateMinutes, actualMinutes }: PastTask): boolean {
  return estimateMinutes > 0 && actualMinutes > 0;
}

function logRatio(task: PastTask): number {
  return Math.log(task.actualMinutes / task.estimateMinutes);
}

function plus(sums: Sums, value: number, times: 1 | -1 = 1): Sums {
  return {
    count: sums.count + times,
    sum: sums.sum + times * value,
    squares: sums.squares + times * value * value,
  };
}

function sumsBy(tasks: readonly PastTask[], keyOf: (task: PastTask) => string): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const task of tasks) {
    const key = keyOf(task);
    sums.set(key, plus(sums.get(key) ?? nothing, logRatio(task)));
  }
  return sums;
}

/** Variances by the method of moments, as Bühlmann and Straub estimate them. */
function modelOf(sums: ReadonlyMap<string, Sums>): Model {
  let [all, groups, groupSquares, countSquares] = [nothing, 0, 0, 0];
  for (const own of sums.values()) {
    if (own.count === 0) continue;
    groups += 1;
    groupSquares += (own.sum * own.sum) / own.count;
    countSquares += own.count * own.count;
    all = {
      count: all.count + own.count,
      sum: all.sum + own.sum,
      squares: all.squares + own.squares,
    };
  }
  if (all.count === 0) return { mean: 0, within: 0, between: 0 };
  const mean = all.sum / all.count;
  const within = Math.max(0, all.squares - groupSquares) / Math.max(1, all.count - groups);
  const spare = all.count - countSquares / all.count;
  const betweenSquares = groupSquares - all.count * mean * mean - (groups - 1) * within;
  return { mean, within, between: spare > 0 ? Math.max(0, betweenSquares / spare) : 0 };
}

function weightOf({ within, between }: Model, count: number): number {
  if (count === 0 || between === 0) return 0;
  return count / (count + within / between);
}

function spreadFor(model: Model, own: Sums): PastRatio['spread'] {
  const weight = weightOf(model, own.count);
  const ownMean = own.count === 0 ? model.mean : own.sum / own.count;
  const logMean = weight * ownMean + (1 - weight) * model.mean;
  const ownSquares = own.count === 0 ? 0 : Math.max(0, own.squares - own.sum * ownMean);
  const free = Math.max(0, own.count - 1);
  const variance = (ownSquares + spreadWeight * model.within) / (free + spreadWeight);
  // Of the next task: its own scatter, and how unsure the mean of its kind is.
  const unsure = (1 - weight) * model.between;
  return { kind: 'lognormal', logMean, logDeviation: Math.sqrt(variance + unsure) };
}

function pastRatio(model: Model, key: string, own: Sums): PastRatio {
  const spread = spreadFor(model, own);
  return {
    key,
    count: own.count,
    ownRatio: Math.exp(own.sum / own.count),
    ratio: Math.exp(spread.logMean),
    weight: weightOf(model, own.count),
    spread,
  };
}

/**
 * Intraclass correlation of log ratios within projects, from a one-way analysis of variance
 * (R. A. Fisher, 1925), each kind's own mean taken off first.
 */
function correlationWithin(tasks: readonly PastTask[]): number {
  const kinds = sumsBy(tasks, ({ key }) => key);
  const projects = new Map<string, Sums>();
  for (const task of tasks) {
    const kind = kinds.get(task.key) ?? nothing;
    const rest = logRatio(task) - kind.sum / kind.count;
    projects.set(task.projectId, plus(projects.get(task.projectId) ?? nothing, rest));
  }
  const { within, between } = modelOf(projects);
  const total = within + between;
  return projects.size < 3 || total === 0 ? 0 : Math.min(0.9, between / total);
}
