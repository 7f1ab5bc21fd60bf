import {
  type CalendarDate,
  dateFromDayNumber,
  dayNumber,
  earlier,
  later,
} from '../calendar-date.ts';
import { sumOf } from '../grouping.ts';
import type {
  Constraint,
  Lag,
  LinkType,
  Progress,
  ScheduleAssignment,
  ScheduleLink,
  ScheduleProject,
  ScheduleTask,
} from '../schedule/model.ts';
import {
  nextWorkStart,
  previousWorkFinish,
  type WorkClock,
  workBetween,
} from '../schedule/work-clock.ts';
import type { DependencyType } from './dependency.ts';
import type { PersonTime } from './schedule-calendars.ts';
import { calendarOf, isHeld, type PlanIndex, type ResolvedDurations } from './schedule-index.ts';
import {
  constrainedEnd,
  type PlanDependency,
  type PlanProject,
  type PlanTask,
  type TaskConstraint,
} from './schedule-plan.ts';
import { keptSplits } from './schedule-splits.ts';

const dayMinutes = 480;

/** The engine's problem. Durations that people did not type come from `resolved`. */
export function problemOf(index: PlanIndex, resolved: ResolvedDurations): ScheduleProject {
  const { plan, book } = index;
  const placed = plan.tasks.filter((task) => index.placed.has(task.id));
  const parts = placed.map((task) => engineTask(index, task, resolved));
  const finish = finishOf(index);
  return {
    start: startOf(index, placed),
    ...(finish === null ? {} : { finish }),
    defaultCalendarId: book.defaultId,
    options: { constraintsWinOverLinks: index.honoursConstraints },
    tasks: parts.map((part) => part.task),
    links: plan.dependencies.map(engineLink),
    assignments: parts.flatMap((part) => part.assignments),
    resources: [...new Set(parts.flatMap((part) => part.assignments).map((a) => a.resourceId))].map(
      (id) => ({ id, kind: 'work', calendarId: id }),
    ),
    // Last, for the people's calendars are made on the way.
    calendars: book.all(),
  };
}

/**
 * Working time between two days as somebody typed them, by the hours of whoever does the task: the
 * least of several, so that the last of them is done on the day. Null when there is none.
 */
export function typedDuration(
  index: PlanIndex,
  task: PlanTask,
  from: number,
  dueOn: CalendarDate,
): number | null {
  const { book } = index;
  const calendars = calendarsOf(index, task, 'days').map(({ id }) => id);
  const found = calendars
    .map((id) => workBetween(book.clock(id), from, book.finishOf(id, dueOn)))
    .filter((minutes) => minutes > 0);
  return found.length === 0 ? null : Math.min(...found);
}

/** The hours by which a task is worked: those of its first person, by id, else its own. */
export function clockOfWork(index: PlanIndex, task: PlanTask): WorkClock {
  const isByWork = task.taskType !== 'fixed-duration' || task.durationMinutes === null;
  const time = isByWork && (task.estimateMinutes ?? 0) > 0 ? 'hours' : 'days';
  const [first] = calendarsOf(index, task, time);
  return index.book.clock(first?.id ?? calendarOf(index, task));
}

/** The instant that a constraint names: a minute of its day, else where that day's work begins or ends. */
export function constraintInstant(index: PlanIndex, task: PlanTask, day: CalendarDate): number {
  const { book } = index;
  const calendarId = calendarOf(index, task);
  const isStart = constrainedEnd(task.constraintType) === 'start';
  const { constraintMinute: minute } = task;
  // Of a day that somebody else's wish has moved on, the minute says nothing.
  if (minute === null || day !== task.constraintOn) {
    return isStart ? book.startOf(calendarId, day) : book.finishOf(calendarId, day);
  }
  const instant = dayNumber(day) * 1440 + minute;
  const clock = book.clock(calendarId);
  return isStart ? nextWorkStart(clock, instant) : previousWorkFinish(clock, instant);
}

/** The first instant of a plan: nothing that has a day lies before it. */
function startOf(index: PlanIndex, placed: readonly PlanTask[]): number {
  const days = placed.flatMap((task) =>
    [task.constraintOn, task.startOn, task.dueOn, task.doneOn, task.actualStartOn].filter(
      (day) => day !== null,
    ),
  );
  const all = [...days, ...index.plan.projects.map(projectStart)];
  const first = all.reduce(earlier, all[0] ?? dateFromDayNumber(0));
  return index.book.heldStartOf(index.book.defaultId, first);
}

