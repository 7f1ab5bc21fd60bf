/**
 * A solver's upper bound on whole values, rounded down to a whole one. What floating point may have lost
 * is added first: a millionth, or a million-millionth of the bound where that is more.
 */
export function wholeBound(bound: number): number {
  return Math.floor(bound + 1e-6 * Math.max(1, Math.abs(bound) * 1e-6));
}
