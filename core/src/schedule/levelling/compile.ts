import { findCycle } from './cycle.ts';
import { compileDirection, type Direction } from './direction.ts';
import { type Effort, effortsOf, leastSlots } from './effort.ts';
import { type Needs, packNeeds } from './packing.ts';
import type { LevellingFault, LevellingProblem } from './problem.ts';
import { findFaults } from './validate.ts';

/** A link between activity numbers; which ends it ties, and the lag in slots. */
export type Arc = {
  readonly from: number;
  readonly to: number;
  readonly fromFinish: boolean;
  readonly toFinish: boolean;
  readonly lag: number;
};

/** A finish wanted by `slot`. Implied ones keep predecessors of pinned activities in time. */
export type Due = {
  readonly activity: number;
  readonly slot: number;
  readonly weight: number;
  readonly isImplied: boolean;
};

/** The problem by numbers, read by every pass and every search. */
export type Compiled = {
  readonly problem: LevellingProblem;
  readonly size: number;
  /** Slots worked; of work that follows its people's hours the fewest. */
  readonly duration: Int32Array;
  /** Work that follows its people's hours, null for the other. */
  readonly efforts: readonly (Effort | null)[];
  readonly arcs: readonly Arc[];
  readonly dues: readonly Due[];
  /** Start fixed by a pin, −1 for none. */
  readonly pinned: Int32Array;
  /** Start in today's plan, −1 for none. */
  readonly current: Int32Array;
  /** Every activity can be done before this slot. */
  readonly horizon: number;
  readonly needs: Needs;
  /** Time as it runs, and mirrored: slot t is horizon − 1 − t. */
  readonly directions: readonly [Direction, Direction];
  /** One word of constant capacity and plain finish-to-start links: the fast pass applies. */
  readonly isPlain: boolean;
};

/** Weight of an implied due date against the heaviest one of the problem. */
const impliedWeight = 1000;

/** Checks the problem and turns ids into numbers. Linear but for the profile: resources × horizon. */
export function compile(
  problem: LevellingProblem,
): { ok: true; compiled: Compiled } | { ok: false; faults: readonly LevellingFault[] } {
  const faults = findFaults(problem);
  if (faults.length > 0) return { ok: false, faults };
  const numbers = new Map(problem.activities.map((activity, index) => [activity.id, index]));
  const arcs = problem.links.map((link) => arcOf(link, numbers));
  const cycle = findCycle(problem.activities.length, arcs);
  if (cycle) {
    const ids = cycle.map((index) => problem.activities[index]?.id ?? '');
    return { ok: false, faults: [{ reason: 'cycle', ids }] };
  }
  return { ok: true, compiled: compiledOf(problem, arcs) };
}

function arcOf(link: LevellingProblem['links'][number], numbers: ReadonlyMap<string, number>): Arc {
  return {
    from: numbers.get(link.from) ?? 0,
    to: numbers.get(link.to) ?? 0,
    fromFinish: link.type === 'finishToStart' || link.type === 'finishToFinish',
    toFinish: link.type === 'finishToFinish' || link.type === 'startToFinish',
    lag: link.lag,
  };
}

function compiledOf(problem: LevellingProblem, arcs: readonly Arc[]): Compiled {
  const { activities } = problem;
  const efforts = effortsOf(problem);
  const duration = Int32Array.from(activities, (activity, index) => {
    const effort = efforts[index];
    return effort ? leastSlots(effort) : activity.duration;
  });
  const pinned = Int32Array.from(activities, (activity) => activity.pinned ?? -1);
  const horizon = horizonOf(problem, efforts);
  const needs = packNeeds(problem);
  const base = { problem, arcs, duration, efforts, pinned, horizon, needs };
  const forward = compileDirection(base, false);
  const directions = [forward, compileDirection(base, true)] as const;
  const dues = duesOf(problem, arcs);
  const isPlain =
    needs.words <= 1 &&
    dues.length === 0 &&
    arcs.every((arc) => arc.fromFinish && !arc.toFinish && arc.lag === 0) &&
    activities.every((activity) => isFree(activity)) &&
    problem.resources.every((resource) => (resource.changes ?? []).length === 0);
  const current = Int32Array.from(activities, (activity) => activity.current ?? -1);
  return { ...base, size: activities.length, dues, current, directions: [...directions], isPlain };
}

function isFree(activity: LevellingProblem['activities'][number]): boolean {
  return (
    activity.pinned === undefined &&
    activity.calendar === undefined &&
    activity.parts === undefined &&
    (activity.release ?? 0) <= 0
  );
}

/** All work one after another, begun when the last outer date has passed. */
function horizonOf(problem: LevellingProblem, efforts: Compiled['efforts']): number {
  let last = 0;
  for (const activity of problem.activities)
    last = Math.max(last, activity.release ?? 0, activity.pinned ?? 0);
  for (const resource of problem.resources)
    for (const change of resource.changes ?? []) last = Math.max(last, change.from);
  for (const calendar of problem.calendars ?? [])
    for (const pause of calendar.pauses) last = Math.max(last, pause.to);
  for (const effort of efforts) last = Math.max(last, effort?.pace.length ?? 0);
  const work = problem.activities.reduce((sum, activity, index) => {
    const effort = efforts[index];
    return sum + (effort ? effort.atLast : activity.duration);
  }, 0);
  const lags = problem.links.reduce((sum, link) => sum + Math.max(0, link.lag), 0);
  return last + work + lags + 1;
}

function duesOf(problem: LevellingProblem, arcs: readonly Arc[]): Due[] {
  const own = problem.activities.flatMap((activity, index) =>
    activity.due
      ? [
          {
            activity: index,
            slot: activity.due.slot,
            weight: activity.due.weight,
            isImplied: false,
          },
        ]
      : [],
  );
  const heaviest = own.reduce((most, due) => Math.max(most, due.weight), 1);
  const implied = arcs.flatMap((arc): Due[] => {
    const pin = problem.activities[arc.to]?.pinned;
    const from = problem.activities[arc.from];
    if (pin === undefined || from === undefined || from.pinned !== undefined) return [];
    const end = arc.toFinish ? pin + (problem.activities[arc.to]?.duration ?? 0) : pin;
    const slot = end - arc.lag + (arc.fromFinish ? 0 : from.duration);
    return [{ activity: arc.from, slot, weight: heaviest * impliedWeight, isImplied: true }];
  });
  return [...own, ...implied];
}
