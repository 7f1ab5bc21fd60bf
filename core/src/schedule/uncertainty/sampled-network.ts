import { type ClockBook, clockBookOf } from '../clock-book.ts';
import { at } from '../column.ts';
import { constraintCodes } from '../dates.ts';
import type { ScheduleProject, ScheduleTask } from '../model.ts';
import { compile, type Network } from '../network.ts';
import { nextWorkStart, type WorkClock } from '../work-clock.ts';
import { streamOf } from './draws.ts';
import type { Spread } from './spread.ts';
import { isOpen, stretchedMinutes } from './stretched-task.ts';

/**
 * How a node's dates are found in a sample:
 * - `work`: as soon as its links allow, on one calendar or several, by as many minutes as drawn;
 * - `pinned`: where they are, whatever happens;
 * - `open`: a summary without bounds of its own, from which nothing follows for those below;
 * - `engine`: anything else, by the engine itself, one sample at a time.
 */
export type NodeKind = 'work' | 'pinned' | 'open' | 'engine';

/** Work to be done on one clock: minutes as planned. */
export type WorkPart = { readonly clock: WorkClock; readonly minutes: number };

/** A network made ready for many passes with other durations. */
export type SampledNetwork = {
  readonly network: Network;
  readonly book: ClockBook;
  readonly kinds: readonly NodeKind[];
  /** For nodes of kind `work`; empty for a milestone. */
  readonly parts: readonly (readonly WorkPart[])[];
  /** The earliest that a node of kind `work` may begin, whatever its links say. */
  readonly floors: Float64Array;
  /** Null for what is certain. */
  readonly spreads: readonly (Spread | null)[];
  readonly streams: Float64Array;
};

/** Compiles a project whose tasks are scheduled from its start, with spreads by task id. */
export function sampledNetwork(
  project: ScheduleProject,
  spreads: ReadonlyMap<string, Spread>,
  seed: number,
): SampledNetwork {
  const network = compile(project);
  const book = clockBookOf(project, []);
  const { tasks } = project;
  const parts = tasks.map((task) => partsOf(task, book));
  const inUse = tasks.map((task, node) => {
    const spread = spreads.get(task.id);
    const isLeaf = at(network.isSummary, node) !== 1;
    return spread && isLeaf && isOpen(task) ? spread : null;
  });
  return {
    network,
    book,
    parts,
    kinds: tasks.map((_, node) =>
      kindOf(network, node, { parts: parts[node] ?? [], isDrawn: inUse[node] !== null }),
    ),
    floors: Float64Array.from(tasks, (_, node) => floorOf(network, node)),
    spreads: inUse,
    streams: Float64Array.from(tasks, ({ id }) => streamOf(seed, id)),
  };
}

function partsOf(task: ScheduleTask, book: ClockBook): WorkPart[] {
  const { minutes } = task.duration;
  if (minutes === 0) return [];
  const driving = book.assignments.get(task.id) ?? [];
  if (driving.length === 0) return [{ clock: book.ofTask(task), minutes }];
  return driving.map(({ assignment, resource }) => ({
    clock: book.ofAssignment(task, resource),
    minutes:
      assignment.spanMinutes ??
      (assignment.workMinutes === undefined ? minutes : assignment.workMinutes / assignment.units),
  }));
}

function kindOf(
  network: Network,
  node: number,
  { parts, isDrawn }: { readonly parts: readonly WorkPart[]; readonly isDrawn: boolean },
): NodeKind {
  const { values } = network;
  const isBounded = hasBounds(network, node);
  if (at(network.isSummary, node) === 1)
    return isBounded || values.placement[node] ? 'engine' : 'open';
  if (values.placement[node]?.isPinned) return isDrawn ? 'engine' : 'pinned';
  const constraint = at(values.constraint, node);
  const isDated = constraint === constraintCodes.startNoEarlierThan;
  if ((constraint !== 0 && !isDated) || hasFinishBound(network, node)) return 'engine';
  if (isDelayedOrElapsed(network, node) || hasOddLink(network, node)) return 'engine';
  if (isDated && isBounded && !hasActiveLink(network, node)) return 'engine';
  return isAsEngine(network, node, parts) ? 'work' : 'engine';
}

