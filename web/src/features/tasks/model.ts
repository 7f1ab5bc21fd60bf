import type { PhaseView } from '@evenkeel/contract/projects';
import type { TaskRow } from '@evenkeel/contract/tasks';
import { groupedBy, sumOf } from '@evenkeel/core/grouping';
import { type DependencyType, lagDayMinutes } from '@evenkeel/core/projects/dependency';
import { positionBetween, type TaskState } from '@evenkeel/core/projects/task';
import { leafEstimate, treeOrder } from '@evenkeel/core/projects/task-tree';
import { formatNumber } from '../../ui/format/number.ts';
import type { ProgressShape } from '../../ui/marks/progress-glyph.tsx';

export const taskStateLabels: Record<TaskState, string> = {
  open: 'Open',
  started: 'Started',
  done: 'Done',
};

export const taskStateShapes: Record<TaskState, ProgressShape> = {
  open: 'ring',
  started: 'half',
  done: 'done',
};

/** The tasks of one phase, or of none, in plan order. */
export type PhaseGroup = {
  readonly phase: PhaseView | null;
  /** In the order of the tree: each followed by its sub-tasks. */
  readonly tasks: readonly TaskRow[];
  readonly depths: ReadonlyMap<TaskRow['id'], number>;
  readonly estimateMinutes: number;
  readonly loggedMinutes: number;
  readonly doneCount: number;
};

/** Tasks by phase, phases in order; tasks without one come last, where there are any. */
export function phaseGroups(
  phases: readonly PhaseView[],
  tasks: readonly TaskRow[],
): readonly PhaseGroup[] {
  const known = new Set<string>(phases.map((phase) => phase.id));
  const byPhase = groupedBy(tasks, (task) =>
    task.phaseId !== null && known.has(task.phaseId) ? task.phaseId : null,
  );
  const loose = byPhase.get(null) ?? [];
  return [
    ...phases.map((phase) => groupOf(phase, byPhase.get(phase.id) ?? [])),
    ...(loose.length > 0 || phases.length === 0 ? [groupOf(null, loose)] : []),
  ];
}

function groupOf(phase: PhaseView | null, tasks: readonly TaskRow[]): PhaseGroup {
  const lines = treeOrder(tasks);
  return {
    phase,
    tasks: lines.map((line) => line.task),
    depths: new Map(lines.map((line) => [line.task.id, line.depth])),
    estimateMinutes: leafEstimate(tasks),
    loggedMinutes: sumOf(tasks, (task) => task.loggedMinutes),
    doneCount: tasks.filter((task) => task.state === 'done').length,
  };
}

/** Where a task goes: its phase, what it is part of, its position among its siblings. */
export type TaskPlace = {
  readonly phaseId?: TaskRow['phaseId'];
  readonly parentId?: TaskRow['parentId'];
  readonly position: number;
};

/** Where a task goes when it moves one place up or down; at an end, without a parent, into the next phase. */
export function stepPlace(
  groups: readonly PhaseGroup[],
  task: TaskRow,
  step: -1 | 1,
): TaskPlace | null {
  const groupIndex = groups.findIndex((group) => group.tasks.some(({ id }) => id === task.id));
  const group = groups[groupIndex];
  if (!group) return null;
  const siblings = siblingsOf(group, task);
  const index = siblings.findIndex(({ id }) => id === task.id);
  const neighbour = siblings[index + step];
  if (neighbour) {
    const beyond = siblings[index + 2 * step];
    const position = between(neighbour, beyond, step);
    return position === null ? null : { phaseId: task.phaseId, position };
  }
  if ((group.depths.get(task.id) ?? 0) > 0) return null;
  const target = groups[groupIndex + step];
  return target ? placeAtEdge(target, step) : null;
}

