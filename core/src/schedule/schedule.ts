import { backwardAt } from './backward';
import { at } from './column';
import { constraintCodes, type Dates, emptyDates } from './dates';
import { forwardAt } from './forward';
import { issuesOf } from './issues';
import type { Minute, ScheduledTask, ScheduleProject, ScheduleResult } from './model';
import { compile, type Network } from './network';
import { type Slack, type Standing, slackOf, standingOf } from './slack';
import { workBetween } from './work-clock';

/** A network with its dates: what `reschedule` takes and gives. */
export type Calculated = { readonly network: Network; readonly dates: Dates };

/**
 * Dates of every task of a project: earliest and latest, slack, what drives it. Tasks stand at their
 * early dates, those as late as possible at their late ones. O(tasks + links).
 *
 * Faults (circles, links to nothing) are named in `issues` and left out; the rest is scheduled.
 */
export function schedule(project: ScheduleProject): ScheduleResult {
  return resultOf(calculate(compile(project)));
}

/** All passes over a network. */
export function calculate(network: Network): Calculated {
  const dates = emptyDates(network.count);
  const { order, values } = network;
  const pass = { network, dates, isSecond: false };
  for (const node of order) forwardAt(pass, node);
  dates.end = endOf(network, dates);
  for (let i = order.length - 1; i >= 0; i -= 1) backwardAt(pass, at(order, i));
  if (values.constraint.includes(constraintCodes.asLateAsPossible))
    for (const node of order) forwardAt({ ...pass, isSecond: true }, node);
  return { network, dates };
}

/** The last early finish of active tasks; the project's start when there are none. */
export function endOf(network: Network, dates: Dates): Minute {
  let end = Number.NEGATIVE_INFINITY;
  for (let task = 0; task < network.count; task += 1) {
    const finish = at(dates.earlyFinish, task);
    if (at(network.values.isActive, task) === 1 && finish > end) end = finish;
  }
  return end === Number.NEGATIVE_INFINITY ? network.origin : end;
}

/** The result of a calculation, in the project's own direction of time. */
export function resultOf(calculated: Calculated): ScheduleResult {
  const { network, dates } = calculated;
  const standing = standingOf(network, dates);
  const slack = slackOf(network, dates, standing);
  const tasks = network.project.tasks.map((_, place) =>
    scheduledTask({ network, dates, standing, slack }, place),
  );
  let start = Number.POSITIVE_INFINITY;
  let finish = Number.NEGATIVE_INFINITY;
  tasks.forEach((task, place) => {
    if (at(network.values.isActive, place) !== 1) return;
    start = Math.min(start, task.start);
    finish = Math.max(finish, task.finish);
  });
  const empty = network.isMirrored ? -network.origin : network.origin;
  return {
    start: start === Number.POSITIVE_INFINITY ? empty : start,
    finish: finish === Number.NEGATIVE_INFINITY ? empty : finish,
    tasks,
    issues: [...network.issues, ...issuesOf(network, standing, tasks)],
  };
}

type Parts = Calculated & { readonly standing: Standing; readonly slack: Slack };

function scheduledTask(parts: Parts, place: number): ScheduledTask {
  const { network, dates, standing, slack } = parts;
  const task = network.project.tasks[place];
  const totalSlack = at(slack.total, place);
  const driver = at(dates.driver, place);
  const link = driver < 0 ? undefined : network.project.links[driver];
  const first = spanAt(network, place, dates.earlyStart, dates.earlyFinish);
  const second = spanAt(network, place, dates.lateStart, dates.lateFinish);
  const [early, late] = network.isMirrored ? [second, first] : [first, second];
  const isDone = task?.progress?.actualFinish !== undefined;
  return {
    id: task?.id ?? '',
    ...spanAt(network, place, standing.start, standing.finish),
    earlyStart: early.start,
    earlyFinish: early.finish,
    lateStart: late.start,
    lateFinish: late.finish,
    totalSlack,
    freeSlack: at(slack.free, place),
    isCritical: !isDone && totalSlack <= network.options.criticalSlackMinutes,
    durationMinutes: lengthAt(network, standing, place),
    drivingLink: link ? driver : null,
    drivingPredecessorId: link?.predecessorId ?? null,
  };
}

/** The dates at a place in the project's direction of time; its start where there are none. */
function spanAt(network: Network, place: number, starts: Float64Array, finishes: Float64Array) {
  const known = (date: Minute) => (Number.isNaN(date) ? network.origin : date);
  const [start, finish] = [known(at(starts, place)), known(at(finishes, place))];
  return network.isMirrored ? { start: -finish, finish: -start } : { start, finish };
}

function lengthAt(network: Network, standing: Standing, place: number): number {
  const clock = network.clocks[place];
  if (at(network.isSummary, place) !== 1 || !clock) return at(network.values.duration, place);
  const length = workBetween(clock, at(standing.start, place), at(standing.finish, place));
  return Number.isNaN(length) ? 0 : length;
}
