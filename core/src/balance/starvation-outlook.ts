import { addDays, type CalendarDate, weekStart } from '../calendar-date.ts';
import { groupedBy, sumOf } from '../grouping.ts';
import type { ProjectId, TaskId } from '../id.ts';
import type { BalanceInput, BalanceProject, BalanceTask } from './input.ts';
import { type InitiativePromise, initiativePromises, promisedThrough } from './starvation.ts';
import { forecastPace, type PaceForecast } from './starvation-warning.ts';

/** A milestone of an initiative that is not reached yet. */
export type OpenMilestone = {
  readonly taskId: TaskId;
  readonly projectId: ProjectId;
  readonly name: string;
  readonly dueOn: CalendarDate;
};

/** What an initiative is held against: its next milestone, or its end. */
export type OutlookTarget = {
  /** Null: the end of the initiative. */
  readonly milestone: { readonly id: TaskId; readonly name: string } | null;
  readonly dueOn: CalendarDate;
  /** Work left until then, in minutes: of tasks that are due by then, else of the promise. */
  readonly remainingMinutes: number;
  readonly isEstimated: boolean;
};

/** How an initiative stands: promised against given with who took the rest, and where its pace leads. */
export type StarvationOutlook = {
  readonly promise: InitiativePromise;
  readonly target: OutlookTarget;
  readonly forecast: PaceForecast;
};

/** How many weeks back an outlook looks: what is older says nothing about the pace. */
export const outlookWeeks = 26;

/** The days of an outlook: from the Monday half a year ago to today. */
export function outlookDays(today: CalendarDate): {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
} {
  return { from: addDays(weekStart(today), -7 * outlookWeeks), to: today };
}

/**
 * The outlook of each initiative that is promised hours and has a milestone or an end ahead. It is held
 * against the nearest day at which it starves, or, when at none, against the nearest of all.
 *
 * The work left until a day is that of its open tasks due by then; where none of those has an
 * estimate, it is the promise: what is missing of it so far and what is still to come. Only weeks that
 * are over make the pace. `input` covers `outlookDays`.
 */
export function starvationOutlooks(
  input: BalanceInput,
  milestones: readonly OpenMilestone[],
): StarvationOutlook[] {
  const projects = new Map(input.projects.map((project) => [project.id, project]));
  const tasksOf = groupedBy(input.tasks, (task) => task.projectId);
  const milestonesOf = groupedBy(milestones, (milestone) => milestone.projectId);
  return initiativePromises(input).flatMap((promise) => {
    const project = projects.get(promise.projectId);
    if (!project) return [];
    const work = { promise, project, tasks: tasksOf.get(project.id) ?? [], today: input.today };
    const outlooks = daysAhead(project, milestonesOf.get(project.id) ?? [], input.today).map(
      (day) => outlookOf(work, day),
    );
    const [worst] = outlooks.filter(({ forecast }) => forecast.isStarving);
    const found = worst ?? outlooks[0];
    return found ? [found] : [];
  });
}

type Day = { readonly milestone: OutlookTarget['milestone']; readonly dueOn: CalendarDate };

function daysAhead(
  project: BalanceProject,
  milestones: readonly OpenMilestone[],
  today: CalendarDate,
): Day[] {
  const days: Day[] = milestones.map(({ taskId, name, dueOn }) => ({
    milestone: { id: taskId, name },
    dueOn,
  }));
  if (project.endOn !== null) days.push({ milestone: null, dueOn: project.endOn });
  return days
    .filter(({ dueOn }) => dueOn >= today)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

type Work = {
  readonly promise: InitiativePromise;
  readonly project: BalanceProject;
  readonly tasks: readonly BalanceTask[];
  readonly today: CalendarDate;
};

function outlookOf({ promise, project, tasks, today }: Work, day: Day): StarvationOutlook {
  const target = { ...day, ...remainingUntil({ promise, project, tasks, today }, day) };
  const over = promise.weeks.filter(({ week }) => addDays(week, 6) < today);
  const forecast = forecastPace(over, {
    remainingMinutes: target.remainingMinutes,
    today,
    dueOn: day.dueOn,
  });
  return { promise, target, forecast };
}

function remainingUntil(
  { promise, project, tasks, today }: Work,
  { milestone, dueOn }: Day,
): Pick<OutlookTarget, 'remainingMinutes' | 'isEstimated'> {
  const due = tasks.filter(
    (task) =>
      !task.isDone &&
      !task.hasSubTasks &&
      (task.dueOn === null ? milestone === null : task.dueOn <= dueOn),
  );
  if (due.some((task) => task.estimateMinutes !== null)) {
    const left = (task: BalanceTask) =>
      Math.max(0, (task.estimateMinutes ?? task.loggedMinutes) - task.loggedMinutes);
    return { remainingMinutes: sumOf(due, left), isEstimated: true };
  }
  const toCome = promisedThrough(project.promisedWeeklyMinutes, addDays(today, 1), dueOn);
  return { remainingMinutes: promise.shortfallMinutes + toCome, isEstimated: false };
}
