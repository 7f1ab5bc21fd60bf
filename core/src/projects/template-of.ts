import { type CalendarDate, weekdaysBetween } from '../calendar-date.ts';
import type { PhaseId, RoleId } from '../id.ts';
import { type Shares, type Stretch, weekdayAt } from './outline-dates.ts';
import type { OutlineTask, TemplateOutline } from './template.ts';

/** A phase of a project as it stands. */
export type StandingPhase = {
  readonly id: PhaseId;
  readonly name: string;
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
};

/** A task of a project as it stands. */
export type StandingTask = {
  readonly phaseId: PhaseId | null;
  readonly name: string;
  readonly roleId: RoleId | null;
  readonly estimateMinutes: number | null;
  readonly startOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly isMilestone: boolean;
};

/** Length of a template made from a project that has no dates: four weeks. */
const usualWeekdays = 20;

/**
 * The outline of a project as it stands (U21), with dates relative to its length and estimates as
 * weights. Tasks without a phase come last in one of their own; a phase stretches to hold its tasks.
 */
export function outlineOf(
  project: { readonly startOn: CalendarDate | null; readonly endOn: CalendarDate | null },
  phases: readonly StandingPhase[],
  tasks: readonly StandingTask[],
): TemplateOutline {
  const { startOn, endOn } = project;
  const days = startOn && endOn ? { startOn, endOn } : null;
  const length = days ? weekdaysBetween(days.startOn, days.endOn) : 0;
  const loose = tasks.filter((task) => task.phaseId === null);
  const groups = [
    ...phases.map((phase) => ({
      phase,
      tasks: tasks.filter((task) => task.phaseId === phase.id),
    })),
    ...(loose.length > 0
      ? [{ phase: { name: 'Other work', startOn: null, endOn: null }, tasks: loose }]
      : []),
  ];
  return {
    durationWeekdays: length > 0 ? length : usualWeekdays,
    phases: groups.map((group) => {
      const outlined = group.tasks.map((task) => outlinedTask(task, days));
      return {
        name: group.phase.name,
        ...widened(sharesOf(group.phase.startOn, group.phase.endOn, days), outlined),
        tasks: outlined,
      };
    }),
  };
}

function outlinedTask(task: StandingTask, days: Stretch | null): OutlineTask {
  const shares = sharesOf(task.startOn ?? (task.isMilestone ? task.dueOn : null), task.dueOn, days);
  return {
    name: task.name,
    roleId: task.roleId,
    weight: task.isMilestone ? 0 : (task.estimateMinutes ?? 0),
    isMilestone: task.isMilestone,
    startShare: task.isMilestone ? shares.endShare : shares.startShare,
    endShare: shares.endShare,
  };
}

/** Days as shares of the project's weekdays; what is not dated, or lies outside, is cut to the project. */
function sharesOf(
  startOn: CalendarDate | null,
  endOn: CalendarDate | null,
  days: Stretch | null,
): Shares {
  const length = days ? weekdaysBetween(days.startOn, days.endOn) : 0;
  if (!days || length === 0) return { startShare: 0, endShare: 10_000 };
  const until = (day: CalendarDate) =>
    Math.max(0, Math.min(length, weekdaysBetween(days.startOn, day)));
  // Rounded towards the inside, so that `stretchOf` gives back the same days.
  const startShare =
    startOn === null ? 0 : Math.ceil((until(weekdayAt(startOn, -1)) * 10_000) / length);
  const endShare = endOn === null ? 10_000 : Math.floor((until(endOn) * 10_000) / length);
  return { startShare, endShare: Math.max(startShare, endShare) };
}

function widened(phase: Shares, tasks: readonly OutlineTask[]): Shares {
  return {
    startShare: Math.min(phase.startShare, ...tasks.map((task) => task.startShare)),
    endShare: Math.max(phase.endShare, ...tasks.map((task) => task.endShare)),
  };
}
