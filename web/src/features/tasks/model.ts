import type { PhaseView } from '@evenkeel/contract/projects';
import type { TaskRow } from '@evenkeel/contract/tasks';
import { groupedBy, sumOf } from '@evenkeel/core/grouping';
import { positionBetween, type TaskState } from '@evenkeel/core/projects/task';
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
  readonly tasks: readonly TaskRow[];
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
  return {
    phase,
    tasks,
    estimateMinutes: sumOf(tasks, (task) => task.estimateMinutes ?? 0),
    loggedMinutes: sumOf(tasks, (task) => task.loggedMinutes),
    doneCount: tasks.filter((task) => task.state === 'done').length,
  };
}

/** Where a task goes when it moves one place up or down, into the next phase at an end. */
export function stepPlace(
  groups: readonly PhaseGroup[],
  task: TaskRow,
  step: -1 | 1,
): { readonly phaseId: TaskRow['phaseId']; readonly position: number } | null {
  const groupIndex = groups.findIndex((group) => group.tasks.some(({ id }) => id === task.id));
  const group = groups[groupIndex];
  if (!group) return null;
  const index = group.tasks.findIndex(({ id }) => id === task.id);
  const neighbour = group.tasks[index + step];
  if (neighbour) {
    const beyond = group.tasks[index + 2 * step];
    const position = between(neighbour, beyond, step);
    return position === null ? null : { phaseId: task.phaseId, position };
  }
  const target = groups[groupIndex + step];
  return target ? placeAtEdge(target, step) : null;
}

/** Where a task goes that is put last into a group. */
export function lastPlace(group: PhaseGroup): ReturnType<typeof placeAtEdge> {
  return placeAtEdge(group, -1);
}

function placeAtEdge(group: PhaseGroup, step: -1 | 1) {
  const edge = step === 1 ? group.tasks[0] : group.tasks.at(-1);
  const position = edge
    ? step === 1
      ? positionBetween(null, edge.position)
      : positionBetween(edge.position, null)
    : positionBetween(null, null);
  return { phaseId: group.phase?.id ?? null, position: position ?? 0 };
}

function between(neighbour: TaskRow, beyond: TaskRow | undefined, step: -1 | 1): number | null {
  const far = beyond?.position ?? null;
  return step === 1
    ? positionBetween(neighbour.position, far)
    : positionBetween(far, neighbour.position);
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
