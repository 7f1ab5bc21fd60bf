import type { DayHours, DayNumber, WorkCalendar } from './calendar-model.ts';
import { allDay, commonHours, hoursOf, standardCalendar } from './day-hours.ts';
import type {
  ScheduleAssignment,
  ScheduleIssue,
  ScheduleProject,
  ScheduleResource,
  ScheduleTask,
} from './model.ts';
import { type WorkClock, workClock } from './work-clock.ts';
import { hoursInZone } from './zoned-hours.ts';

/** The clocks of a project, each made once. */
export type ClockBook = {
  /** Of the task's own calendar, else the project's: for its lags and, without people, its work. */
  readonly ofTask: (task: ScheduleTask) => WorkClock;
  /** When the work of one assignment can be done: the resource's times within the task's. */
  readonly ofAssignment: (task: ScheduleTask, resource: ScheduleResource) => WorkClock;
  /** Assignments of work resources with units, by task. */
  readonly assignments: ReadonlyMap<string, readonly DrivingAssignment[]>;
};

/** An assignment that has a say in dates, with its resource. */
export type DrivingAssignment = {
  readonly assignment: ScheduleAssignment;
  readonly resource: ScheduleResource;
};

/** Clocks for a project; a missing calendar is named once for each task and replaced by the standard one. */
export function clockBookOf(project: ScheduleProject, issues: ScheduleIssue[]): ClockBook {
  const calendars = new Map(project.calendars.map((calendar) => [calendar.id, calendar]));
  const originDay = Math.floor((project.finish ?? project.start) / 1440);
  const standard = calendars.get(project.defaultCalendarId) ?? standardCalendar('');
  const clocks = new Map<string, WorkClock | null>();
  const clockOf = (key: string, made: () => (day: DayNumber) => DayHours): WorkClock | null => {
    const known = clocks.get(key);
    if (known !== undefined) return known;
    const clock = workClock(made(), originDay);
    clocks.set(key, clock);
    return clock;
  };
  const hours = (calendar: WorkCalendar) => {
    const own = hoursOf(calendar, calendars);
    const { zone = project.zone } = calendar;
    return zone === undefined || project.zone === undefined
      ? own
      : hoursInZone(own, zone, project.zone);
  };
  const ofCalendar = (calendar: WorkCalendar) => clockOf(calendar.id, () => hours(calendar));
  const roundTheClock = () => clockOf('\u0000', () => () => allDay);
  const named = new Set<string>();
  const name = (issue: Extract<ScheduleIssue, { taskId: string }>) => {
    const key = `${issue.kind}\u0000${issue.taskId}`;
    if (!named.has(key)) issues.push(issue);
    named.add(key);
  };
  const ofTask = (task: ScheduleTask): WorkClock => {
    const own = task.calendarId === undefined ? standard : calendars.get(task.calendarId);
    if (!own) name({ kind: 'calendarMissing', taskId: task.id, missingId: task.calendarId ?? '' });
    const clock = ofCalendar(own ?? standard);
    if (clock) return clock;
    name({ kind: 'noWorkingTime', taskId: task.id });
    return roundTheClock() ?? neverNull();
  };
  const ofAssignment = (task: ScheduleTask, resource: ScheduleResource): WorkClock => {
    const own = task.calendarId === undefined ? undefined : calendars.get(task.calendarId);
    const theirs = calendars.get(resource.calendarId ?? '') ?? standard;
    if (own && task.ignoresResourceCalendars) return ofTask(task);
    if (!own) return ofCalendar(theirs) ?? ofTask(task);
    const both = clockOf(`${own.id}\u0000${theirs.id}`, () => {
      const [a, b] = [hours(own), hours(theirs)];
      const memory = new Map<DayHours, Map<DayHours, DayHours>>();
      return (day) => remembered(memory, a(day), b(day));
    });
    if (both) return both;
    name({ kind: 'noWorkingTime', taskId: task.id });
    return ofTask(task);
  };
  return { ofTask, ofAssignment, assignments: drivingAssignments(project) };
}

/** The same common hours as one object, so that the clock's table holds each pattern once. */
function remembered(
  memory: Map<DayHours, Map<DayHours, DayHours>>,
  one: DayHours,
  other: DayHours,
): DayHours {
  const row = memory.get(one) ?? new Map<DayHours, DayHours>();
  memory.set(one, row);
  const known = row.get(other) ?? commonHours(one, other);
  row.set(other, known);
  return known;
}

function drivingAssignments(project: ScheduleProject): Map<string, DrivingAssignment[]> {
  const resources = new Map((project.resources ?? []).map((resource) => [resource.id, resource]));
  const byTask = new Map<string, DrivingAssignment[]>();
  for (const assignment of project.assignments ?? []) {
    const resource = resources.get(assignment.resourceId);
    if (resource?.kind !== 'work' || assignment.units <= 0) continue;
    const list = byTask.get(assignment.taskId);
    if (list) list.push({ assignment, resource });
    else byTask.set(assignment.taskId, [{ assignment, resource }]);
  }
  return byTask;
}

function neverNull(): never {
  throw new Error('a day round the clock has working time');
}
