import { at } from './column.ts';
import {
  constraintTypes,
  type Lag,
  linkTypes,
  type ScheduleIssue,
  type ScheduleProject,
  type ScheduleTask,
} from './model.ts';
import { adjacency, type Groups } from './order.ts';
import type { Placement } from './placement.ts';
import { type LinkColumns, lagUnits, type TaskValues, taskStates } from './values.ts';

/** Which task stands under which, by their places. */
export type Outline = {
  readonly count: number;
  readonly places: ReadonlyMap<string, number>;
  /** -1 at the top. */
  readonly parent: Int32Array;
  readonly children: Groups;
  readonly isSummary: Uint8Array;
};

/** The two ends of each link by places; -1 in both for a link that cannot hold. */
export type Ties = { readonly from: Int32Array; readonly to: Int32Array };

/** The outline of a project. Of tasks with one id the first counts; a circle of parents is cut. */
export function outlineOf(project: ScheduleProject, issues: ScheduleIssue[]): Outline {
  const places = new Map<string, number>();
  project.tasks.forEach(({ id }, place) => {
    if (places.has(id)) issues.push({ kind: 'duplicateId', taskId: id });
    else places.set(id, place);
  });
  const parent = parentsOf(project, places, issues);
  const count = project.tasks.length;
  const children = adjacency(count, parent);
  const isSummary = new Uint8Array(count);
  for (let i = 0; i < count; i += 1)
    isSummary[i] = at(children.starts, i + 1) > at(children.starts, i) ? 1 : 0;
  return { count, places, parent, children, isSummary };
}

/** Links between tasks that are there and of which neither stands within the other. */
export function tiesOf(project: ScheduleProject, outline: Outline, issues: ScheduleIssue[]): Ties {
  const from = new Int32Array(project.links.length).fill(-1);
  const to = new Int32Array(project.links.length).fill(-1);
  project.links.forEach(({ predecessorId, successorId }, link) => {
    const source = outline.places.get(predecessorId);
    const target = outline.places.get(successorId);
    if (source === undefined)
      issues.push({ kind: 'linkToNothing', link, missingId: predecessorId });
    if (target === undefined) issues.push({ kind: 'linkToNothing', link, missingId: successorId });
    if (source === undefined || target === undefined) return;
    if (source === target) issues.push({ kind: 'cycle', taskIds: [predecessorId], link });
    else if (isWithin(outline.parent, source, target) || isWithin(outline.parent, target, source))
      issues.push({ kind: 'linkToOwnSummary', link, taskId: successorId });
    else {
      from[link] = source;
      to[link] = target;
    }
  });
  return { from, to };
}

/** Links as columns, without those left out; turned round when the plan is counted from its finish. */
export function linkColumns(
  project: ScheduleProject,
  ties: Ties,
  dropped: ReadonlySet<number>,
  isMirrored: boolean,
): LinkColumns {
  const count = project.links.length;
  const columns = {
    from: ties.from.slice(),
    to: ties.to.slice(),
    type: new Uint8Array(count),
    lag: new Float64Array(count),
    lagUnit: new Uint8Array(count),
  };
  project.links.forEach((link, i) => {
    columns.type[i] = linkTypes.indexOf(link.type);
    if (link.lag) columns.lag[i] = lagAmount(link.lag);
    columns.lagUnit[i] = lagUnits[link.lag?.unit ?? 'working'];
    if (dropped.has(i)) {
      columns.from[i] = -1;
      columns.to[i] = -1;
    }
  });
  if (!isMirrored) return columns;
  // Start-to-start becomes finish-to-finish and the other way round; the mixed ones stay.
  const turned = [0, 2, 1, 3];
  return {
    ...columns,
    from: columns.to,
    to: columns.from,
    type: columns.type.map((type) => turned[type] ?? 0),
  };
}

/** The order for a plan run backwards: the same from the end, summaries' two nodes changing roles. */
export function mirroredOrder(nodes: Int32Array, outline: Outline): Int32Array {
  const { count, isSummary } = outline;
  return nodes
    .slice()
    .reverse()
    .map((node) => {
      const task = node >= count ? node - count : node;
      if (at(isSummary, task) !== 1) return node;
      return node >= count ? task : node + count;
    });
}

