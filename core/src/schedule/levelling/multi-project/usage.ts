import type { LevellingActivity, LevellingCalendar, LevellingProblem } from '../problem.ts';

/** What every resource has and gives in each working day of a plan. */
export type Usage = ReadonlyMap<string, ResourceUsage>;

export type ResourceUsage = {
  /** By working day: per cent taken. */
  readonly taken: Int32Array;
  /** By working day: per cent there is. */
  readonly capacity: Int32Array;
};

/** Start and finish of an activity; several stretches where it rests. */
export type Placed = { readonly id: string; readonly start: number };

/** The working days in which an activity that starts there is worked on, in order. */
export function workedSlots(
  activity: LevellingActivity,
  start: number,
  calendar: LevellingCalendar | undefined,
): readonly number[] {
  const slots: number[] = [];
  const pauses = calendar?.pauses ?? [];
  let next = pauses.findIndex((pause) => pause.to > start);
  let slot = start;
  while (slots.length < activity.duration) {
    const pause = next < 0 ? undefined : pauses[next];
    if (pause !== undefined && slot >= pause.from) {
      slot = pause.to;
      next += 1;
      continue;
    }
    slots.push(slot);
    slot += 1;
  }
  return slots;
}

/** Adds up what activities take where they stand. Linear in the working days worked. */
export function usageOf(problem: LevellingProblem, placed: readonly Placed[]): Usage {
  const activities = new Map(problem.activities.map((activity) => [activity.id, activity]));
  const calendars = calendarsOf(problem);
  const work = placed.flatMap(({ id, start }) => {
    const activity = activities.get(id);
    if (activity === undefined || activity.demands.length === 0) return [];
    const slots = workedSlots(activity, start, calendars.get(activity.calendar ?? ''));
    return [{ activity, slots }];
  });
  const length = work.reduce((most, { slots }) => Math.max(most, (slots.at(-1) ?? 0) + 1), 0);
  const usage = new Map(
    problem.resources.map((resource) => {
      const capacity = new Int32Array(length).fill(resource.capacity);
      for (const change of resource.changes ?? []) capacity.fill(change.capacity, change.from);
      return [resource.id, { taken: new Int32Array(length), capacity }];
    }),
  );
  for (const { activity, slots } of work) {
    for (const { resource, amount } of activity.demands) {
      const taken = usage.get(resource)?.taken;
      for (const slot of slots) if (taken) taken[slot] = (taken[slot] ?? 0) + amount;
    }
  }
  return usage;
}

export function calendarsOf(problem: LevellingProblem): ReadonlyMap<string, LevellingCalendar> {
  return new Map((problem.calendars ?? []).map((calendar) => [calendar.id, calendar]));
}

/** Per-cent days beyond what a resource has. */
export function excessOf({ taken, capacity }: ResourceUsage): number {
  return taken.reduce((sum, amount, slot) => sum + Math.max(0, amount - (capacity[slot] ?? 0)), 0);
}
