import type { LevelledActivity, LevellingCost, LevellingProblem } from '../problem.ts';
import { workReader } from './usage.ts';

/** Start times with what they cost. */
export type Plan = {
  readonly activities: readonly LevelledActivity[];
  readonly cost: LevellingCost;
};

/**
 * The plan of today in the terms of the problem, whether or not it keeps every rule; null when some
 * work has no days yet. Moments between tasks lie where their links put them.
 */
export function standingPlan(problem: LevellingProblem): Plan | null {
  const { finish } = workReader(problem);
  const placed = new Map<string, LevelledActivity>();
  for (const activity of problem.activities) {
    const start = activity.pinned ?? activity.current;
    if (start === undefined && activity.duration > 0) return null;
    const at = start ?? activity.release ?? 0;
    placed.set(activity.id, { id: activity.id, start: at, finish: finish(activity, at) });
  }
  placeMoments(problem, placed);
  const activities = problem.activities.flatMap(({ id }) => placed.get(id) ?? []);
  return { activities, cost: costOf(problem, activities) };
}

/** Moves what has no length and no days of its own behind what it waits for. */
function placeMoments(problem: LevellingProblem, placed: Map<string, LevelledActivity>): void {
  const moments = new Set(
    problem.activities
      .filter((one) => one.duration === 0 && one.pinned === undefined && one.current === undefined)
      .map(({ id }) => id),
  );
  const links = problem.links.filter((link) => moments.has(link.to));
  for (let round = 0, isMoving = true; isMoving && round <= moments.size; round += 1) {
    isMoving = false;
    for (const link of links) {
      const from = placed.get(link.from);
      const to = placed.get(link.to);
      if (!from || !to) continue;
      const at = (link.type.startsWith('finish') ? from.finish : from.start) + link.lag;
      if (at <= to.start) continue;
      placed.set(link.to, { id: link.to, start: at, finish: at });
      isMoving = true;
    }
  }
}

function costOf(problem: LevellingProblem, placed: readonly LevelledActivity[]): LevellingCost {
  let lateness = 0;
  let change = 0;
  problem.activities.forEach(({ due, current }, index) => {
    const place = placed[index];
    if (!place) return;
    if (due) lateness += Math.max(0, place.finish - due.slot) * due.weight;
    if (current !== undefined) change += Math.abs(place.start - current);
  });
  const makespan = placed.reduce((last, { finish }) => Math.max(last, finish), 0);
  return { lateness, makespan, change };
}
