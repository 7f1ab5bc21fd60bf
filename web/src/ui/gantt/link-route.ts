import type { DependencyType } from '@evenkeel/core/projects/dependency';
import type { GanttSpan } from './gantt-task.ts';

/** Points of a line, x and y in turn, in pixels. */
export type Route = readonly number[];

/** Which end of a bar a link touches: 1 the finish, -1 the start. */
type Side = 1 | -1;

/** How far a link runs straight on before it turns, in pixels. */
const stub = 7;

const sides: Record<DependencyType, readonly [Side, Side]> = {
  'finish-start': [1, -1],
  'start-start': [-1, -1],
  'finish-finish': [1, 1],
  'start-finish': [-1, 1],
};

/** The instants that a link ties together. */
export function linkEnds(
  type: DependencyType,
  from: GanttSpan,
  to: GanttSpan,
): { readonly from: number; readonly to: number } {
  const [out, into] = sides[type];
  return {
    from: out === 1 ? from.finish : from.start,
    to: into === 1 ? to.finish : to.start,
  };
}

type RouteInput = {
  readonly type: DependencyType;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  /** Half the height of a line: how far a link goes round a bar. */
  readonly bend: number;
};

/**
 * The way of a link: out of one bar, down or up, into the other, in right angles. Where the second
 * stands before the first it goes round between the lines.
 */
export function routeOf({ type, fromX, fromY, toX, toY, bend }: RouteInput): Route {
  const [out, into] = sides[type];
  const leave = fromX + out * stub;
  const arrive = toX + into * stub;
  if (out === into) {
    const turn = out === 1 ? Math.max(leave, arrive) : Math.min(leave, arrive);
    return [fromX, fromY, turn, fromY, turn, toY, toX, toY];
  }
  if ((arrive - leave) * out >= 0) return [fromX, fromY, leave, fromY, leave, toY, toX, toY];
  const between = toY > fromY ? toY - bend : toY + bend;
  return [fromX, fromY, leave, fromY, leave, between, arrive, between, arrive, toY, toX, toY];
}

/**
 * The way of a link of which an end is folded away: it leaves and meets the bars that stand for its ends
 * from above or below, where the ends themselves lie.
 */
export function foldedRoute({ fromX, fromY, toX, toY, bend }: Omit<RouteInput, 'type'>): Route {
  const down = toY > fromY ? 1 : -1;
  const [leave, arrive] = [fromY + down * (bend / 2), toY - down * (bend / 2)];
  const between = toY - down * bend;
  return [fromX, leave, fromX, between, toX, between, toX, arrive];
}

/** Which way the head of a link points: into the start of a bar to the right, into its end to the left. */
export function headDirection(type: DependencyType): 1 | -1 {
  return sides[type][1] === -1 ? 1 : -1;
}

/** The kind of link that ties these two ends. */
export function typeOfEnds(from: 'start' | 'finish', to: 'start' | 'finish'): DependencyType {
  return `${from}-${to}`;
}
