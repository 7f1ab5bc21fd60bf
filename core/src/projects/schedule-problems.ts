import { type CalendarDate, later } from '../calendar-date.ts';
import type { ProjectId, TaskId } from '../id.ts';
import type { ScheduleIssue } from '../schedule/model.ts';
import type { ScheduledPlan } from './schedule-dates.ts';

/** What can be wrong with a plan, or not be kept. */
export const problemKinds = [
  'loop',
  'link-to-own-summary',
  'no-working-time',
  'constraint-breaks-link',
  'constraint-missed',
  'deadline-missed',
  'project-end-missed',
  'too-early-by-hand',
] as const;
/** What can be wrong with a plan, or not be kept. */
export type ProblemKind = (typeof problemKinds)[number];

/** A problem with the tasks it is about and the working minutes a date is missed by. */
export type PlanProblem = {
  readonly kind: ProblemKind;
  readonly taskIds: readonly TaskId[];
  readonly byMinutes: number | null;
  readonly message: string;
};

/**
 * The problems of a scheduled plan in words, each naming its tasks. What cannot come about here (the
 * database lets no link lead to nothing) is a bug of ours and left to the engine's tests.
 */
export function problemsOf(scheduled: ScheduledPlan): PlanProblem[] {
  const { index, issues, problem } = scheduled;
  const nameOf = (id: string) => `“${index.tasks.get(id as TaskId)?.name ?? ''}”`;
  // What was begun too early was begun: nobody can keep that any more.
  const isOver = (id: string) => {
    const task = index.tasks.get(id as TaskId);
    return task?.state === 'done' || (task?.actualStartOn ?? null) !== null;
  };
  const found = issues
    .filter((issue) => issue.kind !== 'constraintBreaksLink' || !isOver(issue.taskId))
    .flatMap((issue) => problemOf(issue, { nameOf, links: problem.links }));
  return [...found, ...heldTooEarly(scheduled, nameOf)];
}

/** A problem with the names of its tasks. */
export function namedProblem(problem: PlanProblem, { index }: ScheduledPlan) {
  return {
    kind: problem.kind,
    tasks: problem.taskIds.map((id) => ({ id, name: index.tasks.get(id)?.name ?? '' })),
    byMinutes: problem.byMinutes,
    message: problem.message,
  };
}

/** The last day on which a task of a project ends; null when none has a day. */
export function finishOfProject(
  scheduled: ScheduledPlan,
  projectId: ProjectId,
): CalendarDate | null {
  const days = scheduled.index.plan.tasks
    .filter((task) => task.projectId === projectId)
    .map((task) => scheduled.dates.get(task.id)?.dueOn ?? task.dueOn)
    .filter((day) => day !== null);
  return days.length === 0 ? null : days.reduce(later);
}

/** That a project ends after the end that was agreed for it; null when it does not. */
export function endProblem(scheduled: ScheduledPlan, projectId: ProjectId): PlanProblem | null {
  const endOn = scheduled.index.projects.get(projectId)?.endOn ?? null;
  const finishOn = finishOfProject(scheduled, projectId);
  if (endOn === null || finishOn === null || finishOn <= endOn) return null;
  const last = scheduled.index.plan.tasks.filter(
    (task) => task.projectId === projectId && scheduled.dates.get(task.id)?.dueOn === finishOn,
  );
  const names = last.map((task) => `“${task.name}”`).join(' and ');
  const words = `The plan ends on ${finishOn} with ${names}, after ${endOn}, the end of the project.`;
  return told(
    'project-end-missed',
    last.map((task) => task.id),
    words,
  );
}

/** Working time in the largest unit that it fills: days of eight hours, or hours. */
export function workingTimeWords(minutes: number): string {
  const days = Math.round(minutes / 480);
  if (days >= 1) return days === 1 ? '1 working day' : `${days} working days`;
  const hours = Math.max(1, Math.round(minutes / 60));
  return hours === 1 ? '1 working hour' : `${hours} working hours`;
}

type Naming = {
  readonly nameOf: (id: string) => string;
  readonly links: ScheduledPlan['problem']['links'];
};

function problemOf(issue: ScheduleIssue, { nameOf, links }: Naming): PlanProblem[] {
  switch (issue.kind) {
    case 'cycle': {
      const names = [...issue.taskIds, ...issue.taskIds.slice(0, 1)].map(nameOf).join(' → ');
      return [told('loop', issue.taskIds, `These tasks wait for each other: ${names}.`)];
    }
    case 'linkToOwnSummary': {
      const link = links[issue.link];
      const ids = link ? [link.predecessorId, link.successorId] : [issue.taskId];
      return [
        told(
          'link-to-own-summary',
          ids,
          `${ids.map(nameOf).join(' and ')}: a task cannot wait for what it is part of.`,
        ),
      ];
    }
    case 'noWorkingTime':
      return [
        told(
          'no-working-time',
          [issue.taskId],
          `${nameOf(issue.taskId)} has no working time: its calendar, or the people on it, never work.`,
        ),
      ];
    case 'constraintBreaksLink':
    case 'constraintMissed':
    case 'deadlineMissed':
      return [missed(issue, nameOf)];
    default:
      return [];
  }
}

function missed(
  issue: Extract<
    ScheduleIssue,
    { kind: 'constraintBreaksLink' | 'constraintMissed' | 'deadlineMissed' }
  >,
  nameOf: Naming['nameOf'],
): PlanProblem {
  const [name, by] = [nameOf(issue.taskId), workingTimeWords(issue.byMinutes)];
  const byMinutes = Math.round(issue.byMinutes);
  switch (issue.kind) {
    case 'constraintBreaksLink':
      return {
        ...told(
          'constraint-breaks-link',
          [issue.taskId],
          `${name} is held ${by} before what it waits for allows.`,
        ),
        byMinutes,
      };
    case 'constraintMissed':
      return {
        ...told(
          'constraint-missed',
          [issue.taskId],
          `${name} misses the day it is bound to by ${by}.`,
        ),
        byMinutes,
      };
    case 'deadlineMissed':
      return {
        ...told('deadline-missed', [issue.taskId], `${name} misses its deadline by ${by}.`),
        byMinutes,
      };
  }
}

/** Tasks that somebody placed by hand before what they wait for is done. */
function heldTooEarly({ index, dates }: ScheduledPlan, nameOf: Naming['nameOf']): PlanProblem[] {
  return index.plan.dependencies.flatMap(({ predecessorId, successorId, type, lagMinutes }) => {
    const [before, after] = [index.tasks.get(predecessorId), index.tasks.get(successorId)];
    if (after?.scheduling !== 'manual' || type !== 'finish-start' || lagMinutes !== 0) return [];
    if (before?.state === 'done' || after.state === 'done') return [];
    const finish = dates.get(predecessorId)?.scheduled.finish;
    const start = dates.get(successorId)?.scheduled.start;
    if (finish === undefined || start === undefined || finish <= start) return [];
    const words = `${nameOf(successorId)} is held by hand before ${nameOf(predecessorId)} is done.`;
    return [told('too-early-by-hand', [successorId, predecessorId], words)];
  });
}

function told(kind: ProblemKind, ids: readonly string[], message: string): PlanProblem {
  // The engine was given ids of tasks.
  return { kind, taskIds: ids as readonly TaskId[], byMinutes: null, message };
}
