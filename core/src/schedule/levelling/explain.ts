import type { LinkType } from '../model.ts';
import { effortFinish, effortsOf, takenIn, workedBetween } from './effort.ts';
import type { LevelledActivity, LevellingProblem } from './problem.ts';

/** Why an activity does not start a slot earlier than it does; slots as in the problem. */
export type StartReason =
  | { readonly kind: 'first-slot' }
  | { readonly kind: 'pinned'; readonly slot: number }
  | { readonly kind: 'release'; readonly slot: number }
  /** Every link that holds it back to just this slot. */
  | { readonly kind: 'predecessor'; readonly links: readonly TightLink[] }
  /** Its calendar rests, or the named pace is 0. */
  | { readonly kind: 'rest'; readonly calendar: string; readonly from: number; readonly to: number }
  | BusyReason
  | { readonly kind: 'by-choice' };

/** A link that would be broken one slot earlier. */
export type TightLink = { readonly from: string; readonly type: LinkType; readonly lag: number };

/** A resource that would not have been enough one slot earlier. */
export type BusyReason = {
  readonly kind: 'resource';
  readonly resource: string;
  /** The slot in which it would not have been enough. */
  readonly slot: number;
  readonly capacity: number;
  /** Who has it in that slot, and until when; empty when it is simply not there. */
  readonly busyWith: readonly { readonly activity: string; readonly until: number }[];
};

type Activity = LevellingProblem['activities'][number];
type TimesById = ReadonlyMap<string, LevelledActivity>;

/**
 * Answers, for one plan, why each activity starts when it does: the first that applies of pinned,
 * slot 0, release, links, rest of its calendar, a resource that others have. `by-choice` only in a
 * plan in which it could start earlier; the solver makes none.
 */
export function explainer(
  problem: LevellingProblem,
  plan: readonly LevelledActivity[],
): (id: string) => StartReason {
  const times = new Map(plan.map((row) => [row.id, row]));
  const byId = new Map(problem.activities.map((activity) => [activity.id, activity]));
  return (id) => {
    const activity = byId.get(id);
    const own = times.get(id);
    if (!activity || !own) throw new RangeError(`no activity ${id} in this plan`);
    if (activity.pinned !== undefined) return { kind: 'pinned', slot: activity.pinned };
    if (own.start <= 0) return { kind: 'first-slot' };
    if (own.start <= (activity.release ?? 0)) return { kind: 'release', slot: own.start };
    const links = tightLinks(problem, activity, times, own.start - 1);
    if (links.length > 0) return { kind: 'predecessor', links };
    return (
      restBefore(problem, activity, own.start) ??
      busyBefore(problem, activity, times) ?? { kind: 'by-choice' }
    );
  };
}

function tightLinks(
  problem: LevellingProblem,
  activity: Activity,
  times: TimesById,
  start: number,
): TightLink[] {
  // A pause may make more than one slot of difference to the finish.
  const finish = (slotsWorked(problem, activity, start).at(-1) ?? start - 1) + 1;
  return problem.links
    .filter((link) => {
      const from = times.get(link.from);
      if (link.to !== activity.id || !from) return false;
      const isFromFinish = link.type === 'finishToStart' || link.type === 'finishToFinish';
      const isToStart = link.type === 'finishToStart' || link.type === 'startToStart';
      const ready = (isFromFinish ? from.finish : from.start) + link.lag;
      return ready > (isToStart ? start : finish);
    })
    .map(({ from, type, lag }) => ({ from, type, lag }));
}

function restBefore(
  problem: LevellingProblem,
  activity: Activity,
  start: number,
): StartReason | null {
  for (const { pace } of activity.parts ?? []) {
    const off = offSpan(problem, pace, start - 1);
    if (off) return { kind: 'rest', calendar: pace, ...off };
  }
  const calendar = problem.calendars?.find(({ id }) => id === activity.calendar);
  const pause = calendar?.pauses.find(({ from, to }) => from < start && start <= to);
  return calendar && pause ? { kind: 'rest', calendar: calendar.id, ...pause } : null;
}