/** Where a task goes that becomes part of the sibling above it; null when there is none that can hold it. */
export function indentPlace(group: PhaseGroup, task: TaskRow): TaskPlace | null {
  const siblings = siblingsOf(group, task);
  const above = siblings[siblings.findIndex(({ id }) => id === task.id) - 1];
  if (!above || above.isMilestone) return null;
  const last = group.tasks.filter(({ parentId }) => parentId === above.id).at(-1);
  return { parentId: above.id, position: positionBetween(last?.position ?? null, null) ?? 0 };
}

/** Where a task goes that leaves what it is part of: right behind it. Null for one that is part of nothing. */
export function outdentPlace(group: PhaseGroup, task: TaskRow): TaskPlace | null {
  const parent = group.tasks.find(({ id }) => id === task.parentId);
  if (!parent) return null;
  const siblings = siblingsOf(group, parent);
  const next = siblings[siblings.findIndex(({ id }) => id === parent.id) + 1];
  const position = positionBetween(parent.position, next?.position ?? null);
  return position === null ? null : { parentId: parent.parentId, position };
}

/** Where a task goes that is put last into a group, part of nothing. */
export function lastPlace(group: PhaseGroup): TaskPlace {
  return placeAtEdge(group, -1);
}

/** Tasks of a group that are part of the same as this one, in their order. */
function siblingsOf(group: PhaseGroup, task: TaskRow): readonly TaskRow[] {
  const depth = group.depths.get(task.id);
  return group.tasks.filter(
    (other) =>
      group.depths.get(other.id) === depth && (depth === 0 || other.parentId === task.parentId),
  );
}

function placeAtEdge(group: PhaseGroup, step: -1 | 1): TaskPlace {
  const top = group.tasks.filter((task) => group.depths.get(task.id) === 0);
  const edge = step === 1 ? top[0] : top.at(-1);
  const position = edge
    ? step === 1
      ? positionBetween(null, edge.position)
      : positionBetween(edge.position, null)
    : positionBetween(null, null);
  return { phaseId: group.phase?.id ?? null, parentId: null, position: position ?? 0 };
}

function between(neighbour: TaskRow, beyond: TaskRow | undefined, step: -1 | 1): number | null {
  const far = beyond?.position ?? null;
  return step === 1
    ? positionBetween(neighbour.position, far)
    : positionBetween(far, neighbour.position);
}

/** Hours of a task as lists show them: of one with sub-tasks what stands below it. */
export function effortOf(
  task: Pick<TaskRow, 'estimateMinutes' | 'loggedMinutes' | 'subTasks'>,
): Pick<TaskRow, 'estimateMinutes' | 'loggedMinutes'> {
  const { subTasks } = task;
  if (!subTasks) return task;
  return {
    estimateMinutes: subTasks.estimateMinutes,
    loggedMinutes: task.loggedMinutes + subTasks.loggedMinutes,
  };
}

/** How far logged time is from the estimate: over it, or near it. */
export function effortTone(
  task: Pick<TaskRow, 'estimateMinutes' | 'loggedMinutes'>,
): 'over' | 'near' | 'within' {
  const { estimateMinutes, loggedMinutes } = task;
  if (estimateMinutes === null || loggedMinutes === 0) return 'within';
  if (loggedMinutes > estimateMinutes) return 'over';
  return loggedMinutes * 10 >= estimateMinutes * 9 ? 'near' : 'within';
}

export const dependencyTypeLabels: Record<DependencyType, string> = {
  'finish-start': 'Starts when the other ends',
  'start-start': 'Starts when the other starts',
  'finish-finish': 'Ends when the other ends',
  'start-finish': 'Ends when the other starts',
};

/** Time between two tasks as people say it; empty when there is none. */
export function lagInWords(lagMinutes: number): string {
  if (lagMinutes === 0) return '';
  const days = Math.abs(lagMinutes) / lagDayMinutes;
  const words = `${formatNumber(days)} ${days === 1 ? 'day' : 'days'}`;
  return lagMinutes > 0 ? `${words} later` : `${words} earlier`;
}