/** Where a plan is counted back from: one project alone can be. */
function finishOf({ plan, book }: PlanIndex): number | null {
  const [project, ...others] = plan.projects;
  if (!project || others.length > 0) return null;
  if (project.scheduleFrom !== 'finish' || project.endOn === null) return null;
  return book.finishOf(project.calendarId ?? book.defaultId, project.endOn);
}

function projectStart(project: PlanProject): CalendarDate {
  return project.startOn ?? project.createdOn;
}

/** A task in the engine's terms, with who is on it. */
export function engineTask(
  index: PlanIndex,
  task: PlanTask,
  resolved: ResolvedDurations,
): { task: ScheduleTask; assignments: ScheduleAssignment[] } {
  const isSummary = index.summaries.has(task.id);
  const calendarId = calendarOf(index, task);
  const parent = task.parentId === null ? undefined : index.tasks.get(task.parentId);
  const length = isSummary
    ? { minutes: 0, assignments: [] }
    : lengthOf(index, task, task.durationMinutes ?? resolved.get(task.id) ?? null);
  const progress = isSummary ? null : progressOf(index, task, calendarId);
  const isTypedPlace = !isSummary && isHeld(task, resolved) && progress?.actualFinish === undefined;
  return {
    task: {
      id: task.id,
      name: task.name,
      ...(parent && index.placed.has(parent.id) ? { parentId: parent.id } : {}),
      duration: { minutes: length.minutes, unit: 'working' },
      ...(isSummary ? {} : { constraint: constraintOf(index, task, calendarId) }),
      ...winnerOf(index, task),
      ...deadlineOf(index, task, calendarId),
      ...(isTypedPlace ? { manual: heldPlace(index, task, calendarId) } : {}),
      ...(calendarId === index.book.defaultId ? {} : { calendarId }),
      ...(progress && !isTypedPlace ? { progress } : {}),
      ...pausesOf(task, isSummary ? 0 : length.minutes),
      priority: task.priority,
      type: length.assignments.length > 0 ? 'fixedUnits' : 'fixedDuration',
    },
    assignments: isTypedPlace ? [] : length.assignments,
  };
}

/** Each project goes by its own switch, also where several are scheduled together. */
function winnerOf(
  { projects, honoursConstraints }: PlanIndex,
  { projectId }: PlanTask,
): Pick<ScheduleTask, 'constraintWinsOverLinks'> {
  const own = projects.get(projectId)?.honoursConstraints ?? honoursConstraints;
  return own === honoursConstraints ? {} : { constraintWinsOverLinks: own };
}

function deadlineOf(
  { book }: PlanIndex,
  { deadlineOn }: PlanTask,
  calendarId: string,
): Pick<ScheduleTask, 'deadline'> {
  return deadlineOn === null ? {} : { deadline: book.finishOf(calendarId, deadlineOn) };
}

/** The pauses that lie within a length; the engine knows none of a task in one part. */
function pausesOf(task: PlanTask, minutes: number): Pick<ScheduleTask, 'splits'> {
  const splits = task.splits.length === 0 ? [] : keptSplits(task.splits, minutes);
  return splits.length === 0 ? {} : { splits };
}

/** How long a task takes, and which hours of whom it takes for that. */
function lengthOf(
  index: PlanIndex,
  task: PlanTask,
  duration: number | null,
): { minutes: number; assignments: ScheduleAssignment[] } {
  if (task.isMilestone) return { minutes: 0, assignments: [] };
  const staff = index.staff.get(task.id) ?? [];
  const isByWork = task.taskType !== 'fixed-duration' || duration === null;
  const work = task.estimateMinutes;
  if (isByWork && work !== null && work > 0) {
    const shares = sumOf(staff, ({ units }) => units) || 10_000;
    const minutes = Math.max(1, Math.round((work * 10_000) / shares));
    return { minutes, assignments: assigned(index, task, { time: 'hours', minutes }) };
  }
  const minutes = duration ?? dayMinutes;
  return { minutes, assignments: assigned(index, task, { time: 'days', minutes }) };
}

/** By work, each does their share of it; by days, each is on it for all of its duration. */
function assigned(
  index: PlanIndex,
  task: PlanTask,
  { time, minutes }: { readonly time: PersonTime; readonly minutes: number },
): ScheduleAssignment[] {
  return calendarsOf(index, task, time).flatMap(({ id, units }) => {
    if (units === null) return [];
    const share = time === 'hours' ? units / 10_000 : 1;
    return [{ taskId: task.id, resourceId: id, units: share, workMinutes: minutes * share }];
  });
}

