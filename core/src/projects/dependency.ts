import { addDays, type CalendarDate, dayNumber } from '../calendar-date.ts';
import { groupedBy } from '../grouping.ts';
import type { TaskId } from '../id.ts';
import { weekdayAt } from './outline-dates.ts';

/** What waits for what: the four relations of the precedence diagramming method (Fondahl, 1961). */
export const dependencyTypes = [
  'finish-start',
  'start-start',
  'finish-finish',
  'start-finish',
] as const;
/** What of the predecessor must have happened before what of the successor. */
export type DependencyType = (typeof dependencyTypes)[number];

/** Minutes of lag that make one working day. */
export const lagDayMinutes = 480;

/** A task that waits for another. `lagMinutes` of working time lie between; negative is a lead. */
export type Dependency = {
  readonly predecessorId: TaskId;
  readonly successorId: TaskId;
  readonly type: DependencyType;
  readonly lagMinutes: number;
};

/** Where a task stands in the tree of tasks. */
export type TreePlace = { readonly id: TaskId; readonly parentId: TaskId | null };

type End = 'start' | 'finish';
type Edge = { readonly from: string; readonly to: string };

const endsOf: Record<DependencyType, readonly [End, End]> = {
  'finish-start': ['finish', 'start'],
  'start-start': ['start', 'start'],
  'finish-finish': ['finish', 'finish'],
  'start-finish': ['start', 'finish'],
};

/**
 * The loop that a new dependency would close, as the tasks on it, the first one again at the end; null
 * when there is none. A task with sub-tasks begins with the first of them and ends with the last, so
 * what waits for it waits for them. Complexity: O(tasks + dependencies).
 */
export function loopOfDependency(
  tasks: readonly TreePlace[],
  dependencies: readonly Dependency[],
  added: Pick<Dependency, 'predecessorId' | 'successorId' | 'type'>,
): TaskId[] | null {
  if (added.predecessorId === added.successorId) return [added.predecessorId, added.successorId];
  return loopThrough(edgesOf(tasks, dependencies), [dependencyEdge(added)]);
}

/**
 * The loop that putting a task under another would close, or null: of sub-tasks alone, or together
 * with what waits for what.
 */
export function loopOfParent(
  tasks: readonly TreePlace[],
  dependencies: readonly Dependency[],
  moved: { readonly id: TaskId; readonly parentId: TaskId },
): TaskId[] | null {
  if (moved.id === moved.parentId) return [moved.id, moved.id];
  const others = tasks.map((task) => (task.id === moved.id ? { ...task, parentId: null } : task));
  return loopThrough(edgesOf(others, dependencies), parentEdges(moved.id, moved.parentId));
}

/** The days of a task as a dependency sees them. */
export type DependentDays = {
  readonly startOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly isMilestone: boolean;
  readonly isDone: boolean;
};

/**
 * Whether the dates of two tasks break their dependency (PM-08): the successor starts, or ends, before
 * it may. A day counts whole, so what waits for the end of a task starts on the next weekday; a
 * milestone lies at the end of its day. What is done, or has no dates, breaks nothing.
 */
export function breaksDependency(
  predecessor: DependentDays,
  successor: DependentDays,
  dependency: Pick<Dependency, 'type' | 'lagMinutes'>,
): boolean {
  if (predecessor.isDone || successor.isDone) return false;
  const [before, after] = endsOf[dependency.type];
  const earliest = boundary(predecessor, before);
  const actual = boundary(successor, after);
  if (earliest === null || actual === null) return false;
  return actual < laterBy(earliest, dependency.lagMinutes);
}

/** Days as points in time: the morning of a day is its number, its evening the next number. */
function boundary(days: DependentDays, end: End): number | null {
  if (days.isMilestone || end === 'finish') {
    return days.dueOn === null ? null : dayNumber(days.dueOn) + 1;
  }
  const start = days.startOn ?? days.dueOn;
  return start === null ? null : dayNumber(start);
}

/** A point so many working days on; whole days of lag only move it over weekends. */
function laterBy(point: number, lagMinutes: number): number {
  const days = Math.round(lagMinutes / lagDayMinutes);
  if (days === 0) return point;
  // The evening of a day counts on from that day.
  const evening = addDays(epoch, point - 1 - dayNumber(epoch));
  return dayNumber(weekdayAt(evening, days)) + 1;
}

// 1970-01-01 is a valid day; the brand has no run-time part.
const epoch = '1970-01-01' as CalendarDate;

function edgesOf(tasks: readonly TreePlace[], dependencies: readonly Dependency[]): Edge[] {
  return [
    ...tasks.flatMap(({ id, parentId }) => [
      { from: node(id, 'start'), to: node(id, 'finish') },
      ...(parentId === null ? [] : parentEdges(id, parentId)),
    ]),
    ...dependencies.map(dependencyEdge),
  ];
}

function dependencyEdge(
  dependency: Pick<Dependency, 'predecessorId' | 'successorId' | 'type'>,
): Edge {
  const [before, after] = endsOf[dependency.type];
  return {
    from: node(dependency.predecessorId, before),
    to: node(dependency.successorId, after),
  };
}

function parentEdges(id: TaskId, parentId: TaskId): Edge[] {
  return [
    { from: node(parentId, 'start'), to: node(id, 'start') },
    { from: node(id, 'finish'), to: node(parentId, 'finish') },
  ];
}

/** The tasks on a way from where an added edge leads back to where it begins. */
function loopThrough(edges: readonly Edge[], added: readonly Edge[]): TaskId[] | null {
  const next = groupedBy([...edges, ...added], (edge) => edge.from);
  for (const edge of added) {
    const cameFrom = new Map<string, string | null>([[edge.to, null]]);
    const waiting = [edge.to];
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      if (at === edge.from) return tasksOn(wayTo(at, cameFrom), edge);
      for (const { to } of next.get(at) ?? []) {
        if (cameFrom.has(to)) continue;
        cameFrom.set(to, at);
        waiting.push(to);
      }
    }
  }
  return null;
}

function wayTo(end: string, cameFrom: ReadonlyMap<string, string | null>): string[] {
  const way: string[] = [];
  for (let at: string | null = end; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at);
  return way;
}

function tasksOn(way: readonly string[], edge: Edge): TaskId[] {
  const tasks = [edge.from, ...way].map(taskOf);
  return tasks.filter((task, index) => task !== tasks[index - 1]);
}

function node(id: TaskId, end: End): string {
  return `${end} ${id}`;
}

function taskOf(name: string): TaskId {
  // What `node` has put together.
  return name.slice(name.indexOf(' ') + 1) as TaskId;
}
