import { type CalendarDate, dayNumber, earlier, weekdaysThrough } from '../calendar-date.ts';
import type { PersonId, PhaseId, RoleId, TaskId } from '../id.ts';
import type { Dependency } from './dependency.ts';
import { weekdayAt } from './outline-dates.ts';
import type { PlannedSchedule, PlannedTask, ProjectPlan } from './plan.ts';
import { treeOrder } from './task-tree.ts';

/** A phase of a project as it stands. */
export type StandingPhase = {
  readonly id: PhaseId;
  readonly name: string;
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
};

/** A task of a project as it stands. */
export type StandingTask = Omit<PlannedTask, 'phaseIndex' | 'parentIndex' | 'after'> & {
  readonly id: TaskId;
  readonly parentId: TaskId | null;
  readonly phaseId: PhaseId | null;
  readonly position: number;
  readonly roleId: RoleId | null;
  readonly assigneeIds: readonly PersonId[];
};

/** A project as it stands, with what waits for what within it. */
export type StandingProject = {
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
  readonly phases: readonly StandingPhase[];
  readonly tasks: readonly StandingTask[];
  readonly dependencies: readonly Dependency[];
};

/** A standing task at its place in the plan. */
export type StandingLine = {
  readonly task: StandingTask;
  readonly place: Pick<PlannedTask, 'phaseIndex' | 'parentIndex' | 'after'>;
  readonly level: number;
  readonly hasParts: boolean;
};

/** The tasks of a project in the order of its plan: phase by phase, each as a tree, loose ones last. */
export function standingLines(project: StandingProject): StandingLine[] {
  const groups = [...project.phases.map((phase) => phase.id), null];
  const lines = groups.flatMap((phaseId, index) =>
    treeOrder(project.tasks.filter((task) => task.phaseId === phaseId)).map((line) => ({
      ...line,
      phaseIndex: phaseId === null ? null : index,
    })),
  );
  const indexes = new Map(lines.map(({ task }, index) => [task.id, index]));
  return lines.map(({ task, depth, below, phaseIndex }) => ({
    task,
    level: depth,
    hasParts: below > 0,
    place: {
      phaseIndex,
      parentIndex: task.parentId === null ? null : (indexes.get(task.parentId) ?? null),
      after: project.dependencies.flatMap(({ predecessorId, successorId, type, lagMinutes }) => {
        const index = indexes.get(predecessorId);
        return successorId === task.id && index !== undefined ? [{ index, type, lagMinutes }] : [];
      }),
    },
  }));
}

/** A copy of a project: its own days, its phases and tasks. */
export type CopiedPlan = ProjectPlan & Pick<StandingProject, 'startOn' | 'endOn'>;

/**
 * The plan of a copy (U21): every day as many weekdays from the new start as it was from the old one,
 * which is the project's own or else its earliest day. Without a new start the copy has no dates.
 */
export function copyOf(
  project: StandingProject,
  to: { readonly startOn: CalendarDate | null; readonly withPeople: boolean },
): CopiedPlan {
  const move = mover(originOf(project), to.startOn);
  return {
    startOn: to.startOn,
    endOn: move(project.endOn),
    phases: project.phases.map(({ name, startOn, endOn }) => ({
      name,
      startOn: move(startOn),
      endOn: move(endOn),
    })),
    tasks: standingLines(project).map(({ task, place }) => ({
      ...place,
      name: task.name,
      notes: task.notes,
      roleId: task.roleId,
      estimateMinutes: task.estimateMinutes,
      ...(task.spread ? { spread: task.spread } : {}),
      startOn: move(task.startOn),
      dueOn: move(task.dueOn),
      ...(task.schedule ? { schedule: movedSchedule(task.schedule, move) } : {}),
      isMilestone: task.isMilestone,
      acceptance: task.acceptance,
      checklist: task.checklist,
      assigneeIds: to.withPeople ? task.assigneeIds : [],
    })),
  };
}

/** The same bounds on the days of the copy; one whose day is not known binds nothing. */
function movedSchedule(
  schedule: PlannedSchedule,
  move: (day: CalendarDate | null) => CalendarDate | null,
): PlannedSchedule {
  const constraintOn = move(schedule.constraintOn);
  const isLost = schedule.constraintOn !== null && constraintOn === null;
  return {
    ...schedule,
    constraintOn,
    constraintMinute: isLost ? null : schedule.constraintMinute,
    constraintType: isLost ? 'as-soon-as-possible' : schedule.constraintType,
    deadlineOn: move(schedule.deadlineOn),
  };
}

function originOf(project: StandingProject): CalendarDate | null {
  if (project.startOn) return project.startOn;
  const days = [
    project.endOn,
    ...[...project.phases, ...project.tasks].map((part) => part.startOn),
    ...project.tasks.map((task) => task.dueOn),
  ].filter((day) => day !== null);
  return days.length === 0 ? null : days.reduce(earlier);
}

function mover(origin: CalendarDate | null, startOn: CalendarDate | null) {
  return (day: CalendarDate | null): CalendarDate | null => {
    if (day === null || origin === null || startOn === null) return null;
    const weekdays = weekdaysThrough(dayNumber(day)) - weekdaysThrough(dayNumber(origin));
    return weekdayAt(startOn, weekdays);
  };
}