/** The columns of a project's tasks. */
export function valuesOf(
  project: ScheduleProject,
  isMirrored: boolean,
  placement: (task: ScheduleTask) => Placement | null,
): TaskValues {
  const count = project.tasks.length;
  const values: TaskValues = {
    duration: new Float64Array(count),
    isElapsed: new Uint8Array(count),
    constraint: new Uint8Array(count),
    constraintDate: new Float64Array(count),
    winner: new Uint8Array(count),
    deadline: new Float64Array(count),
    delay: new Float64Array(count),
    placement: new Array<Placement | null>(count).fill(null),
    isActive: new Uint8Array(count),
    state: new Uint8Array(count),
  };
  project.tasks.forEach((task, i) => {
    setTaskValues(values, { place: i, task, isMirrored, placement: placement(task) });
  });
  return values;
}

/** Puts one task's numbers into the columns. */
export function setTaskValues(
  values: TaskValues,
  of: {
    readonly place: number;
    readonly task: ScheduleTask;
    readonly isMirrored: boolean;
    readonly placement: Placement | null;
  },
): void {
  const { place, task, isMirrored } = of;
  values.duration[place] = Math.max(0, task.duration.minutes);
  values.isElapsed[place] = task.duration.unit === 'elapsed' ? 1 : 0;
  const { constraintWinsOverLinks: isWon } = task;
  values.winner[place] = isWon === undefined ? 0 : isWon ? 1 : 2;
  values.deadline[place] = task.deadline ?? Number.POSITIVE_INFINITY;
  // Counted from the finish, levelling moves work to earlier days, whatever sign its delays have.
  const delay = task.levellingDelayMinutes ?? 0;
  values.delay[place] = isMirrored ? Math.abs(delay) : delay;
  values.state[place] = stateOf(task);
  values.isActive[place] = task.isActive === false ? 0 : 1;
  values.placement[place] = of.placement;
  const constraint = task.constraint ?? {
    type: isMirrored ? 'asLateAsPossible' : 'asSoonAsPossible',
  };
  const type = constraintTypes.indexOf(constraint.type);
  const date = 'date' in constraint ? constraint.date : 0;
  // No earlier than a date becomes, with time turned round, no later than its mirror image.
  const turned = [1, 0, 5, 4, 3, 2, 7, 6];
  values.constraint[place] = isMirrored ? (turned[type] ?? 0) : type;
  values.constraintDate[place] = isMirrored ? -date : date;
}

function stateOf({ progress, manual }: ScheduleTask): number {
  if (progress?.actualFinish !== undefined) return taskStates.done;
  if (progress?.actualStart !== undefined) return taskStates.underWay;
  return manual ? taskStates.manual : taskStates.open;
}

function lagAmount(lag: Lag): number {
  return 'percent' in lag ? lag.percent / 100 : lag.minutes;
}

function parentsOf(
  project: ScheduleProject,
  places: ReadonlyMap<string, number>,
  issues: ScheduleIssue[],
): Int32Array {
  const parent = new Int32Array(project.tasks.length).fill(-1);
  project.tasks.forEach(({ id, parentId }, place) => {
    if (parentId === undefined) return;
    const above = places.get(parentId);
    if (above === undefined)
      issues.push({ kind: 'parentMissing', taskId: id, missingId: parentId });
    else parent[place] = above;
  });
  cutCircles(parent, (place) => {
    const id = project.tasks[place]?.id ?? '';
    issues.push({ kind: 'parentMissing', taskId: id, missingId: id });
  });
  return parent;
}

/** Makes tasks that stand (by a slip) within themselves top tasks. O(n): each place is walked once. */
function cutCircles(parent: Int32Array, onCut: (place: number) => void): void {
  const state = new Int32Array(parent.length);
  for (let start = 0; start < parent.length; start += 1) {
    let place = start;
    while (place >= 0 && state[place] === 0) {
      state[place] = start + 1;
      const above = at(parent, place);
      if (above >= 0 && state[above] === start + 1) {
        parent[place] = -1;
        onCut(place);
      }
      place = at(parent, place);
    }
  }
}

function isWithin(parent: Int32Array, inner: number, outer: number): boolean {
  for (let place = at(parent, inner); place >= 0; place = at(parent, place))
    if (place === outer) return true;
  return false;
}
