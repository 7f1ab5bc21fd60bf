import { mostOf } from './packing.ts';
import type { LevellingFault, LevellingPace, LevellingProblem } from './problem.ts';

/** The highest capacity, duration or slot that the packed arithmetic carries. */
const highest = 2 ** 28;

/** What makes a problem unanswerable before any search; empty when it can be tried. */
export function findFaults(problem: LevellingProblem): LevellingFault[] {
  return [
    ...doubled(problem.activities),
    ...doubled(problem.resources),
    ...doubled(problem.calendars ?? []),
    ...doubled(problem.paces ?? []),
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
  const paces = new Set((problem.paces ?? []).map((pace) => pace.id));
  const ids = [
    ...problem.links.flatMap((link) => [link.from, link.to]).filter((id) => !activities.has(id)),
    ...problem.activities.flatMap(resourcesOf).filter((id) => !resources.has(id)),
    ...problem.activities
      .flatMap(({ parts = [] }) => parts.map(({ pace }) => pace))
      .filter((id) => !paces.has(id)),
    ...problem.activities
      .map((activity) => activity.calendar)
      .filter((id): id is string => id !== undefined && !calendars.has(id)),
  ];
  return ids.length > 0 ? [{ reason: 'unknown-id', ids: [...new Set(ids)] }] : [];
}

function resourcesOf({ demands, parts = [] }: LevellingProblem['activities'][number]): string[] {
  return [
    ...demands.map((demand) => demand.resource),
    ...parts.flatMap(({ takes }) => takes.map((take) => take.resource)),
  ];
}

function badNumbers(problem: LevellingProblem): LevellingFault[] {
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
          !isGoodDue(activity.due) ||
          !areGoodParts(activity),
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
    ...(problem.paces ?? []).filter((pace) => !isGoodPace(pace)).map(({ id }) => id),
    ...(problem.calendars ?? [])
      .filter(({ pauses }) => !pauses.every(({ from, to }) => isCount(from) && isCount(to)))
      .map((calendar) => calendar.id),
  ];
  return ids.length > 0 ? [{ reason: 'bad-number', ids }] : [];
}

/** Parts come instead of demands and a calendar; a pace that ends at 0 would never finish them. */
function areGoodParts({
  parts,
  demands,
  calendar,
}: LevellingProblem['activities'][number]): boolean {
  if (parts === undefined) return true;
  if (demands.length > 0 || calendar !== undefined || parts.length === 0) return false;
  return parts.every(({ units }) => isCount(units));
}

function isGoodPace({ units, changes = [] }: LevellingPace): boolean {
  return (
    [{ from: 0, units }, ...changes].every((step) => isCount(step.units) && isCount(step.from)) &&
    lastOf({ units, changes }) > 0
  );
}

function lastOf({ units, changes = [] }: Pick<LevellingPace, 'units' | 'changes'>): number {
  return changes.at(-1)?.units ?? units;
}

function isCount(value: number | undefined): boolean {
  return value === undefined || (Number.isInteger(value) && value >= 0 && value <= highest);
}

function isGoodDue(due: LevellingProblem['activities'][number]['due']): boolean {
  return !due || (Number.isInteger(due.slot) && due.weight > 0 && Number.isFinite(due.weight));
}

function neverEnough(problem: LevellingProblem): LevellingFault[] {
  const lasts = new Map((problem.paces ?? []).map((pace) => [pace.id, lastOf(pace)]));
  return problem.resources.flatMap((resource): LevellingFault[] => {
    const most = mostOf(resource);
    const ids = problem.activities
      .filter(
        (activity) =>
          activity.pinned === undefined &&
          ((activity.duration > 0 &&
            activity.demands.some(
              (demand) => demand.resource === resource.id && demand.amount > most,
            )) ||
            paceAtLast(activity, resource.id, lasts) > most),
      )
      .map((activity) => activity.id);
    return ids.length > 0 ? [{ reason: 'never-enough', ids, resource: resource.id }] : [];
  });
}

/** What the parts of an activity may ask of a resource in one slot once nothing changes any more. */
function paceAtLast(
  { parts = [] }: LevellingProblem['activities'][number],
  resource: string,
  lasts: ReadonlyMap<string, number>,
): number {
  return parts
    .filter(
      ({ units, takes }) =>
        units > 0 && takes.some((take) => take.resource === resource && take.until === undefined),
    )
    .reduce((sum, { pace }) => sum + (lasts.get(pace) ?? 0), 0);
}
