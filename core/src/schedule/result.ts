import type { Calculated } from './calculate.ts';
import { at } from './column.ts';
import { issuesOf } from './issues.ts';
import type { Minute, ScheduledTask, ScheduleResult } from './model.ts';
import type { Network } from './network.ts';
import type { Standing } from './slack.ts';
import { workBetween } from './work-clock.ts';

/** The result of a calculation, in the project's own direction of time. */
export function resultOf(calculated: Calculated): ScheduleResult {
  const { network, standing } = calculated;
  const tasks = network.project.tasks.map((_, place) => scheduledTaskAt(calculated, place));
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

/** One task's dates, by its place in the project's list. */
export function scheduledTaskAt(calculated: Calculated, place: number): ScheduledTask {
  const { network, dates, standing, slack } = calculated;
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
