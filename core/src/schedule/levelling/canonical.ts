import type { LevellingProblem } from './problem.ts';

/** The same problem with its rows in an order of their own, so that no result hangs on the input's. */
export function canonical(problem: LevellingProblem): LevellingProblem {
  return {
    ...problem,
    activities: [...problem.activities].sort((a, b) => compareIds(a.id, b.id)),
    resources: [...problem.resources].sort((a, b) => compareIds(a.id, b.id)),
    links: [...problem.links].sort(
      (a, b) =>
        compareIds(a.from, b.from) ||
        compareIds(a.to, b.to) ||
        compareIds(a.type, b.type) ||
        a.lag - b.lag,
    ),
  };
}

/** Shorter before longer, so that numbers sort as numbers. */
function compareIds(one: string, other: string): number {
  if (one.length !== other.length) return one.length - other.length;
  return one < other ? -1 : one > other ? 1 : 0;
}
