// Time-table propagation. Indices are within bounds by construction; each `as number` only says so.
import { type Bounds, highOf, lowOf, raise } from './bounds.ts';

/** The tasks that share one resource. Task t's start is variable t. */
export type SharedResource = {
  readonly capacity: number;
  readonly tasks: Int32Array;
  /** Never 0. */
  readonly demands: Int32Array;
  readonly durations: Int32Array;
  readonly profile: Profile;
};

/** Stretches of time in which certain tasks run, in rising order, and what they take together. */
export type Profile = {
  length: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly demand: Int32Array;
  /** Begins and ends of the certain parts, by time. */
  readonly at: Int32Array;
  readonly change: Int32Array;
};

/** Memory for the profile of so many tasks. */
export function createProfile(tasks: number): Profile {
  const column = () => new Int32Array(2 * tasks);
  return {
    length: 0,
    from: column(),
    to: column(),
    demand: column(),
    at: column(),
    change: column(),
  };
}

/**
 * Time-table propagation of one resource with explanations at single points of time (Schutt,
 * Feydt, Stuckey, Wallace, "Solving RCPSP/max by lazy clause generation", 2013). A task certainly
 * runs from its latest start to its earliest finish. False on a conflict.
 */
export function propagateTimeTable(bounds: Bounds, resource: SharedResource): boolean {
  const { profile, capacity, tasks, demands } = resource;
  const most = fillProfile(bounds, resource);
  if (most > capacity) {
    let segment = 0;
    while ((profile.demand[segment] as number) <= capacity) segment += 1;
    const at = ((profile.from[segment] as number) + (profile.to[segment] as number) - 1) >> 1;
    bounds.conflict = [];
    cover(bounds, resource, { at, more: 0, but: -1 }, bounds.conflict);
    return false;
  }
  for (let index = 0; index < tasks.length; index += 1) {
    const room = capacity - (demands[index] as number);
    const task = tasks[index] as number;
    if (most <= room || lowOf(bounds, task) === highOf(bounds, task)) continue;
    if (!pushLater(bounds, resource, index) || !pushEarlier(bounds, resource, index)) return false;
  }
  return true;
}

/** Fills the profile anew; the most that is taken at any time. */
function fillProfile(
  bounds: Bounds,
  { profile, tasks, demands, durations }: SharedResource,
): number {
  let events = 0;
  for (let index = 0; index < tasks.length; index += 1) {
    const task = tasks[index] as number;
    const from = highOf(bounds, task);
    const to = lowOf(bounds, task) + (durations[index] as number);
    if (from >= to) continue;
    insert(profile, events, from, demands[index] as number);
    insert(profile, events + 1, to, -(demands[index] as number));
    events += 2;
  }
  const { at, change } = profile;
  let most = 0;
  let sum = 0;
  profile.length = 0;
  for (let event = 0; event < events - 1; event += 1) {
    sum += change[event] as number;
    if (sum === 0 || at[event + 1] === at[event]) continue;
    profile.from[profile.length] = at[event] as number;
    profile.to[profile.length] = at[event + 1] as number;
    profile.demand[profile.length] = sum;
    profile.length += 1;
    if (sum > most) most = sum;
  }
  return most;
}

/** Puts an event among the first `events`, which lie in rising order. */
function insert({ at, change }: Profile, events: number, time: number, amount: number): void {
  let place = events;
  for (; place > 0 && (at[place - 1] as number) > time; place -= 1) {
    at[place] = at[place - 1] as number;
    change[place] = change[place - 1] as number;
  }
  at[place] = time;
  change[place] = amount;
}

function pushLater(bounds: Bounds, resource: SharedResource, index: number): boolean {
  const { profile, capacity, tasks, demands, durations } = resource;
  const task = tasks[index] as number;
  const duration = durations[index] as number;
  const more = demands[index] as number;
  let low = lowOf(bounds, task);
  for (let segment = 0; segment < profile.length; segment += 1) {
    const to = profile.to[segment] as number;
    if (to <= low) continue;
    const from = profile.from[segment] as number;
    if (from >= low + duration) return true;
    if ((profile.demand[segment] as number) + more <= capacity) continue;
    // Its own certain part is in the demand.
    if (highOf(bounds, task) <= from && low + duration >= to) continue;
    while (low < to) {
      const at = Math.min(to, low + duration) - 1;
      const literals = [2 * task, at - duration + 1];
      cover(bounds, resource, { at, more, but: task }, literals);
      if (!raise(bounds, 2 * task, at + 1, { kind: 'explained', literals })) return false;
      low = at + 1;
    }
  }
  return true;
}

function pushEarlier(bounds: Bounds, resource: SharedResource, index: number): boolean {
  const { profile, capacity, tasks, demands, durations } = resource;
  const task = tasks[index] as number;
  const duration = durations[index] as number;
  const more = demands[index] as number;
  let high = highOf(bounds, task);
  for (let segment = profile.length - 1; segment >= 0; segment -= 1) {
    const from = profile.from[segment] as number;
    if (from >= high + duration) continue;
    const to = profile.to[segment] as number;
    if (to <= high) return true;
    if ((profile.demand[segment] as number) + more <= capacity) continue;
    if (high <= from && lowOf(bounds, task) + duration >= to) continue;
    while (high + duration > from) {
      const at = Math.max(from, high);
      const literals = [2 * task + 1, -at];
      cover(bounds, resource, { at, more, but: task }, literals);
      const view = 2 * task + 1;
      if (!raise(bounds, view, duration - at, { kind: 'explained', literals })) return false;
      high = at - duration;
    }
  }
  return true;
}

const running: number[] = [];

/**
 * Adds to `into` why the resource cannot bear `more` at the time: literals of just so many tasks
 * that certainly run then that the capacity is passed, those with the greatest demand first.
 */
function cover(
  bounds: Bounds,
  resource: SharedResource,
  point: { readonly at: number; readonly more: number; readonly but: number },
  into: number[],
): void {
  const { tasks, demands, durations, capacity } = resource;
  const { at, more, but } = point;
  running.length = 0;
  for (let index = 0; index < tasks.length; index += 1) {
    const task = tasks[index] as number;
    if (task === but || highOf(bounds, task) > at) continue;
    if (at >= lowOf(bounds, task) + (durations[index] as number)) continue;
    let place = running.length;
    const demand = demands[index] as number;
    for (; place > 0 && (demands[running[place - 1] as number] as number) < demand; place -= 1)
      running[place] = running[place - 1] as number;
    running[place] = index;
  }
  let demand = more;
  for (const index of running) {
    if (demand > capacity) return;
    const task = tasks[index] as number;
    demand += demands[index] as number;
    into.push(2 * task, at - (durations[index] as number) + 1, 2 * task + 1, -at);
  }
}
