// Judges a plan by the problem's own words. It shares no code with the solver on purpose.
import type { LevelledActivity, LevellingCost, LevellingProblem } from './problem.ts';

/** One way in which a plan breaks the problem; slots and units as in the problem. */
export type LevellingViolation =
  | { readonly kind: 'missing'; readonly activity: string }
  | { readonly kind: 'too-early'; readonly activity: string; readonly release: number }
  | { readonly kind: 'pin-moved'; readonly activity: string; readonly pinned: number }
  | { readonly kind: 'wrong-finish'; readonly activity: string; readonly expected: number }
  | { readonly kind: 'link'; readonly from: string; readonly to: string; readonly missing: number }
  | {
      readonly kind: 'overload';
      readonly resource: string;
      readonly slot: number;
      readonly used: number;
      readonly capacity: number;
    }
  | { readonly kind: 'wrong-cost'; readonly expected: LevellingCost };

/**
 * Every way in which the plan breaks releases, pins, links, calendars, capacities or its own stated
 * cost; empty for a sound plan. A pin goes before links into it and before capacity: these are
 * violations only where an activity that is not pinned takes part. Time: links + work slots × demands.
 */
export function check(
  problem: LevellingProblem,
  solution: { readonly activities: readonly LevelledActivity[]; readonly cost: LevellingCost },
): LevellingViolation[] {
  const times = new Map(solution.activities.map((row) => [row.id, row]));
  const missing = problem.activities.filter((activity) => !times.has(activity.id));
  if (missing.length > 0)
    return missing.map((activity) => ({ kind: 'missing', activity: activity.id }));
  return [
    ...problem.activities.flatMap((activity) => ownFaults(problem, activity, times)),
    ...linkFaults(problem, times),
    ...overloads(problem, times),
    ...costFaults(problem, times, solution.cost),
  ];
}

type TimesById = ReadonlyMap<string, LevelledActivity>;
type Activity = LevellingProblem['activities'][number];

function ownFaults(
  problem: LevellingProblem,
  activity: Activity,
  times: TimesById,
): LevellingViolation[] {
  const row = times.get(activity.id);
  if (!row) return [];
  const found: LevellingViolation[] = [];
  const earliest = Math.max(0, activity.release ?? 0);
  if (activity.pinned === undefined && (row.start < earliest || !Number.isInteger(row.start)))
    found.push({ kind: 'too-early', activity: activity.id, release: earliest });
  if (activity.pinned !== undefined && row.start !== activity.pinned)
    found.push({ kind: 'pin-moved', activity: activity.id, pinned: activity.pinned });
  const worked = slotsOf(problem, activity, row.start);
  const expected = worked.length > 0 ? (worked[worked.length - 1] ?? 0) + 1 : row.start;
  if (row.finish !== expected)
    found.push({ kind: 'wrong-finish', activity: activity.id, expected });
  return found;
}

/** The slots in which an activity works when it starts in `start`. */
function slotsOf(problem: LevellingProblem, activity: Activity, start: number): number[] {
  return activity.parts
    ? dayByDay(problem, activity, start).map(({ slot }) => slot)
    : workedSlots(problem, activity, start);
}

type Day = { readonly slot: number; readonly taken: ReadonlyMap<string, number> };

/** Work that follows its people's hours, slot by slot: what it takes of each resource. */
function dayByDay(problem: LevellingProblem, activity: Activity, start: number): Day[] {
  const { parts = [], duration } = activity;
  const done = parts.map(() => [0]);
  const slots: number[] = [];
  const isOpen = () =>
    slots.length < duration || parts.some(({ units }, part) => (done[part]?.at(-1) ?? 0) < units);
  for (let slot = start; isOpen(); slot += 1) {
    const paces = parts.map(({ pace }) => unitsOf(problem, pace, slot));
    if (paces.some((units) => units === 0)) continue;
    slots.push(slot);
    paces.forEach((units, part) => {
      done[part]?.push((done[part]?.at(-1) ?? 0) + units);
    });
  }
  return slots.map((slot, at) => {
    const taken = new Map<string, number>();
    parts.forEach(({ units, takes }, part) => {
      const sums = done[part] ?? [];
      const upTo = (place: number) =>
        Math.floor((units * (sums[place] ?? 0)) / Math.max(1, sums.at(-1) ?? 1));
      for (const { resource, from = 0, until = Number.POSITIVE_INFINITY } of takes)
        if (from <= slot && slot < until)
          taken.set(resource, (taken.get(resource) ?? 0) + upTo(at + 1) - upTo(at));
    });
    return { slot, taken };
  });
}

