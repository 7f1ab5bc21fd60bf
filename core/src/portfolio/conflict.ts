import { type SearchOptions, solvedRows } from './exact.ts';
import type { Demand, PortfolioProblem } from './model.ts';
import { type Program, programOf } from './program.ts';

/**
 * `conflict`: these demands cannot be met together, and without any one of them they can. `none`: all
 * demands can be met. `unknown`: stopped before.
 */
export type Conflict =
  | { readonly status: 'conflict'; readonly demands: readonly Demand[] }
  | { readonly status: 'none' | 'unknown' };

/** Thrown through the recursion when a question stays open. */
class Undecided extends Error {}

/**
 * Why a problem has no solution: a smallest set of demands that contradict each other, in the sense
 * that none can be left out of it (there may be another set). Demands of single candidates are looked at
 * first, capacity last. Source: U. Junker, "QuickXplain" (AAAI 2004).
 * Complexity: about `k · log2(n / k) + 2k` searches for `k` of `n` demands.
 */
export function findConflict(problem: PortfolioProblem, options: SearchOptions): Conflict {
  // Only demands that have a row can be broken.
  const { rows }: Program = programOf(problem);
  const all = new Set(rows.map(({ demand }) => demand));
  const demands = [...all].filter((demand) => demand !== null);
  const canMeet = (some: readonly Demand[]) => isFeasible(problem, some, options);
  try {
    if (canMeet(demands)) return { status: 'none' };
    return { status: 'conflict', demands: smallest(canMeet, [], demands) };
  } catch (error) {
    if (error instanceof Undecided) return { status: 'unknown' };
    throw error;
  }
}

/** The part of `demands` needed for a contradiction with `kept`, which alone can be met. */
function smallest(
  canMeet: (demands: readonly Demand[]) => boolean,
  kept: readonly Demand[],
  demands: readonly Demand[],
): Demand[] {
  if (demands.length === 1) return [...demands];
  const half = Math.ceil(demands.length / 2);
  const [first, second] = [demands.slice(0, half), demands.slice(half)];
  const ofSecond = canMeet([...kept, ...first])
    ? smallest(canMeet, [...kept, ...first], second)
    : [];
  const ofFirst =
    ofSecond.length > 0 && !canMeet([...kept, ...ofSecond])
      ? []
      : smallest(canMeet, [...kept, ...ofSecond], first);
  return [...ofFirst, ...ofSecond];
}

function isFeasible(
  problem: PortfolioProblem,
  demands: readonly Demand[],
  options: SearchOptions,
): boolean {
  if (demands.length === 0) return true;
  const program: Program = programOf(problem, demands);
  const { status } = solvedRows(
    { ...program, values: program.values.map(() => 0) },
    {
      solver: options.solver,
      start: null,
      relativeGap: 0,
      absoluteGap: 0,
      seconds: options.seconds ?? Infinity,
      seed: options.seed ?? 1,
      shouldStop: options.shouldStop ?? (() => false),
      onProgress: () => undefined,
    },
  );
  if (status === 'unknown') throw new Undecided();
  return status !== 'infeasible';
}
