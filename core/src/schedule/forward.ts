import { at } from './column.ts';
import { constraintCodes as code, type Dates, minus, type Pass, rollUp } from './dates.ts';
import { addLag } from './lag.ts';
import type { Minute } from './model.ts';
import type { Network } from './network.ts';
import type { Span } from './placement.ts';
import { backwardSpan, forwardSpan } from './spans.ts';
import { nextWorkStart, workBetween } from './work-clock.ts';

/**
 * The forward pass of the critical path method (J. Kelley and M. Walker, 1959) at one node: earliest
 * dates after all links. With `isSecond` tasks as late as possible stand at their late dates.
 */
export function forwardAt(pass: Pass, node: number): void {
  const { network, dates } = pass;
  const { count, isSummary, parent } = network;
  if (node >= count) {
    if (at(isSummary, node - count) === 1)
      rollUp(network, node - count, { start: dates.earlyStart, finish: dates.earlyFinish });
    return;
  }
  const above = at(parent, node);
  const bounds: Bounds = {
    start: above < 0 ? minus : at(dates.startBound, above),
    finish: above < 0 ? minus : at(dates.finishBound, above),
    driver: above < 0 ? -1 : at(dates.driver, above),
    finishDriver: -1,
    byStart: minus,
    passed: minus,
    isLinked: false,
  };
  boundByLinks(pass, node, bounds);
  if (at(isSummary, node) === 1) boundSummary(network, dates, node, bounds);
  else placeEarly(network, dates, node, bounds);
}

type Bounds = {
  start: Minute;
  finish: Minute;
  /** Links behind the two bounds. */
  driver: number;
  finishDriver: number;
  /** The finish that the start of a predecessor asks for. */
  byStart: Minute;
  /** The latest that active predecessors ask, also through inactive ones. */
  passed: Minute;
  isLinked: boolean;
};

function boundByLinks(pass: Pass, node: number, bounds: Bounds): void {
  const { incoming, links, values } = pass.network;
  const isActive = at(values.isActive, node) === 1;
  for (let i = at(incoming.starts, node); i < at(incoming.starts, node + 1); i += 1) {
    const link = at(incoming.items, i);
    const isFromActive = at(values.isActive, at(links.from, link)) === 1;
    if (!isFromActive) passOn(pass, link, bounds, isActive);
    if (!isFromActive && isActive) continue;
    const date = sourceDate(pass, link, node);
    if (Number.isNaN(date)) continue;
    bounds.isLinked = true;
    const bound = addLag(pass.network, link, date);
    tighten(bounds, link, at(links.type, link), bound);
    if (isFromActive) bounds.passed = Math.max(bounds.passed, bound);
  }
}

/**
 * An inactive task moves nothing itself, but what it waits for goes on to what waits for it, as if
 * linked finish to start (Microsoft Project since 2013).
 */
function passOn({ network, dates }: Pass, link: number, bounds: Bounds, isActive: boolean): void {
  const passed = at(dates.startBound, at(network.links.from, link));
  if (passed === minus) return;
  bounds.passed = Math.max(bounds.passed, passed);
  if (!isActive) return;
  bounds.isLinked = true;
  tighten(bounds, link, 0, passed);
}

function tighten(bounds: Bounds, link: number, type: number, bound: Minute): void {
  if (type < 2) {
    if (bound <= bounds.start) return;
    bounds.start = bound;
    bounds.driver = link;
    return;
  }
  if (type === 3) bounds.byStart = Math.max(bounds.byStart, bound);
  if (bound <= bounds.finish) return;
  bounds.finish = bound;
  bounds.finishDriver = link;
}

/** The date of the predecessor that a link goes by: its late one if it is as late as possible. */
function sourceDate({ network, dates, isSecond }: Pass, link: number, node: number): Minute {
  const { links, values } = network;
  const source = at(links.from, link);
  const type = at(links.type, link);
  const isFinish = type === 0 || type === 2;
  const isLate =
    isSecond &&
    at(values.constraint, source) === code.asLateAsPossible &&
    at(values.constraint, node) !== code.asLateAsPossible;
  if (isLate) return at(isFinish ? dates.lateFinish : dates.lateStart, source);
  return at(isFinish ? dates.earlyFinish : dates.earlyStart, source);
}

function boundSummary(network: Network, dates: Dates, node: number, bounds: Bounds): void {
  const { values } = network;
  let { start, finish } = bounds;
  const date = at(values.constraintDate, node);
  const constraint = at(values.constraint, node);
  if (constraint === code.startNoEarlierThan || constraint === code.mustStartOn)
    start = Math.max(start, date);
  if (constraint === code.finishNoEarlierThan) finish = Math.max(finish, date);
  dates.startBound[node] = start;
  dates.finishBound[node] = finish;
  dates.driver[node] = bounds.driver;
}

