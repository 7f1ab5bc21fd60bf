import { at } from './column.ts';
import type { Minute } from './model.ts';
import type { Network } from './network.ts';
import type { Span } from './placement.ts';
import { addWork, nextWorkStart, previousWorkFinish } from './work-clock.ts';

/** The earliest dates of a task that may start at `bound`. */
export function forwardSpan(network: Network, node: number, bound: Minute): Span {
  const { values, clocks } = network;
  const placement = values.placement[node];
  if (placement) return placement.forward(bound);
  const minutes = at(values.duration, node);
  const clock = clocks[node];
  if (!clock || at(values.isElapsed, node) === 1) return { start: bound, finish: bound + minutes };
  if (minutes === 0) {
    // A milestone may stand at the end of a day: it moves to the next morning only from free time.
    const isAtEnd = previousWorkFinish(clock, bound) === bound;
    const date = isAtEnd ? bound : nextWorkStart(clock, bound);
    return { start: date, finish: date };
  }
  const start = nextWorkStart(clock, bound);
  return { start, finish: addWork(clock, start, minutes) };
}

/** The latest dates of a task that has to be done by `bound`. */
export function backwardSpan(network: Network, node: number, bound: Minute): Span {
  const { values, clocks } = network;
  const placement = values.placement[node];
  if (placement) return placement.backward(bound);
  const minutes = at(values.duration, node);
  const clock = clocks[node];
  if (!clock || at(values.isElapsed, node) === 1) return { start: bound - minutes, finish: bound };
  if (minutes === 0) return { start: bound, finish: bound };
  const finish = previousWorkFinish(clock, bound);
  return { start: addWork(clock, finish, -minutes), finish };
}
