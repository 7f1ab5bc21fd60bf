/**
 * Tasks with minimum and maximum lags on shared capacity (RCPSP/max): find starts that end soonest.
 * Time is in whole units of the caller's choice (days, hours); the earliest start is 0.
 */
export type MaxLagProblem = {
  /** Whole units, 0 or more; 0 is a milestone. */
  readonly durations: readonly number[];
  /** For each task what it takes of each resource while it runs, whole numbers, 0 or more. */
  readonly demands: readonly (readonly number[])[];
  /** Of each resource: how much there is at any moment. */
  readonly capacities: readonly number[];
  readonly lags: readonly MaxLag[];
};

/**
 * The successor starts at least `lag` after the predecessor starts. A maximum lag of `m` from A to
 * B ("B starts at most m after A") is the same the other way round: predecessor B, successor A,
 * lag −m. A finish-to-start link of A to B is lag = duration of A.
 */
export type MaxLag = {
  readonly predecessor: number;
  readonly successor: number;
  readonly lag: number;
};

/** One thing that a schedule breaks. */
export type MaxLagViolation =
  | { readonly kind: 'starts-before-zero'; readonly task: number }
  | { readonly kind: 'lag'; readonly lag: MaxLag; readonly actual: number }
  | {
      readonly kind: 'capacity';
      readonly resource: number;
      readonly at: number;
      readonly demand: number;
    };

/** When the last task ends; 0 without tasks. */
export function makespanOf(problem: MaxLagProblem, starts: readonly number[]): number {
  return problem.durations.reduce(
    (latest, duration, task) => Math.max(latest, (starts[task] ?? 0) + duration),
    0,
  );
}

/**
 * Everything that `starts` breaks, computed from the problem alone and by other means than the
 * solver's: it is the judge of the solver. Empty when the schedule is good. Takes n² × resources.
 */
export function maxLagViolations(
  problem: MaxLagProblem,
  starts: readonly number[],
): readonly MaxLagViolation[] {
  const found: MaxLagViolation[] = [];
  problem.durations.forEach((_, task) => {
    if (!((starts[task] ?? -1) >= 0)) found.push({ kind: 'starts-before-zero', task });
  });
  for (const lag of problem.lags) {
    const actual = (starts[lag.successor] ?? 0) - (starts[lag.predecessor] ?? 0);
    if (actual < lag.lag) found.push({ kind: 'lag', lag, actual });
  }
  problem.capacities.forEach((capacity, resource) => {
    // The demand rises only where a task starts.
    for (const at of new Set(starts)) {
      const demand = demandAt(problem, starts, resource, at);
      if (demand > capacity) found.push({ kind: 'capacity', resource, at, demand });
    }
  });
  return found;
}

function demandAt(
  problem: MaxLagProblem,
  starts: readonly number[],
  resource: number,
  at: number,
): number {
  return problem.durations.reduce((sum, duration, task) => {
    const start = starts[task] ?? 0;
    const runs = start <= at && at < start + duration;
    return runs ? sum + (problem.demands[task]?.[resource] ?? 0) : sum;
  }, 0);
}