function unitsOf(problem: LevellingProblem, id: string, slot: number): number {
  const pace = problem.paces?.find((one) => one.id === id);
  return pace?.changes?.findLast(({ from }) => from <= slot)?.units ?? pace?.units ?? 0;
}

function workedSlots(problem: LevellingProblem, activity: Activity, start: number): number[] {
  const calendar = problem.calendars?.find(({ id }) => id === activity.calendar);
  const slots: number[] = [];
  for (let slot = start; slots.length < activity.duration; slot += 1) {
    const pause = calendar?.pauses.find(({ from, to }) => from <= slot && slot < to);
    if (pause) slot = pause.to - 1;
    else slots.push(slot);
  }
  return slots;
}

function linkFaults(problem: LevellingProblem, times: TimesById): LevellingViolation[] {
  const pinned = new Set(
    problem.activities.filter(({ pinned: pin }) => pin !== undefined).map(({ id }) => id),
  );
  return problem.links.flatMap((link): LevellingViolation[] => {
    const from = times.get(link.from);
    const to = times.get(link.to);
    if (!from || !to || pinned.has(link.to)) return [];
    const begin = link.type.startsWith('start') ? from.start : from.finish;
    const end = link.type.endsWith('Start') ? to.start : to.finish;
    const missing = begin + link.lag - end;
    return missing > 0 ? [{ kind: 'link', from: link.from, to: link.to, missing }] : [];
  });
}

function overloads(problem: LevellingProblem, times: TimesById): LevellingViolation[] {
  return problem.resources.flatMap((resource): LevellingViolation[] => {
    const found: LevellingViolation[] = [];
    for (const [slot, { units, isMovable }] of loadOf(problem, resource.id, times)) {
      const change = (resource.changes ?? []).filter(({ from }) => from <= slot).at(-1);
      const capacity = change?.capacity ?? resource.capacity;
      if (units > capacity && isMovable)
        found.push({ kind: 'overload', resource: resource.id, slot, used: units, capacity });
    }
    return found;
  });
}

/** Units asked of a resource by slot, and whether any of them could be moved. */
function loadOf(problem: LevellingProblem, resource: string, times: TimesById) {
  const load = new Map<number, { units: number; isMovable: boolean }>();
  for (const activity of problem.activities) {
    for (const { slot, units } of takenOf(problem, activity, { resource, times })) {
      const row = load.get(slot) ?? { units: 0, isMovable: false };
      row.units += units;
      row.isMovable ||= activity.pinned === undefined;
      load.set(slot, row);
    }
  }
  return load;
}

function takenOf(
  problem: LevellingProblem,
  activity: Activity,
  { resource, times }: { readonly resource: string; readonly times: TimesById },
): { readonly slot: number; readonly units: number }[] {
  const start = times.get(activity.id)?.start ?? 0;
  if (activity.parts?.some(({ takes }) => takes.some((take) => take.resource === resource)))
    return dayByDay(problem, activity, start)
      .map(({ slot, taken }) => ({ slot, units: taken.get(resource) ?? 0 }))
      .filter(({ units }) => units > 0);
  const demand = activity.demands.find((row) => row.resource === resource);
  if (!demand) return [];
  return workedSlots(problem, activity, start).map((slot) => ({ slot, units: demand.amount }));
}

function costFaults(
  problem: LevellingProblem,
  times: TimesById,
  cost: LevellingCost,
): LevellingViolation[] {
  const expected = { lateness: 0, makespan: 0, change: 0 };
  for (const activity of problem.activities) {
    const row = times.get(activity.id);
    if (!row) continue;
    const late = activity.due ? Math.max(0, row.finish - activity.due.slot) : 0;
    expected.lateness += late * (activity.due?.weight ?? 0);
    expected.makespan = Math.max(expected.makespan, row.finish);
    if (activity.current !== undefined) expected.change += Math.abs(row.start - activity.current);
  }
  const isSame =
    Math.abs(expected.lateness - cost.lateness) <= 1e-9 * Math.max(1, expected.lateness) &&
    expected.makespan === cost.makespan &&
    expected.change === cost.change;
  return isSame ? [] : [{ kind: 'wrong-cost', expected }];
}
