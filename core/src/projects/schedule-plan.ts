import type { CalendarDate } from '../calendar-date.ts';
import type { CalendarId, DependencyId, PersonId, PhaseId, ProjectId, TaskId } from '../id.ts';
import type { DayHours } from '../schedule/calendar-model.ts';
import type { DependencyType } from './dependency.ts';
import type { PlanSplit } from './schedule-splits.ts';
import type { TaskState } from './task.ts';

/** Whether the schedule moves a task, or people alone do. */
export const schedulings = ['automatic', 'manual'] as const;
/** Whether the schedule moves a task, or people alone do. */
export type Scheduling = (typeof schedulings)[number];

/** The eight bounds that planning software knows; all but the first two name a day. */
export const taskConstraints = [
  'as-soon-as-possible',
  'as-late-as-possible',
  'start-no-earlier-than',
  'start-no-later-than',
  'finish-no-earlier-than',
  'finish-no-later-than',
  'must-start-on',
  'must-finish-on',
] as const;
/** A bound on a task's dates. */
export type TaskConstraint = (typeof taskConstraints)[number];

/** What stays when one of duration, work and units changes. */
export const taskTypes = ['fixed-duration', 'fixed-units', 'fixed-work'] as const;
/** What stays when one of duration, work and units changes. */
export type TaskType = (typeof taskTypes)[number];

/** How the wait of a dependency is counted; the last two are shares of the predecessor's duration. */
export const lagUnits = ['working', 'elapsed', 'percent', 'elapsed-percent'] as const;
/** How the wait of a dependency is counted. */
export type LagUnit = (typeof lagUnits)[number];

/** Whether a project is counted from its start or back from its end. */
export const scheduleEnds = ['start', 'finish'] as const;
/** Whether a project is counted from its start or back from its end. */
export type ScheduleEnd = (typeof scheduleEnds)[number];

/** A day off, or a day with hours of its own. */
export type PlanException = {
  readonly name: string;
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate;
  readonly hours: DayHours;
  /** The same days of every year. */
  readonly isYearly: boolean;
};

/** When the firm, a project or a task is worked on. */
export type PlanCalendar = {
  readonly id: CalendarId;
  readonly name: string;
  readonly isDefault: boolean;
  /** Monday to Sunday. */
  readonly week: readonly DayHours[];
  readonly exceptions: readonly PlanException[];
};

/** A person as the schedule sees one. */
export type PlanPerson = {
  readonly id: PersonId;
  /** Whose holidays hold; null: those of the calendar that a task is worked by. */
  readonly calendarId: CalendarId | null;
  /** The hours of a week over time, in any order; at least one. */
  readonly terms: readonly PlanTerm[];
  /** Approved ones only. */
  readonly leaves: readonly {
    readonly startOn: CalendarDate;
    readonly endOn: CalendarDate;
    readonly isHalf: boolean;
  }[];
};

/** The hours of a person's week from a day on; null: from the beginning. */
export type PlanTerm = {
  readonly validFrom: CalendarDate | null;
  readonly weeklyMinutes: number;
  /** Minutes of Monday to Sunday; null: spread evenly over the days that the calendar works. */
  readonly weekMinutes: readonly number[] | null;
};

/** A project as the schedule sees one. */
export type PlanProject = {
  readonly id: ProjectId;
  /** Tasks that name no day begin here, or on the day it was made when it has no start. */
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
  readonly createdOn: CalendarDate;
  readonly calendarId: CalendarId | null;
  readonly scheduleFrom: ScheduleEnd;
  /** Days set by constraints hold against what tasks wait for; else links win. */
  readonly honoursConstraints: boolean;
  /** Work that is not done lies on or after this day, where one is set. */
  readonly statusOn: CalendarDate | null;
};

/** What people said about a task, and where it stands now. */
export type PlanTask = {
  readonly id: TaskId;
  readonly projectId: ProjectId;
  readonly phaseId: PhaseId | null;
  readonly parentId: TaskId | null;
  readonly name: string;
  readonly state: TaskState;
  readonly isMilestone: boolean;
  readonly estimateMinutes: number | null;
  readonly startOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  /** Its actual finish. */
  readonly doneOn: CalendarDate | null;
  readonly scheduling: Scheduling;
  readonly constraintType: TaskConstraint;
  readonly constraintOn: CalendarDate | null;
  /** Minute of that day, 0 to 1,440; null: when its work begins, or ends. */
  readonly constraintMinute: number | null;
  readonly typedDueOn: CalendarDate | null;
  readonly durationMinutes: number | null;
  /** Pauses, in their order; not part of the duration. */
  readonly splits: readonly PlanSplit[];
  readonly taskType: TaskType;
  readonly deadlineOn: CalendarDate | null;
  readonly percentComplete: number;
  readonly actualStartOn: CalendarDate | null;
  readonly calendarId: CalendarId | null;
  readonly priority: number;
};

/** A dependency as the schedule sees one. */
export type PlanDependency = {
  readonly id: DependencyId;
  readonly predecessorId: TaskId;
  readonly successorId: TaskId;
  readonly type: DependencyType;
  /** For the units working and elapsed; negative is a lead. */
  readonly lagMinutes: number;
  readonly lagUnit: LagUnit;
  /** For the two units of shares. */
  readonly lagPercent: number;
};

/**
 * Projects that hang together by dependencies, as plain tables: what the server reads, what it sends
 * to browsers, and what dates are computed from on either side. The order of the lists means nothing.
 */
export type SchedulePlan = {
  readonly calendars: readonly PlanCalendar[];
  readonly people: readonly PlanPerson[];
  readonly projects: readonly PlanProject[];
  readonly tasks: readonly PlanTask[];
  readonly dependencies: readonly PlanDependency[];
  readonly assignments: readonly {
    readonly taskId: TaskId;
    readonly personId: PersonId;
    /** Share of the person's time in basis points, 1 to 10,000. */
    readonly units: number;
  }[];
};

/** A plan as it was kept, which may be older than some of what plans say: then it says the usual. */
export function completePlan(kept: SchedulePlan): SchedulePlan {
  const later: Partial<PlanTask> = { constraintMinute: null, splits: [] };
  const settings: Partial<PlanProject> = { honoursConstraints: true };
  return {
    ...kept,
    projects: kept.projects.map((project) => ({ ...settings, ...project })),
    tasks: kept.tasks.map((task) => ({ ...later, ...task })),
  };
}

/** Which end of a task a constraint holds; null for the two that name no day. */
export function constrainedEnd(type: TaskConstraint): 'start' | 'finish' | null {
  if (type === 'as-soon-as-possible' || type === 'as-late-as-possible') return null;
  return type.includes('start') ? 'start' : 'finish';
}
