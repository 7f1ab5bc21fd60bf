import { at } from './column.ts';
import { addLag } from './lag.ts';
import type { Constraint, Minute, ScheduledTask, ScheduleIssue } from './model.ts';
import type { Network } from './network.ts';
import type { Standing } from './slack.ts';
import { workBetween } from './work-clock.ts';

/** What the dates found cannot keep: dates of constraints, links against constraints, deadlines. */
export function issuesOf(
  network: Network,
  standing: Standing,
  tasks: readonly ScheduledTask[],
): ScheduleIssue[] {
  const issues: ScheduleIssue[] = [];
  network.project.tasks.forEach((task, place) => {
    const dates = tasks[place];
    if (!dates || task.isActive === false || task.progress?.actualFinish !== undefined) return;
    const past = (from: Minute, to: Minute) => minutesBetween(network, place, from, to);
    const missed = missedBy(task.constraint, dates);
    const taskId = task.id;
    if (missed) {
      const byMinutes = past(missed.wanted, missed.actual);
      if (byMinutes > 0) issues.push({ kind: 'constraintMissed', taskId, byMinutes });
    }
    const broken = brokenLinkBy(network, standing, place);
    if (broken > 0) issues.push({ kind: 'constraintBreaksLink', taskId, byMinutes: broken });
    if (task.deadline === undefined || dates.finish <= task.deadline) return;
    const byMinutes = past(task.deadline, dates.finish);
    if (byMinutes > 0) issues.push({ kind: 'deadlineMissed', taskId, byMinutes });
  });
  return issues;
}

/** Working minutes from `from` to `to` in the project's own direction of time. */
function minutesBetween(network: Network, place: number, from: Minute, to: Minute): number {
  const clock = network.clocks[place];
  if (!clock) return to - from;
  return network.isMirrored ? workBetween(clock, -to, -from) : workBetween(clock, from, to);
}

/** The date a constraint wanted and the one it got, when later (or, for the earliest, earlier). */
function missedBy(
  constraint: Constraint | undefined,
  { start, finish }: ScheduledTask,
): { readonly wanted: Minute; readonly actual: Minute } | null {
  switch (constraint?.type) {
    case 'startNoLaterThan':
      return start > constraint.date ? { wanted: constraint.date, actual: start } : null;
    case 'finishNoLaterThan':
      return finish > constraint.date ? { wanted: constraint.date, actual: finish } : null;
    case 'mustStartOn':
      return outOfPlace(constraint.date, start);
    case 'mustFinishOn':
      return outOfPlace(constraint.date, finish);
    case 'startNoEarlierThan':
      return start < constraint.date ? { wanted: start, actual: constraint.date } : null;
    case 'finishNoEarlierThan':
      return finish < constraint.date ? { wanted: finish, actual: constraint.date } : null;
    default:
      return null;
  }
}

function outOfPlace(wanted: Minute, actual: Minute) {
  if (wanted === actual) return null;
  return wanted < actual ? { wanted, actual } : { wanted: actual, actual: wanted };
}

/** By how much the task stands before what its links ask, in working minutes; 0 when it keeps them. */
function brokenLinkBy(network: Network, standing: Standing, place: number): number {
  const { incoming, links, values, clocks } = network;
  const clock = clocks[place];
  let worst = 0;
  if (!clock || values.placement[place]?.isPinned) return 0;
  for (let i = at(incoming.starts, place); i < at(incoming.starts, place + 1); i += 1) {
    const link = at(incoming.items, i);
    const source = at(links.from, link);
    if (at(values.isActive, source) !== 1) continue;
    const type = at(links.type, link);
    const date = at(type === 0 || type === 2 ? standing.finish : standing.start, source);
    const own = at(type < 2 ? standing.start : standing.finish, place);
    const by = workBetween(clock, own, addLag(network, link, date));
    if (by > worst) worst = by;
  }
  return worst;
}
