import { type CalendarDate, weekdaysBetween } from '../calendar-date.ts';
import { noSpread } from './estimate-spread.ts';
import { type Shares, type Stretch, weekdayAt } from './outline-dates.ts';
import { type StandingLine, type StandingProject, standingLines } from './standing.ts';
import type { OutlineTask, TemplateOutline } from './template.ts';

/** Length of a template made from a project that has no dates: four weeks. */
const usualWeekdays = 20;

/**
 * The outline of a project as it stands (U21), with dates relative to its length, estimates as hours
 * and as weights. Tasks without a phase come last in one of their own; a phase stretches to hold its
 * tasks. People, and what is done, stay behind.
 */
export function outlineOf(project: StandingProject): TemplateOutline {
  const { startOn, endOn } = project;
  const days = startOn && endOn ? { startOn, endOn } : null;
  const length = days ? weekdaysBetween(days.startOn, days.endOn) : 0;
  const lines = standingLines(project);
  const groups = [
    ...project.phases.map((phase, index) => ({ phase, index })),
    ...(lines.some((line) => line.place.phaseIndex === null)
      ? [{ phase: otherWork, index: null }]
      : []),
  ];
  return {
    durationWeekdays: length > 0 ? length : usualWeekdays,
    phases: groups.map(({ phase, index }) => {
      const tasks = lines
        .filter((line) => line.place.phaseIndex === index)
        .map((line) => outlinedTask(line, days));
      return {
        name: phase.name,
        ...widened(sharesOf(phase.startOn, phase.endOn, days), tasks),
        tasks,
      };
    }),
  };
}

const otherWork = { name: 'Other work', startOn: null, endOn: null };

function outlinedTask(
  { task, place, level, hasParts }: StandingLine,
  days: Stretch | null,
): OutlineTask {
  const { isMilestone } = task;
  const shares = sharesOf(task.startOn ?? (isMilestone ? task.dueOn : null), task.dueOn, days);
  const estimateMinutes = hasParts || isMilestone ? null : task.estimateMinutes;
  return {
    name: task.name,
    roleId: task.roleId,
    weight: estimateMinutes ?? 0,
    isMilestone,
    startShare: isMilestone ? shares.endShare : shares.startShare,
    endShare: shares.endShare,
    level,
    estimateMinutes,
    ...(estimateMinutes === null ? noSpread : (task.spread ?? noSpread)),
    notes: task.notes,
    acceptance: task.acceptance,
    checklist: task.checklist,
    after: place.after,
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
