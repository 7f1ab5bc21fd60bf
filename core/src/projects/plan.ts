import type { CalendarDate } from '../calendar-date.ts';
import type { PersonId, RoleId } from '../id.ts';
import type { DependencyType } from './dependency.ts';
import type { EstimateSpread } from './estimate-spread.ts';
import { type Stretch, stretchOf } from './outline-dates.ts';
import type { PlanTask } from './schedule-plan.ts';
import type { OutlineTask, TemplateOutline } from './template.ts';

/** A phase to be made. */
export type PlannedPhase = {
  readonly name: string;
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
};

/** A task to be made; `phaseIndex` points into the phases beside it, null for none. */
export type PlannedTask = {
  readonly phaseIndex: number | null;
  readonly name: string;
  readonly notes: string;
  readonly roleId: RoleId | null;
  readonly estimateMinutes: number | null;
  readonly startOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly isMilestone: boolean;
  /** Where among the tasks stands the one it is part of; always an earlier one. */
  readonly parentIndex: number | null;
  /** What must have happened for it to count as done. */
  readonly acceptance: string;
  readonly checklist: readonly string[];
  readonly assigneeIds: readonly PersonId[];
  /** What it waits for, by place among the tasks. */
  readonly after: readonly PlannedDependency[];
  /** How far its hours may be off. */
  readonly spread?: EstimateSpread;
  /** What was said of its schedule; without it, its days count as typed. */
  readonly schedule?: PlannedSchedule;
};

/** What people said about a task's place in time, to be said of a copy. */
export type PlannedSchedule = Pick<
  PlanTask,
  | 'scheduling'
  | 'constraintType'
  | 'constraintOn'
  | 'constraintMinute'
  | 'durationMinutes'
  | 'splits'
  | 'taskType'
  | 'deadlineOn'
  | 'calendarId'
> & { readonly isEffortDriven: boolean };

/** A dependency within a plan that is still to be made; `index` points to the predecessor. */
export type PlannedDependency = {
  readonly index: number;
  readonly type: DependencyType;
  readonly lagMinutes: number;
};

/** Phases and tasks to be made. */
export type ProjectPlan = {
  readonly phases: readonly PlannedPhase[];
  readonly tasks: readonly PlannedTask[];
};

/**
 * The phases and tasks of an outline, laid over the days of a project; without days when it has
 * none. A task carries the hours that the template names, if any.
 */
export function planOfOutline(outline: TemplateOutline, days: Stretch | null): ProjectPlan {
  const tasks = outline.phases.flatMap((phase, phaseIndex) =>
    phase.tasks.map((task) => ({ task, phaseIndex })),
  );
  const parents = parentIndexes(tasks.map(({ task, phaseIndex }) => ({ ...task, phaseIndex })));
  return {
    phases: outline.phases.map((phase) => ({
      name: phase.name,
      ...(days ? stretchOf(days, phase) : { startOn: null, endOn: null }),
    })),
    tasks: tasks.map(({ task, phaseIndex }, index) =>
      plannedTask(task, { phaseIndex, parentIndex: parents[index] ?? null }, days),
    ),
  };
}

/** The place of each task's parent: the nearest before it, in its phase, that stands higher. */
export function parentIndexes(
  tasks: readonly { readonly level: number; readonly phaseIndex: number }[],
): (number | null)[] {
  return tasks.map(({ level, phaseIndex }, index) => {
    const parent = tasks.findLastIndex(
      (other, place) => place < index && other.level < level && other.phaseIndex === phaseIndex,
    );
    return parent === -1 ? null : parent;
  });
}

function plannedTask(
  task: OutlineTask,
  place: Pick<PlannedTask, 'phaseIndex' | 'parentIndex'>,
  days: Stretch | null,
): PlannedTask {
  const stretch = days && stretchOf(days, task);
  return {
    ...place,
    name: task.name,
    notes: task.notes,
    roleId: task.roleId,
    estimateMinutes: task.estimateMinutes,
    startOn: stretch && !task.isMilestone ? stretch.startOn : null,
    dueOn: stretch ? stretch.endOn : null,
    isMilestone: task.isMilestone,
    acceptance: task.acceptance,
    checklist: task.checklist,
    assigneeIds: [],
    after: task.after,
    spread: { optimisticShare: task.optimisticShare, pessimisticShare: task.pessimisticShare },
  };
}