/** The slots round this one in which a pace is 0; null when it is not. */
function offSpan(problem: LevellingProblem, id: string, slot: number) {
  const pace = problem.paces?.find((one) => one.id === id);
  if (!pace) return null;
  const steps = [{ from: 0, units: pace.units }, ...(pace.changes ?? [])];
  const at = steps.findLastIndex(({ from }) => from <= slot);
  if (steps[at]?.units !== 0) return null;
  const to = steps.slice(at).find(({ units }) => units > 0)?.from ?? Number.POSITIVE_INFINITY;
  const first = steps.slice(0, at).findLastIndex(({ units }) => units > 0) + 1;
  return { from: steps[first]?.from ?? 0, to };
}

/** The first slot, from one before the start, in which the others leave too little. */
function busyBefore(
  problem: LevellingProblem,
  activity: Activity,
  times: TimesById,
): BusyReason | null {
  const start = times.get(activity.id)?.start ?? 0;
  const { takes, resources } = taking(problem);
  for (const slot of slotsWorked(problem, activity, start - 1))
    for (const resource of resources(activity)) {
      const amount = takes(activity, { resource, slot, start: start - 1 });
      const capacity = capacityIn(problem, resource, slot);
      const others = problem.activities
        .filter((other) => other.id !== activity.id)
        .map((other) => ({
          id: other.id,
          amount: takes(other, { resource, slot, start: times.get(other.id)?.start ?? 0 }),
        }))
        .filter((other) => other.amount > 0);
      const used = others.reduce((sum, other) => sum + other.amount, 0);
      if (used + amount <= capacity) continue;
      const busyWith = others
        .map(({ id }) => ({ activity: id, until: times.get(id)?.finish ?? 0 }))
        .sort((a, b) => b.until - a.until);
      return { kind: 'resource', resource, slot, capacity, busyWith };
    }
  return null;
}

type Asked = { readonly resource: string; readonly slot: number; readonly start: number };

/** What activities take of a resource in a slot when they start in another. */
function taking(problem: LevellingProblem) {
  const all = effortsOf(problem);
  const efforts = new Map(problem.activities.map(({ id }, index) => [id, all[index] ?? null]));
  return {
    resources: ({ id, demands }: Activity): readonly string[] =>
      efforts.get(id)?.takes.map(({ resource }) => resource) ??
      demands.map(({ resource }) => resource),
    takes(activity: Activity, { resource, slot, start }: Asked): number {
      const effort = efforts.get(activity.id);
      if (!effort) {
        const isWorked = slotsWorked(problem, activity, start).includes(slot);
        const demand = activity.demands.find((row) => row.resource === resource);
        return isWorked ? (demand?.amount ?? 0) : 0;
      }
      const finish = effortFinish(effort, start);
      const take = effort.takes.find((row) => row.resource === resource);
      if (!take || slot < start || slot >= finish) return 0;
      return takenIn(effort, take, { slot, start, finish });
    },
  };
}

function slotsWorked(problem: LevellingProblem, activity: Activity, start: number): number[] {
  if (activity.parts) return effortSlots(problem, activity, start);
  const pauses = problem.calendars?.find(({ id }) => id === activity.calendar)?.pauses ?? [];
  const slots: number[] = [];
  for (let slot = start; slots.length < activity.duration; slot += 1)
    if (!pauses.some(({ from, to }) => from <= slot && slot < to)) slots.push(slot);
  return slots;
}

function capacityIn(problem: LevellingProblem, id: string, slot: number): number {
  const resource = problem.resources.find((row) => row.id === id);
  const change = resource?.changes?.filter(({ from }) => from <= slot).at(-1);
  return change?.capacity ?? resource?.capacity ?? 0;
}

function effortSlots(problem: LevellingProblem, activity: Activity, start: number): number[] {
  const [effort] = effortsOf({ ...problem, activities: [activity] });
  if (!effort) return [];
  const finish = effortFinish(effort, start);
  return Array.from({ length: finish - start }, (_, at) => start + at).filter(
    (slot) => workedBetween(effort.pace, slot, slot + 1) > 0,
  );
}
