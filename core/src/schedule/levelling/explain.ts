import type { LinkType } from '../model.ts';
import type { LevelledActivity, LevellingProblem } from './problem.ts';

/** Why an activity does not start a slot earlier than it does; slots as in the problem. */
export type StartReason =
  | { readonly kind: 'first-slot' }
  | { readonly kind: 'pinned'; readonly slot: number }
  | { readonly kind: 'release'; readonly slot: number }
  /** Every link that holds it back to just this slot. */
  | { readonly kind: 'predecessor'; readonly links: readonly TightLink[] }
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
  const calendar = problem.calendars?.find(({ id }) => id === activity.calendar);
  const pause = calendar?.pauses.find(({ from, to }) => from < start && start <= to);
  return calendar && pause ? { kind: 'rest', calendar: calendar.id, ...pause } : null;
}

/** The first slot, from one before the start, in which the others leave too little. */
function busyBefore(
  problem: LevellingProblem,
  activity: Activity,
  times: TimesById,
): BusyReason | null {
  const start = times.get(activity.id)?.start ?? 0;
  for (const slot of slotsWorked(problem, activity, start - 1))
    for (const { resource, amount } of activity.demands) {
      const capacity = capacityIn(problem, resource, slot);
      const others = problem.activities
        .filter((other) => other.id !== activity.id && takes(other, resource) > 0)
        .filter((other) =>
          slotsWorked(problem, other, times.get(other.id)?.start ?? 0).includes(slot),
        );
      const used = others.reduce((sum, other) => sum + takes(other, resource), 0);
      if (used + amount <= capacity) continue;
      const busyWith = others
        .map(({ id }) => ({ activity: id, until: times.get(id)?.finish ?? 0 }))
        .sort((a, b) => b.until - a.until);
      return { kind: 'resource', resource, slot, capacity, busyWith };
    }
  return null;
}

function takes(activity: Activity, resource: string): number {
  return activity.demands.find((demand) => demand.resource === resource)?.amount ?? 0;
}

function slotsWorked(problem: LevellingProblem, activity: Activity, start: number): number[] {
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
