import { at } from './column.ts';
import { constraintCodes, type Dates, rollUp } from './dates.ts';
import { addLag } from './lag.ts';
import type { Network } from './network.ts';
import { taskStates } from './values.ts';
import { elapsedClock, workBetween } from './work-clock.ts';

/** Where tasks stand, by task. */
export type Standing = { readonly start: Float64Array; readonly finish: Float64Array };

/** Slack by task in working minutes. */
export type Slack = { readonly total: Float64Array; readonly free: Float64Array };

/** Early dates, late ones for tasks as late as possible, and what they come to in the summaries. */
export function standingOf(network: Network, dates: Dates): Standing {
  const isLateSomewhere = network.values.constraint.includes(constraintCodes.asLateAsPossible);
  if (!isLateSomewhere) return { start: dates.earlyStart, finish: dates.earlyFinish };
  const standing = { start: dates.earlyStart.slice(), finish: dates.earlyFinish.slice() };
  const { count, values, isSummary, order } = network;
  for (let task = 0; task < count; task += 1) {
    const isLate = at(values.constraint, task) === constraintCodes.asLateAsPossible;
    if (!isLate || at(isSummary, task) === 1 || values.placement[task]?.isPinned) continue;
    standing.start[task] = at(dates.lateStart, task);
    standing.finish[task] = at(dates.lateFinish, task);
  }
  for (const node of order)
    if (node >= count && at(isSummary, node - count) === 1) rollUp(network, node - count, standing);
  return standing;
}

/**
 * Total slack: the smaller of late minus early start and finish, by the finish alone once work began.
 * Free slack: what the nearest successor leaves, never below zero; the total without successors.
 * Source: Microsoft Project, "Total Slack" and "Free Slack" task fields.
 */
export function slackOf(network: Network, dates: Dates, standing: Standing): Slack {
  const slack = { total: new Float64Array(network.count), free: new Float64Array(network.count) };
  for (let task = 0; task < network.count; task += 1)
    slack.total[task] = totalOf(network, dates, task);
  for (let task = 0; task < network.count; task += 1)
    slack.free[task] = freeOf(network, standing, task, at(slack.total, task));
  return slack;
}

/** Total slack of one task. */
export function totalOf(network: Network, dates: Dates, task: number): number {
  const { values, isSummary } = network;
  const { earlyStart, earlyFinish, lateStart, lateFinish } = dates;
  const state = at(values.state, task);
  const isLate = at(values.constraint, task) === constraintCodes.asLateAsPossible;
  const isLeaf = at(isSummary, task) !== 1;
  if (isLeaf && (isLate || state === taskStates.done)) return 0;
  // Slack of an elapsed duration is elapsed as well.
  const isElapsed = isLeaf && at(values.isElapsed, task) === 1;
  const clock = (isElapsed ? undefined : network.clocks[task]) ?? elapsedClock;
  const byFinish = workBetween(clock, at(earlyFinish, task), at(lateFinish, task));
  if (state === taskStates.underWay) return known(byFinish);
  return known(Math.min(workBetween(clock, at(earlyStart, task), at(lateStart, task)), byFinish));
}

/** Free slack of one task whose total slack is known. */
export function freeOf(network: Network, standing: Standing, task: number, total: number): number {
  const { outgoing, links, values, clocks } = network;
  if (at(values.state, task) === taskStates.done) return 0;
  const isElapsed = at(values.isElapsed, task) === 1;
  const clock = isElapsed ? elapsedClock : clocks[task];
  let free = total;
  let isLinked = false;
  for (let i = at(outgoing.starts, task); i < at(outgoing.starts, task + 1); i += 1) {
    const link = at(outgoing.items, i);
    const target = at(links.to, link);
    const isDone = at(values.state, target) === taskStates.done;
    if (isDone || !clock) continue;
    const type = at(links.type, link);
    const own = at(type === 0 || type === 2 ? standing.finish : standing.start, task);
    const theirs = at(type < 2 ? standing.start : standing.finish, target);
    const gap = workBetween(clock, own, addLag(network, link, theirs, -1));
    free = isLinked ? Math.min(free, gap) : gap;
    isLinked = true;
  }
  return Math.max(0, known(free));
}

function known(minutes: number): number {
  return Number.isNaN(minutes) ? 0 : minutes;
}
