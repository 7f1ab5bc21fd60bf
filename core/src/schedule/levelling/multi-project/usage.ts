import { type Effort, effortFinish, effortsOf, takenIn, workedBetween } from '../effort.ts';
import type { LevellingActivity, LevellingProblem } from '../problem.ts';

/** What every resource has and gives in each working day of a plan. */
export type Usage = ReadonlyMap<string, ResourceUsage>;

export type ResourceUsage = {
  /** By working day: minutes taken. */
  readonly taken: Int32Array;
  /** By working day: minutes there are. */
  readonly capacity: Int32Array;
};

/** Start and finish of an activity; several stretches where it rests. */
export type Placed = { readonly id: string; readonly start: number };

/** A working day of an activity, and what it takes of each resource in it. */
export type WorkedDay = { readonly slot: number; readonly taken: ReadonlyMap<string, number> };

/** Reads what activities do day by day when they start in a slot. */
export type WorkReader = {
  readonly finish: (activity: LevellingActivity, start: number) => number;
  readonly days: (activity: LevellingActivity, start: number) => readonly WorkedDay[];
};

/** For the problems that `problemOf` makes: work by parts, or work that takes nobody's time. */
export function workReader(problem: LevellingProblem): WorkReader {
  const all = effortsOf(problem);
  const efforts = new Map(problem.activities.map(({ id }, index) => [id, all[index] ?? null]));
  const finish = (activity: LevellingActivity, start: number): number => {
    const effort = efforts.get(activity.id);
    return effort ? effortFinish(effort, start) : start + activity.duration;
  };
  return {
    finish,
    days(activity, start) {
      const effort = efforts.get(activity.id);
      const end = finish(activity, start);
      const slots = Array.from({ length: end - start }, (_, at) => start + at);
      if (!effort) return slots.map((slot) => ({ slot, taken: new Map() }));
      return slots
        .filter((slot) => workedBetween(effort.pace, slot, slot + 1) > 0)
        .map((slot) => ({ slot, taken: takenOn(effort, { slot, start, finish: end }) }));
    },
  };
}

function takenOn(
  effort: Effort,
  at: { readonly slot: number; readonly start: number; readonly finish: number },
): ReadonlyMap<string, number> {
  return new Map(
    effort.takes
      .map((take) => [take.resource, takenIn(effort, take, at)] as const)
      .filter(([, minutes]) => minutes > 0),
  );
}

/** Adds up what activities take where they stand. Linear in the working days worked. */
export function usageOf(problem: LevellingProblem, placed: readonly Placed[]): Usage {
  const activities = new Map(problem.activities.map((activity) => [activity.id, activity]));
  const reader = workReader(problem);
  const days = placed.flatMap(({ id, start }) => {
    const activity = activities.get(id);
    return activity === undefined ? [] : reader.days(activity, start);
  });
  const length = days.reduce((most, { slot }) => Math.max(most, slot + 1), 0);
  const usage = new Map(
    problem.resources.map((resource) => {
      const capacity = new Int32Array(length).fill(resource.capacity);
      for (const change of resource.changes ?? []) capacity.fill(change.capacity, change.from);
      return [resource.id, { taken: new Int32Array(length), capacity }];
    }),
  );
  for (const { slot, taken } of days)
    for (const [resource, minutes] of taken) {
      const sum = usage.get(resource)?.taken;
      if (sum) sum[slot] = (sum[slot] ?? 0) + minutes;
    }
  return usage;
}

/** Minutes beyond what a resource has. */
export function excessOf({ taken, capacity }: ResourceUsage): number {
  return taken.reduce((sum, amount, slot) => sum + Math.max(0, amount - (capacity[slot] ?? 0)), 0);
}