/** The short way is taken only where it gives what the engine gives, tried at a few instants. */
function isAsEngine(network: Network, node: number, parts: readonly WorkPart[]): boolean {
  const placement = network.values.placement[node];
  if (!placement) return true;
  if (parts.length === 0) return false;
  return [0, 1_000, 5_555, 20_011].every((after) => {
    const bound = network.origin + after;
    const span = placement.forward(bound);
    const own = placedWork(parts, bound, 1);
    return own.start === span.start && own.finish === span.finish;
  });
}

/** From the first part's start to the last part's finish. */
export function placedWork(
  parts: readonly WorkPart[],
  bound: number,
  stretch: number,
): { start: number; finish: number } {
  let start = Number.POSITIVE_INFINITY;
  let finish = Number.NEGATIVE_INFINITY;
  for (const { clock, minutes } of parts) {
    const work = clock.workBefore(bound);
    const own = clock.startAt(work);
    const length = stretchedMinutes(minutes, stretch);
    const end = clock.finishAt(Math.round((work + length) * 10) / 10);
    if (own < start) start = own;
    if (end > finish) finish = end;
  }
  return { start, finish };
}

function floorOf(network: Network, node: number): number {
  const { values, origin } = network;
  const isDated = at(values.constraint, node) === constraintCodes.startNoEarlierThan;
  const date = isDated ? at(values.constraintDate, node) : Number.NEGATIVE_INFINITY;
  // As in the engine: a date, or a predecessor, may put a task before the project's start.
  const floor = isDated || hasActiveLink(network, node) ? date : origin;
  return Math.max(floor, network.setting.today);
}

function isDelayedOrElapsed({ values }: Network, node: number): boolean {
  return at(values.delay, node) !== 0 || at(values.isElapsed, node) === 1;
}

/** Whether a link has a lead, which reaches to the project's start only, or passes on through an inactive task. */
function hasOddLink({ incoming, links, values }: Network, node: number): boolean {
  for (let i = at(incoming.starts, node); i < at(incoming.starts, node + 1); i += 1) {
    const link = at(incoming.items, i);
    if (at(links.lag, link) < 0 || at(values.isActive, at(links.from, link)) !== 1) return true;
  }
  return false;
}

function hasActiveLink({ incoming, links, values }: Network, node: number): boolean {
  for (let i = at(incoming.starts, node); i < at(incoming.starts, node + 1); i += 1)
    if (at(values.isActive, at(links.from, at(incoming.items, i))) === 1) return true;
  return false;
}

function hasLink({ incoming }: Network, node: number): boolean {
  return at(incoming.starts, node + 1) > at(incoming.starts, node);
}

/** Whether a summary has links or dates that bound what is below it; of a leaf, one of its summaries. */
function hasBounds(network: Network, node: number): boolean {
  const isSummary = at(network.isSummary, node) === 1;
  for (
    let above = isSummary ? node : at(network.parent, node);
    above >= 0;
    above = at(network.parent, above)
  )
    if (at(network.values.constraint, above) > 1 || hasLink(network, above)) return true;
  return false;
}

/** Whether the node or a summary of it has to finish no earlier than something. */
function hasFinishBound(network: Network, node: number): boolean {
  const { incoming, links, values } = network;
  for (let above = node; above >= 0; above = at(network.parent, above)) {
    if (at(values.constraint, above) === constraintCodes.finishNoEarlierThan) return true;
    for (let i = at(incoming.starts, above); i < at(incoming.starts, above + 1); i += 1)
      if (at(links.type, at(incoming.items, i)) > 1) return true;
  }
  return false;
}

/** Where a milestone stands that may not be before `bound`: at the end of a day it stays there. */
export function milestoneDate(clock: WorkClock, bound: number): number {
  const isAtEnd = clock.finishAt(clock.workBefore(bound)) === bound;
  return isAtEnd ? bound : nextWorkStart(clock, bound);
}
