import type { CalendarDate } from '../calendar-date.ts';
import type { RoleId } from '../id.ts';
import { type Stretch, stretchOf } from './outline-dates.ts';
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
};

/** Phases and tasks to be made. */
export type ProjectPlan = {
  readonly phases: readonly PlannedPhase[];
  readonly tasks: readonly PlannedTask[];
};

/**
 * The phases and tasks of an outline, laid over the days of a project; without days when it has
 * none. Tasks carry no estimates: a template knows weights, not hours.
 */
export function planOfOutline(outline: TemplateOutline, days: Stretch | null): ProjectPlan {
  return {
    phases: outline.phases.map((phase) => ({
      name: phase.name,
      ...(days ? stretchOf(days, phase) : { startOn: null, endOn: null }),
    })),
    tasks: outline.phases.flatMap((phase, phaseIndex) =>
      phase.tasks.map((task) => plannedTask(task, phaseIndex, days)),
    ),
  };
}

function plannedTask(task: OutlineTask, phaseIndex: number, days: Stretch | null): PlannedTask {
  const stretch = days && stretchOf(days, task);
  return {
    phaseIndex,
    name: task.name,
    notes: '',
    roleId: task.roleId,
    estimateMinutes: null,
    startOn: stretch && !task.isMilestone ? stretch.startOn : null,
    dueOn: stretch ? stretch.endOn : null,
    isMilestone: task.isMilestone,
  };
}
