import { backwardAt } from './backward.ts';
import { at } from './column.ts';
import { constraintCodes, type Dates, emptyDates } from './dates.ts';
import { forwardAt } from './forward.ts';
import type { Minute } from './model.ts';
import type { Network } from './network.ts';
import { type Slack, type Standing, slackOf, standingOf } from './slack.ts';

/** A network with its dates: what `reschedule` takes and gives. Nothing in it is changed afterwards. */
export type Calculated = {
  readonly network: Network;
  readonly dates: Dates;
  /** Where tasks stand. */
  readonly standing: Standing;
  readonly slack: Slack;
};

/** Whether tasks as late as possible make a second way forward necessary. */
export function hasLateTasks(network: Network): boolean {
  return network.values.constraint.includes(constraintCodes.asLateAsPossible);
}

/** All passes over a network. O(tasks + links). */
export function calculate(network: Network): Calculated {
  const dates = emptyDates(network.count);
  const { order } = network;
  const pass = { network, dates, isSecond: false };
  for (const node of order) forwardAt(pass, node);
  dates.end = endOf(network, dates);
  for (let i = order.length - 1; i >= 0; i -= 1) backwardAt(pass, at(order, i));
  if (hasLateTasks(network)) for (const node of order) forwardAt({ ...pass, isSecond: true }, node);
  const standing = standingOf(network, dates);
  return { network, dates, standing, slack: slackOf(network, dates, standing) };
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
