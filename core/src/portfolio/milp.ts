/**
 * A program in columns that are 0 or 1: maximise `value · x` so that each row's sum is at most its
 * `upper`. All numbers are whole.
 */
export type MilpModel = {
  readonly values: readonly number[];
  readonly rows: readonly MilpRow[];
};

/** One row: `coefficients[k]` times column `columns[k]`, summed, is at most `upper`. */
export type MilpRow = {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  readonly upper: number;
};

/** How a mixed-integer solver is to work, and whom it tells. */
export type MilpControls = {
  /** A point that keeps every row, to start from; `null`: none. */
  readonly start: ArrayLike<number> | null;
  /** Stop once the bound is at most this far above the best value, as a share of the value. */
  readonly relativeGap: number;
  /** Stop once the bound is at most this far above the best value. */
  readonly absoluteGap: number;
  /** Seconds of wall clock; `Infinity`: no limit. */
  readonly seconds: number;
  readonly seed: number;
  /** Asked often; the search ends soon after it says yes. */
  readonly shouldStop: () => boolean;
  readonly onProgress: (progress: MilpProgress) => void;
};

/** Best value so far (`-Infinity`: none yet) and the upper bound on every value. */
export type MilpProgress = {
  readonly value: number;
  readonly bound: number;
  readonly nodes: number;
};

/**
 * `optimal`: within the gaps asked for. `feasible`: stopped before. `unknown`: stopped with no point.
 * `bound` is an upper bound on every value, within the solver's tolerance.
 */
export type MilpOutcome =
  | {
      readonly status: 'optimal' | 'feasible';
      readonly point: ArrayLike<number>;
      readonly bound: number;
      readonly nodes: number;
    }
  | { readonly status: 'infeasible' }
  | { readonly status: 'unknown'; readonly bound: number; readonly nodes: number };

/** The program with columns between 0 and 1: its point, and the prices that prove its value best. */
export type RelaxedOutcome =
  | {
      readonly status: 'optimal';
      readonly value: number;
      readonly point: ArrayLike<number>;
      /** What one more of a row's `upper` is worth, 0 or more. */
      readonly rowPrices: ArrayLike<number>;
    }
  | { readonly status: 'infeasible' | 'unknown' };

/** What the engine needs of a solver. `highsSolver` makes one of the npm package `highs`. */
export type MilpSolver = {
  readonly solve: (model: MilpModel, controls: MilpControls) => MilpOutcome;
  readonly relax: (model: MilpModel) => RelaxedOutcome;
};
