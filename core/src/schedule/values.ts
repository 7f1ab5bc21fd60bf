import type { Placement } from './placement.ts';

/** Links as columns. In a mirrored network both their direction and their ends are turned round. */
export type LinkColumns = {
  /** Places of tasks; -1 in both for a link left out. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Place in `linkTypes`. */
  readonly type: Uint8Array;
  /** Minutes, or a share of the predecessor's duration (0.5 for half). */
  readonly lag: Float64Array;
  readonly lagUnit: Uint8Array;
};

/** Units of `LinkColumns.lagUnit`. */
export const lagUnits = { working: 0, elapsed: 1, percent: 2, elapsedPercent: 3 } as const;

/** Columns of what decides a task's dates; an edit changes these. */
export type TaskValues = {
  readonly duration: Float64Array;
  readonly isElapsed: Uint8Array;
  /** Place in `constraintTypes`, and its date (0 when it has none). */
  readonly constraint: Uint8Array;
  readonly constraintDate: Float64Array;
  /** What wins of its constraint and links: 0 as the project says, 1 the constraint, 2 the links. */
  readonly winner: Uint8Array;
  /** Infinite when there is none. */
  readonly deadline: Float64Array;
  /** Minutes of the clock by which levelling holds it back. */
  readonly delay: Float64Array;
  /** How a task lies in time when it is not one stretch of working time; null when it is. */
  readonly placement: (Placement | null)[];
  readonly isActive: Uint8Array;
  /** One of `taskStates`. */
  readonly state: Uint8Array;
};

/** How far a task is, in so far as its dates go by it. */
export const taskStates = { open: 0, underWay: 1, done: 2, manual: 3 } as const;