/** The calendars by which a task is worked: those of the people on it, else its own. */
function calendarsOf(
  index: PlanIndex,
  task: PlanTask,
  time: PersonTime,
): { readonly id: string; readonly units: number | null }[] {
  const baseId = calendarOf(index, task);
  const kind = task.calendarId === null ? time : 'leave';
  const staff = index.staff.get(task.id) ?? [];
  if (staff.length === 0) return [{ id: baseId, units: null }];
  return staff.map(({ person, units }) => ({
    id: index.book.personCalendar(person, baseId, kind),
    units,
  }));
}

function constraintOf(index: PlanIndex, task: PlanTask, calendarId: string): Constraint {
  const { book } = index;
  const project = index.projects.get(task.projectId);
  const earliest = project ? earliestOf(project, task) : null;
  const { constraintType: type, constraintOn: day } = task;
  if (type === 'as-late-as-possible') return { type: 'asLateAsPossible' };
  if (type === 'as-soon-as-possible' || day === null) {
    if (earliest === null) return { type: 'asSoonAsPossible' };
    return { type: 'startNoEarlierThan', date: book.startOf(calendarId, earliest) };
  }
  const isTypedStart = type === 'start-no-earlier-than';
  const held = isTypedStart && project?.statusOn ? later(day, project.statusOn) : day;
  return { type: engineConstraints[type], date: constraintInstant(index, task, held) };
}

/** From when on a task that names no day may lie; null where the plan is counted back. */
function earliestOf(project: PlanProject, task: PlanTask): CalendarDate | null {
  if (project.scheduleFrom === 'finish' && project.endOn !== null) return null;
  const start = projectStart(project);
  const isBegun = task.actualStartOn !== null;
  return project.statusOn === null || isBegun ? start : later(start, project.statusOn);
}

function progressOf(index: PlanIndex, task: PlanTask, calendarId: string): Progress | null {
  const { book } = index;
  if (task.state === 'done') {
    const day = task.doneOn ?? task.dueOn ?? task.startOn;
    if (day === null) return null;
    const actualFinish = book.heldFinishOf(calendarId, day);
    const begun = task.actualStartOn ?? task.startOn ?? day;
    const first = earlier(begun, day);
    const actualStart = task.isMilestone ? actualFinish : book.heldStartOf(calendarId, first);
    return { actualStart, actualFinish, percentComplete: 100 };
  }
  if (task.actualStartOn === null) return null;
  return {
    actualStart: book.startOf(calendarId, task.actualStartOn),
    percentComplete: Math.min(99, task.percentComplete),
  };
}

function heldPlace({ book }: PlanIndex, task: PlanTask, calendarId: string) {
  const start = task.scheduling === 'manual' ? task.startOn : (task.constraintOn ?? task.startOn);
  const due = task.scheduling === 'manual' ? task.dueOn : (task.typedDueOn ?? task.dueOn);
  return {
    ...(start === null ? {} : { start: book.heldStartOf(calendarId, start) }),
    ...(due === null ? {} : { finish: book.heldFinishOf(calendarId, due) }),
  };
}

function engineLink(link: PlanDependency): ScheduleLink {
  return {
    id: link.id,
    predecessorId: link.predecessorId,
    successorId: link.successorId,
    type: engineLinks[link.type],
    lag: engineLag(link),
  };
}

function engineLag({ lagUnit, lagMinutes, lagPercent }: PlanDependency): Lag {
  switch (lagUnit) {
    case 'working':
    case 'elapsed':
      return { minutes: lagMinutes, unit: lagUnit };
    case 'percent':
      return { percent: lagPercent, unit: 'percent' };
    case 'elapsed-percent':
      return { percent: lagPercent, unit: 'elapsedPercent' };
  }
}

const engineLinks: Record<DependencyType, LinkType> = {
  'finish-start': 'finishToStart',
  'start-start': 'startToStart',
  'finish-finish': 'finishToFinish',
  'start-finish': 'startToFinish',
};

const engineConstraints: Record<
  Exclude<TaskConstraint, 'as-soon-as-possible' | 'as-late-as-possible'>,
  Exclude<Constraint['type'], 'asSoonAsPossible' | 'asLateAsPossible'>
> = {
  'start-no-earlier-than': 'startNoEarlierThan',
  'start-no-later-than': 'startNoLaterThan',
  'finish-no-earlier-than': 'finishNoEarlierThan',
  'finish-no-later-than': 'finishNoLaterThan',
  'must-start-on': 'mustStartOn',
  'must-finish-on': 'mustFinishOn',
};
