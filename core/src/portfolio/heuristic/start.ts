import type { MilpSolver } from '../milp.ts';
import type { Choice } from '../model.ts';
import { greatestDivisor, type Program } from '../program.ts';
import { wholeBound } from '../whole-bound.ts';
import { matrixOf } from './matrix.ts';
import { memeticSearch } from './memetic.ts';

/** How a start is looked for. */
export type StartOptions = {
  readonly solver: MilpSolver;
  /** Children of the genetic search; 0: none but the first, made of the relaxation. */
  readonly steps: number;
  readonly seed: number;
  readonly shouldStop: () => boolean;
  /** Stop when no choice is better by more than this share of the value. */
  readonly relativeGap: number;
  readonly onImproved: (value: number, bound: number) => void;
};

/** A good choice with an upper bound on all; `chosen` is `null` when none was found. */
export type Start =
  | { readonly status: 'start'; readonly chosen: readonly Choice[] | null; readonly bound: number }
  | { readonly status: 'infeasible' };

/**
 * A good choice to hand to the exact search. The relaxation gives the bound and the prices by which
 * candidates are compared; a genetic search does the rest. Ends as soon as the bound proves it best.
 */
export function findStart(program: Program, options: StartOptions): Start {
  const relaxation = options.solver.relax(program);
  if (relaxation.status !== 'optimal')
    return relaxation.status === 'infeasible'
      ? { status: 'infeasible' }
      : { status: 'start', chosen: null, bound: Infinity };
  const unit = program.values.reduce(greatestDivisor, 0) || 1;
  const bound = wholeBound(relaxation.value / unit) * unit;
  const columnOf = memeticSearch(matrixOf(program, relaxation), {
    ...options,
    target: bound > 0 ? bound / (1 + options.relativeGap) : bound,
    onImproved: (value) => options.onImproved(value, bound),
  });
  const chosen =
    columnOf &&
    [...columnOf].flatMap((column) => {
      const choice = program.columns[column];
      return choice ? [choice] : [];
    });
  return { status: 'start', chosen, bound };
}
