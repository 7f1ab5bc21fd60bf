import { clockBookOf } from './clock-book.ts';
import { at } from './column.ts';
import { linkColumns, mirroredOrder, outlineOf, tiesOf, valuesOf } from './columns.ts';
import type {
  Minute,
  ScheduleIssue,
  ScheduleOptions,
  ScheduleProject,
  ScheduleTask,
} from './model.ts';
import { adjacency, type Groups, topologicalOrder } from './order.ts';
import { type PlacementSetting, placementOf } from './placement.ts';
import type { LinkColumns, TaskValues } from './values.ts';
import { mirroredClock, type WorkClock } from './work-clock.ts';

/**
 * A project made ready for calculation: ids turned into places, links into columns, calendars into
 * clocks, and an order in which each task comes after what it waits for. Nodes 0 to n-1 are tasks (a
 * summary's node stands for what bounds all below it), n to 2n-1 the ends of summaries.
 */
export type Network = {
  readonly project: ScheduleProject;
  readonly options: ScheduleOptions;
  /** Counted from the finish: time runs backwards in every number here. */
  readonly isMirrored: boolean;
  readonly origin: Minute;
  readonly count: number;
  readonly places: ReadonlyMap<string, number>;
  readonly parent: Int32Array;
  readonly children: Groups;
  readonly isSummary: Uint8Array;
  readonly links: LinkColumns;
  readonly incoming: Groups;
  readonly outgoing: Groups;
  readonly order: Int32Array;
  readonly position: Int32Array;
  readonly clocks: readonly WorkClock[];
  /** The clock of a task as edited, and what its placement needs. */
  readonly clockOf: (task: ScheduleTask) => WorkClock;
  readonly setting: PlacementSetting;
  readonly values: TaskValues;
  /** Faults of the plan itself; those of its dates come with the schedule. */
  readonly issues: readonly ScheduleIssue[];
};

const defaults: ScheduleOptions = {
  minutesPerDay: 480,
  constraintsWinOverLinks: true,
  criticalSlackMinutes: 0,
  multipleCriticalPaths: false,
  splitsInProgress: true,
  remainingAfterStatusDate: true,
};

/** Makes a network of a project. O(tasks + links), and O(days used) for each calendar. */
export function compile(project: ScheduleProject): Network {
  const issues: ScheduleIssue[] = [];
  const outline = outlineOf(project, issues);
  const ties = tiesOf(project, outline, issues);
  const order = topologicalOrder(graphOf(project, outline, ties));
  const isMirrored = project.finish !== undefined;
  const links = linkColumns(project, ties, order.dropped, isMirrored);
  const book = clockBookOf(project, issues);
  const options = { ...defaults, ...project.options };
  const setting = {
    book,
    isMirrored,
    splitsInProgress: options.splitsInProgress,
    today: todayOf(project, options, isMirrored),
    isSummary: (id: string) => outline.isSummary[outline.places.get(id) ?? -1] === 1,
  };
  const clockOf = directed(isMirrored, book.ofTask);
  const count = outline.count;
  const nodes = isMirrored ? mirroredOrder(order.nodes, outline) : order.nodes;
  const position = new Int32Array(2 * count);
  nodes.forEach((node, at) => {
    position[node] = at;
  });
  return {
    project,
    options,
    isMirrored,
    origin: project.finish === undefined ? project.start : -project.finish,
    ...outline,
    links,
    incoming: adjacency(count, links.to),
    outgoing: adjacency(count, links.from),
    order: nodes,
    position,
    clocks: project.tasks.map(clockOf),
    clockOf,
    setting,
    values: valuesOf(project, isMirrored, (task) => placementOf(task, setting)),
    issues: [...issues, ...order.issues],
  };
}

/** Before when no work remains; before everything where that is not asked, or time runs backwards. */
function todayOf(project: ScheduleProject, options: ScheduleOptions, isMirrored: boolean): Minute {
  const isAsked = options.remainingAfterStatusDate && !isMirrored;
  return (isAsked ? project.statusDate : undefined) ?? Number.NEGATIVE_INFINITY;
}

/** Clocks of tasks in the network's direction of time, each turned round once. */
function directed(
  isMirrored: boolean,
  ofTask: (task: ScheduleTask) => WorkClock,
): (task: ScheduleTask) => WorkClock {
  if (!isMirrored) return ofTask;
  const turned = new Map<WorkClock, WorkClock>();
  return (task) => {
    const clock = ofTask(task);
    const known = turned.get(clock) ?? mirroredClock(clock);
    turned.set(clock, known);
    return known;
  };
}

function graphOf(
  project: ScheduleProject,
  outline: ReturnType<typeof outlineOf>,
  ties: ReturnType<typeof tiesOf>,
) {
  const { count, parent, isSummary } = outline;
  const from: number[] = [];
  const to: number[] = [];
  const link: number[] = [];
  const edge = (source: number, target: number, ofLink: number) => {
    from.push(source);
    to.push(target);
    link.push(ofLink);
  };
  const endOf = (task: number) => (at(isSummary, task) === 1 ? count + task : task);
  for (let i = 0; i < ties.from.length; i += 1)
    if (at(ties.from, i) >= 0) edge(endOf(at(ties.from, i)), at(ties.to, i), i);
  for (let task = 0; task < count; task += 1) {
    const above = at(parent, task);
    if (at(isSummary, task) === 1) edge(task, count + task, -1);
    if (above < 0) continue;
    edge(above, task, -1);
    edge(endOf(task), count + above, -1);
  }
  return {
    nodeCount: 2 * count,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    link: Int32Array.from(link),
    taskOf: (node: number) => (node >= count ? node - count : node),
    idOf: (task: number) => project.tasks[task]?.id ?? '',
  };
}