function placeEarly(network: Network, dates: Dates, node: number, bounds: Bounds): void {
  const placement = network.values.placement[node];
  if (at(network.values.isActive, node) !== 1) dates.startBound[node] = bounds.passed;
  if (placement?.isPinned) {
    const span = placement.forward(network.origin);
    dates.earlyStart[node] = span.start;
    dates.earlyFinish[node] = span.finish;
    dates.driver[node] = -1;
    return;
  }
  const bound = earliestStart(network, node, bounds);
  const span = upTo(network, node, forwardSpan(network, node, bound), bounds.byStart);
  dates.earlyStart[node] = span.start;
  dates.earlyFinish[node] = span.finish;
  dates.driver[node] = driverOf(network, node, bounds, { start: span.start, bound });
}

/**
 * A finish asked for by a link or constraint on the finish is kept as asked (08:00 of the next day
 * rather than 17:00) when no work lies between, as Microsoft Project keeps it.
 */
function upTo(network: Network, node: number, span: Span, linked: Minute): Span {
  const { values, clocks } = network;
  const constraint = at(values.constraint, node);
  const isAsked = constraint === code.finishNoEarlierThan || constraint === code.mustFinishOn;
  const asked = Math.max(linked, isAsked ? at(values.constraintDate, node) : minus);
  const clock = clocks[node];
  if (!clock || !(asked > span.finish) || at(values.duration, node) === 0) return span;
  const isNear = workBetween(clock, span.finish, asked) === 0;
  return isNear ? { start: span.start, finish: asked } : span;
}

/** The link whose bound the start stands at; -1 when the project's start or a constraint holds it. */
function driverOf(
  network: Network,
  node: number,
  bounds: Bounds,
  { start, bound }: { readonly start: Minute; readonly bound: Minute },
): number {
  if (bound === bounds.start) return bounds.driver;
  if (bounds.driver >= 0 && forwardSpan(network, node, bounds.start).start === start)
    return bounds.driver;
  if (bounds.finishDriver < 0) return -1;
  return backwardSpan(network, node, bounds.finish).start === start ? bounds.finishDriver : -1;
}

/** Where the start may be at the earliest, by links, the project's start and the constraint. */
function earliestStart(network: Network, node: number, bounds: Bounds): Minute {
  const { values, options } = network;
  const constraint = at(values.constraint, node);
  const date = at(values.constraintDate, node);
  const byFinish = () => backwardSpan(network, node, date).start;
  if (constraint === code.mustStartOn) return date;
  if (constraint === code.mustFinishOn) return byFinish();
  let start = Math.max(linkedStart(network, node, bounds), network.setting.today);
  start = Math.max(start, byDeadline(network, node));
  if (constraint === code.startNoEarlierThan) start = Math.max(start, date);
  if (constraint === code.finishNoEarlierThan) start = Math.max(start, byFinish());
  // Levelling counts from where links and constraint put the task.
  start = delayed(network, node, start);
  const winner = at(values.winner, node);
  if (winner === 0 ? !options.constraintsWinOverLinks : winner === 2) return start;
  if (constraint === code.startNoLaterThan) return Math.min(start, date);
  return constraint === code.finishNoLaterThan ? Math.min(start, byFinish()) : start;
}

/**
 * Counted from the finish, a task as late as possible ends on its deadline at the latest. Source:
 * Microsoft Project 2002 training courseware, *Effect of deadlines on schedule from finish projects*.
 */
function byDeadline({ isMirrored, values }: Network, node: number): Minute {
  return isMirrored && at(values.constraint, node) === code.asSoonAsPossible
    ? -at(values.deadline, node)
    : minus;
}

/**
 * The start by links and the project's start. A lead from a predecessor's end or start reaches back
 * before the project's start; a link on the finish does not (Microsoft Knowledge Base Q103971).
 */
function linkedStart(network: Network, node: number, bounds: Bounds): Minute {
  const { values, origin } = network;
  const constraint = at(values.constraint, node);
  let start = bounds.start;
  if (bounds.finish > minus)
    start = Math.max(start, backwardSpan(network, node, bounds.finish).start, origin);
  if (bounds.isLinked && start > minus) return start;
  // A constraint may put a task without predecessors before the project's start; nothing else does.
  const isFree = constraint === code.startNoEarlierThan || constraint === code.finishNoEarlierThan;
  return isFree && start === minus && !bounds.isLinked ? start : Math.max(start, origin);
}

function delayed(network: Network, node: number, start: Minute): Minute {
  const delay = at(network.values.delay, node);
  if (delay === 0 || start === minus) return start;
  const clock = network.clocks[node];
  return clock ? nextWorkStart(clock, start) + delay : start + delay;
}
