import { mostOf } from './packing.ts';
import type { LevellingFault, LevellingProblem } from './problem.ts';

/** The highest capacity, duration or slot that the packed arithmetic carries. */
const highest = 2 ** 28;

/** What makes a problem unanswerable before any search; empty when it can be tried. */
export function findFaults(problem: LevellingProblem): LevellingFault[] {
  return [
    ...doubled(problem.activities),
    ...doubled(problem.resources),
    ...doubled(problem.calendars ?? []),
    ...unknown(problem),
    ...badNumbers(problem),
    ...neverEnough(problem),
  ];
}

function doubled(rows: readonly { readonly id: string }[]): LevellingFault[] {
  const seen = new Set<string>();
  const ids = rows.flatMap(({ id }) => {
    const isDoubled = seen.has(id);
    seen.add(id);
    return isDoubled ? [id] : [];
  });
  return ids.length > 0 ? [{ reason: 'doubled-id', ids }] : [];
}

function unknown(problem: LevellingProblem): LevellingFault[] {
  const activities = new Set(problem.activities.map((activity) => activity.id));
  const resources = new Set(problem.resources.map((resource) => resource.id));
  const calendars = new Set((problem.calendars ?? []).map((calendar) => calendar.id));
  const ids = [
    ...problem.links.flatMap((link) => [link.from, link.to]).filter((id) => !activities.has(id)),
    ...problem.activities
      .flatMap((activity) => activity.demands.map((demand) => demand.resource))
      .filter((id) => !resources.has(id)),
    ...problem.activities
      .map((activity) => activity.calendar)
      .filter((id): id is string => id !== undefined && !calendars.has(id)),
  ];
  return ids.length > 0 ? [{ reason: 'unknown-id', ids: [...new Set(ids)] }] : [];
}

function badNumbers(problem: LevellingProblem): LevellingFault[] {
  const isCount = (value: number | undefined) =>
    value === undefined || (Number.isInteger(value) && value >= 0 && value <= highest);
  const ids = [
    ...problem.activities
      .filter(
        (activity) =>
          ![activity.duration, activity.release, activity.pinned, activity.current].every(
            isCount,
          ) ||
          !activity.demands.every(({ amount }) => isCount(amount) && amount > 0) ||
          new Set(activity.demands.map(({ resource }) => resource)).size <
            activity.demands.length ||
          !isGoodDue(activity.due),
      )
      .map((activity) => activity.id),
    ...problem.links
      .filter(({ lag }) => !Number.isInteger(lag) || Math.abs(lag) > highest)
      .map((link) => link.to),
    ...problem.resources
      .filter(
        ({ capacity, changes }) =>
          !isCount(capacity) ||
          !(changes ?? []).every((change) => isCount(change.capacity) && isCount(change.from)),
      )
      .map((resource) => resource.id),
    ...(problem.calendars ?? [])
      .filter(({ pauses }) => !pauses.every(({ from, to }) => isCount(from) && isCount(to)))
      .map((calendar) => calendar.id),
  ];
  return ids.length > 0 ? [{ reason: 'bad-number', ids }] : [];
}

function isGoodDue(due: LevellingProblem['activities'][number]['due']): boolean {
  return !due || (Number.isInteger(due.slot) && due.weight > 0 && Number.isFinite(due.weight));
}

function neverEnough(problem: LevellingProblem): LevellingFault[] {
  return problem.resources.flatMap((resource): LevellingFault[] => {
    const most = mostOf(resource);
    const ids = problem.activities
      .filter(
        (activity) =>
          activity.pinned === undefined &&
          activity.duration > 0 &&
          activity.demands.some(
            (demand) => demand.resource === resource.id && demand.amount > most,
          ),
      )
      .map((activity) => activity.id);
    return ids.length > 0 ? [{ reason: 'never-enough', ids, resource: resource.id }] : [];
  });
}
