import { at } from './column.ts';
import { constraintCodes as code, type Dates, type Pass, plus, rollUp } from './dates.ts';
import { addLag } from './lag.ts';
import type { Minute } from './model.ts';
import type { Network } from './network.ts';
import { backwardSpan, forwardSpan } from './spans.ts';
import { taskStates } from './values.ts';

/** Everything that later tasks ask of one node, in reverse order: its latest dates. */
export function backwardAt({ network, dates }: Pass, node: number): void {
  const { count, isSummary } = network;
  const task = node >= count ? node - count : node;
  if (at(isSummary, task) === 1) {
    // The end of a summary comes first on the way back: its bound goes to all below it.
    if (node >= count) boundLateSummary(network, dates, task);
    else rollUp(network, task, { start: dates.lateStart, finish: dates.lateFinish, isLate: true });
  } else if (node < count) placeLate(network, dates, node);
}

type LateBounds = { start: Minute; finish: Minute };

function placeLate(network: Network, dates: Dates, node: number): void {
  const bounds = lateBounds(network, dates, node);
  const { values } = network;
  const state = at(values.state, node);
  const finish = latestFinish(network, node, bounds);
  const span = backwardSpan(network, node, finish);
  const isDone = state === taskStates.done;
  const hasBegun = isDone || state === taskStates.underWay;
  dates.restStart[node] = restStart(network, dates, node, span.start);
  dates.lateStart[node] = hasBegun ? at(dates.earlyStart, node) : span.start;
  // A manual task keeps what is asked of its finish as asked: the next morning, not the evening before.
  const open = state === taskStates.manual ? finish : span.finish;
  dates.lateFinish[node] = isDone ? at(dates.earlyFinish, node) : open;
}

/** When what remains has to begin; of work under way what remains is planned to begin where it stopped. */
function restStart(network: Network, dates: Dates, node: number, latest: Minute): Minute {
  const { state, duration } = network.values;
  if (at(state, node) === taskStates.done) return at(dates.earlyStart, node);
  if (at(state, node) !== taskStates.underWay || at(duration, node) === 0) return latest;
  return backwardSpan(network, node, at(dates.earlyFinish, node)).start;
}

/** The finish by which successors, constraint and deadline want the task done. */
function latestFinish(network: Network, node: number, bounds: LateBounds): Minute {
  const { values } = network;
  const date = at(values.constraintDate, node);
  const constraint = at(values.constraint, node);
  const byStart = (start: Minute) => forwardSpan(network, node, start).finish;
  let finish = bounds.finish;
  if (bounds.start < plus && at(values.state, node) === taskStates.open)
    finish = Math.min(finish, byStart(bounds.start));
  // What must be on a date is late on that date, whatever the deadline says.
  if (constraint === code.mustFinishOn) return date;
  if (constraint === code.mustStartOn) return byStart(date);
  if (constraint === code.finishNoLaterThan) finish = Math.min(finish, date);
  if (constraint === code.startNoLaterThan) finish = Math.min(finish, byStart(date));
  return network.isMirrored ? finish : Math.min(finish, at(values.deadline, node));
}

function boundLateSummary(network: Network, dates: Dates, task: number): void {
  const bounds = lateBounds(network, dates, task);
  const { values } = network;
  if (at(values.constraint, task) === code.finishNoLaterThan)
    bounds.finish = Math.min(bounds.finish, at(values.constraintDate, task));
  if (!network.isMirrored) bounds.finish = Math.min(bounds.finish, at(values.deadline, task));
  dates.lateBound[task] = bounds.finish;
  dates.lateStartBound[task] = bounds.start;
}

/** What successors and the summaries above ask of the latest dates. */
function lateBounds(network: Network, dates: Dates, node: number): LateBounds {
  const { outgoing, parent, values, options } = network;
  const above = at(parent, node);
  const bounds: LateBounds = {
    start: above < 0 ? plus : at(dates.lateStartBound, above),
    finish: above < 0 ? plus : at(dates.lateBound, above),
  };
  for (let i = at(outgoing.starts, node); i < at(outgoing.starts, node + 1); i += 1) {
    const link = at(outgoing.items, i);
    const target = at(network.links.to, link);
    if (at(values.isActive, target) === 1) boundByLink(network, dates, link, bounds);
    else bounds.finish = Math.min(bounds.finish, at(dates.passedLate, target));
  }
  if (at(network.isSummary, node) === 1) return bounds;
  if (at(values.isActive, node) !== 1) dates.passedLate[node] = passedLateOf(network, dates, node);
  const isOwnEnd = options.multipleCriticalPaths && bounds.finish === plus && bounds.start === plus;
  dates.askedFinish[node] = bounds.finish;
  const end = isOwnEnd ? at(dates.earlyFinish, node) : dates.end;
  bounds.finish = Math.min(bounds.finish, end);
  return bounds;
}

/**
 * An inactive task passes on what is asked of it as if it took no time, and where several tasks wait for
 * it, the latest of them: so Microsoft Project 16 has it (native experiments of
 * STO-Scheduler-Tracker-Research, 2026-09-24 and 25).
 */
function passedLateOf(network: Network, dates: Dates, node: number): Minute {
  const { outgoing, links, values } = network;
  let latest = Number.NEGATIVE_INFINITY;
  for (let i = at(outgoing.starts, node); i < at(outgoing.starts, node + 1); i += 1) {
    const link = at(outgoing.items, i);
    const target = at(links.to, link);
    const asked: LateBounds = { start: plus, finish: plus };
    if (at(values.isActive, target) === 1) boundByLink(network, dates, link, asked);
    else asked.finish = at(dates.passedLate, target);
    const bound = Math.min(asked.start, asked.finish);
    if (bound < plus) latest = Math.max(latest, bound);
  }
  return latest === Number.NEGATIVE_INFINITY ? plus : latest;
}

function boundByLink(network: Network, dates: Dates, link: number, bounds: LateBounds): void {
  const type = at(network.links.type, link);
  const target = at(network.links.to, link);
  // What is done waits for nothing any more.
  if (at(network.values.state, target) === taskStates.done) return;
  const starts = at(network.isSummary, target) === 1 ? dates.lateStart : dates.restStart;
  const date = at(type < 2 ? starts : dates.lateFinish, target);
  if (Number.isNaN(date)) return;
  const bound = addLag(network, link, date, -1);
  if (type === 0 || type === 2) bounds.finish = Math.min(bounds.finish, bound);
  else bounds.start = Math.min(bounds.start, bound);
}
