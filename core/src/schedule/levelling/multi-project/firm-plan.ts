import { type CalendarDate, daysBetween, earlier, later } from '../../../calendar-date.ts';
import type { PersonId, ProjectId, TaskId } from '../../../id.ts';
import type { LevellingSolution } from '../problem.ts';
import type { ShapeGap } from './activity-of.ts';
import type { WorkTask } from './firm-work.ts';
import type { FirmProblem } from './problem-of.ts';
import { type ProjectBounds, projectBounds } from './project-bounds.ts';
import { type StartReason, startReasons } from './reasons.ts';
import { excessOf, type Usage, usageOf } from './usage.ts';

/** A levelled plan in the terms of the firm: days, people, promises. */
export type FirmPlan = {
  readonly tasks: readonly TaskProposal[];
  readonly projects: readonly ProjectOutcome[];
  readonly people: readonly PersonOutcome[];
  /** No plan can end all projects before this day. */
  readonly earliestEnd: CalendarDate;
  readonly end: CalendarDate;
  /** How much longer it takes than any plan must, in per cent at most. */
  readonly gapPercent: number;
  readonly lateness: {
    /** Days late times weight, over all promises. */
    readonly after: number;
    /** No plan can be below. */
    readonly bound: number;
  };
  /** Proved: no plan keeps the promises better or ends sooner. */
  readonly isOptimal: boolean;
};

/** Where a task would lie. */
export type TaskProposal = {
  readonly taskId: TaskId;
  readonly projectId: ProjectId;
  readonly before: { readonly startOn: CalendarDate | null; readonly dueOn: CalendarDate | null };
  readonly startOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly isMoved: boolean;
  readonly reason: StartReason;
  readonly gap: ShapeGap | null;
};

/** When a project's open work ends, as planned and as proposed, against what was promised. */
export type ProjectOutcome = {
  readonly projectId: ProjectId;
  readonly promisedOn: CalendarDate | null;
  /** Null when none of its tasks has days. */
  readonly endBefore: CalendarDate | null;
  readonly endAfter: CalendarDate;
  /** No plan can end it before, were it alone on the staff. */
  readonly earliestEnd: CalendarDate;
  /** Calendar days after the promise, 0 when in time. */
  readonly daysLateBefore: number;
  readonly daysLateAfter: number;
  readonly movedTasks: number;
};

/** What a person is booked beyond capacity, as planned and as proposed. */
export type PersonOutcome = {
  readonly personId: PersonId;
  readonly excessMinutesBefore: number;
  readonly excessMinutesAfter: number;
};

/** Reads a solution back into days, with a reason for every task and what becomes of each promise. */
export function planOf(firm: FirmProblem, solution: LevellingSolution): FirmPlan {
  const placed = new Map(solution.activities.map((activity) => [activity.id, activity]));
  const reasons = startReasons(firm, solution.activities);
  const tasks = firm.tasks.flatMap((task) => {
    const place = placed.get(task.id);
    const reason = reasons.get(task.id);
    if (!place || !reason) return [];
    return [{ ...proposalOf(firm, task, place), reason, gap: gapOf(firm, task, place.finish) }];
  });
  const { makespan, lateness } = solution.cost;
  const { makespanBound } = solution;
  const bounds = projectBounds(firm, solution.latenessBound);
  return {
    tasks,
    projects: outcomesOf(firm, tasks, bounds),
    people: peopleOf(firm, solution),
    end: lastDay(firm, makespan),
    earliestEnd: lastDay(firm, makespanBound),
    gapPercent: makespanBound > 0 ? ((makespan - makespanBound) * 100) / makespanBound : 0,
    lateness: { after: lateness, bound: bounds.lateness },
    isOptimal: lateness <= bounds.lateness && makespan <= makespanBound,
  };
}

/** Also when part of it lies behind the last day of somebody who is to do it. */
function gapOf({ shapes }: FirmProblem, { id }: WorkTask, finish: number): ShapeGap | null {
  const shape = shapes.get(id);
  const isLeft = (shape?.goneFrom ?? Number.POSITIVE_INFINITY) < finish;
  return shape?.gap ?? (isLeft ? 'person-leaves' : null);
}

function lastDay(firm: FirmProblem, finish: number): CalendarDate {
  return finish <= 0 ? firm.work.today : firm.axis.dayOf(finish - 1);
}

function proposalOf(
  firm: FirmProblem,
  task: WorkTask,
  place: { readonly start: number; readonly finish: number },
) {
  const before = { startOn: task.startOn, dueOn: task.dueOn };
  const of = { taskId: task.id, projectId: task.projectId, before };
  if (task.isPinned && task.state === 'open' && task.dueOn !== null) {
    // Fixed by a person: also where that lies in the past.
    return { ...of, startOn: task.startOn ?? task.dueOn, dueOn: task.dueOn, isMoved: false };
  }
  const isPoint = place.finish === place.start;
  const dueOn = lastDay(firm, place.finish);
  const began = task.state === 'started' ? task.startOn : null;
  const startOn = began ?? (isPoint ? dueOn : firm.axis.dayOf(place.start));
  const isMoved = task.isMilestone
    ? before.dueOn !== dueOn
    : before.startOn !== startOn || before.dueOn !== dueOn;
  return { ...of, startOn, dueOn, isMoved };
}

function outcomesOf(
  firm: FirmProblem,
  tasks: readonly TaskProposal[],
  { earliestFinish }: ProjectBounds,
): readonly ProjectOutcome[] {
  const { today } = firm.work;
  return firm.work.projects.flatMap((project) => {
    const own = tasks.filter((task) => task.projectId === project.id);
    const days = own.flatMap((task) => task.before.dueOn ?? []);
    if (own.length === 0) return [];
    // What was due in the past and is still open ends today at the earliest.
    const endBefore = days.length === 0 ? null : days.reduce((a, b) => later(a, b), today);
    const endAfter = own.reduce((last, task) => later(last, task.dueOn), today);
    const promisedOn = project.endOn;
    const lateBy = (day: CalendarDate | null) =>
      promisedOn === null || day === null ? 0 : Math.max(0, daysBetween(promisedOn, day));
    return [
      {
        projectId: project.id,
        promisedOn,
        endBefore,
        endAfter,
        // Days that a person has fixed may be too short for their work: they count as they stand.
        earliestEnd: earlier(lastDay(firm, earliestFinish.get(project.id) ?? 0), endAfter),
        daysLateBefore: lateBy(endBefore),
        daysLateAfter: lateBy(endAfter),
        movedTasks: own.filter((task) => task.isMoved).length,
      },
    ];
  });
}

function peopleOf(firm: FirmProblem, solution: LevellingSolution): readonly PersonOutcome[] {
  const activities = new Map(firm.problem.activities.map((activity) => [activity.id, activity]));
  const current = firm.tasks.flatMap((task) => {
    const activity = activities.get(task.id);
    const start = activity?.pinned ?? activity?.current;
    return start === undefined ? [] : [{ id: task.id, start }];
  });
  const before = usageOf(firm.problem, current);
  const after = usageOf(firm.problem, solution.activities);
  return [...firm.staff.people].flatMap(([personId, { resource }]) => {
    const outcome = {
      personId,
      excessMinutesBefore: excessMinutes(before, resource),
      excessMinutesAfter: excessMinutes(after, resource),
    };
    return outcome.excessMinutesBefore + outcome.excessMinutesAfter > 0 ? [outcome] : [];
  });
}

function excessMinutes(usage: Usage, resource: string): number {
  const found = usage.get(resource);
  return found ? excessOf(found) : 0;
}
