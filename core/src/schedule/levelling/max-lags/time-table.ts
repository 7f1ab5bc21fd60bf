import { type Bounds, highOf, lowOf, raise } from './bounds.ts';

/** The tasks that share one resource. Task t's start is variable t. */
export type SharedResource = {
  readonly capacity: number;
  readonly tasks: readonly number[];
  readonly demands: readonly number[];
  readonly durations: readonly number[];
};

/** A stretch of time with the demand of the tasks that certainly run then. */
type Segment = { readonly from: number; readonly to: number; readonly demand: number };

/**
 * Time-table propagation of one resource with explanations at single points of time (Schutt,
 * Feydt, Stuckey, Wallace, "Solving RCPSP/max by lazy clause generation", 2013). A task certainly
 * runs from its latest start to its earliest finish. False on a conflict.
 */
export function propagateTimeTable(bounds: Bounds, resource: SharedResource): boolean {
  const segments = profileOf(bounds, resource);
  const overload = segments.find((segment) => segment.demand > resource.capacity);
  if (overload !== undefined) {
    const at = (overload.from + overload.to - 1) >> 1;
    bounds.conflict = [];
    cover(bounds, resource, { at, more: 0, but: -1 }, bounds.conflict);
    return false;
  }
  const backwards = [...segments].reverse();
  return resource.tasks.every((_, index) => {
    const room = resource.capacity - (resource.demands[index] ?? 0);
    const push = (move: typeof pushLater) => (segment: Segment) =>
      segment.demand <= room || move(bounds, resource, index, segment);
    return segments.every(push(pushLater)) && backwards.every(push(pushEarlier));
  });
}

function profileOf(bounds: Bounds, resource: SharedResource): readonly Segment[] {
  const events: { at: number; change: number }[] = [];
  resource.tasks.forEach((task, index) => {
    const from = highOf(bounds, task);
    const to = lowOf(bounds, task) + (resource.durations[index] ?? 0);
    if (from >= to) return;
    const demand = resource.demands[index] ?? 0;
    events.push({ at: from, change: demand }, { at: to, change: -demand });
  });
  events.sort((a, b) => a.at - b.at);
  const segments: Segment[] = [];
  let demand = 0;
  events.forEach(({ at, change }, index) => {
    demand += change;
    const next = events[index + 1];
    if (demand > 0 && next !== undefined && next.at > at) {
      segments.push({ from: at, to: next.at, demand });
    }
  });
  return segments;
}

function pushLater(
  bounds: Bounds,
  resource: SharedResource,
  index: number,
  segment: Segment,
): boolean {
  const task = resource.tasks[index] ?? 0;
  const duration = resource.durations[index] ?? 0;
  let low = lowOf(bounds, task);
  if (low >= segment.to || low + duration <= segment.from) return true;
  if (isPartOf(bounds, task, duration, segment)) return true;
  while (low < segment.to) {
    const at = Math.min(segment.to, low + duration) - 1;
    const literals = [2 * task, at - duration + 1];
    cover(bounds, resource, { at, more: resource.demands[index] ?? 0, but: task }, literals);
    if (!raise(bounds, 2 * task, at + 1, { kind: 'explained', literals })) return false;
    low = at + 1;
  }
  return true;
}

function pushEarlier(
  bounds: Bounds,
  resource: SharedResource,
  index: number,
  segment: Segment,
): boolean {
  const task = resource.tasks[index] ?? 0;
  const duration = resource.durations[index] ?? 0;
  let high = highOf(bounds, task);
  if (high >= segment.to || high + duration <= segment.from) return true;
  if (isPartOf(bounds, task, duration, segment)) return true;
  while (high + duration > segment.from) {
    const at = Math.max(segment.from, high);
    const literals = [2 * task + 1, -at];
    cover(bounds, resource, { at, more: resource.demands[index] ?? 0, but: task }, literals);
    const view = 2 * task + 1;
    if (!raise(bounds, view, duration - at, { kind: 'explained', literals })) return false;
    high = at - duration;
  }
  return true;
}

/** Whether the task's own certain part is in the segment's demand. */
function isPartOf(bounds: Bounds, task: number, duration: number, segment: Segment): boolean {
  return highOf(bounds, task) <= segment.from && lowOf(bounds, task) + duration >= segment.to;
}

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
  const running: number[] = [];
  resource.tasks.forEach((task, index) => {
    const duration = resource.durations[index] ?? 0;
    const runs = highOf(bounds, task) <= point.at && point.at < lowOf(bounds, task) + duration;
    if (runs && task !== point.but) running.push(index);
  });
  running.sort((a, b) => (resource.demands[b] ?? 0) - (resource.demands[a] ?? 0));
  let demand = point.more;
  for (const index of running) {
    if (demand > resource.capacity) return;
    const task = resource.tasks[index] ?? 0;
    demand += resource.demands[index] ?? 0;
    into.push(2 * task, point.at - (resource.durations[index] ?? 0) + 1);
    into.push(2 * task + 1, -point.at);
  }
}
