import type { CalendarDate } from '../calendar-date.ts';
import type { DependencyType } from '../projects/dependency.ts';
import type { LagUnit, Scheduling, TaskConstraint, TaskType } from '../projects/schedule-plan.ts';
import type { PlanSplit } from '../projects/schedule-splits.ts';
import type { TaskState } from '../projects/task.ts';
import type { OwnValues, TaskOwn } from './task-own.ts';

/** Files of tasks that are understood: Microsoft Project XML, Trello's JSON, Jira's CSV, any other CSV. */
export const taskListFormats = ['mspdi', 'trello', 'jira', 'csv'] as const;
/** One of `taskListFormats`. */
export type TaskListFormat = (typeof taskListFormats)[number];

/** A step of a task in the file. */
export type ListedStep = { readonly name: string; readonly isDone: boolean };

/** A comment as the other program has it; who wrote it and when go into its text here. */
export type ListedComment = {
  readonly author: string;
  /** As the file writes it, cut to the minute. */
  readonly at: string;
  readonly text: string;
};

/** Somebody on a task; `units` is the share of their time in basis points, 1 to 10,000. */
export type ListedAssignment = { readonly personKey: string; readonly units: number };

/** A kept plan of the file. */
export type ListedBaseline = {
  readonly name: string;
  readonly tasks: readonly {
    readonly taskKey: string;
    readonly startOn: CalendarDate | null;
    readonly dueOn: CalendarDate | null;
    readonly durationMinutes: number | null;
    readonly estimateMinutes: number | null;
  }[];
};

/** What the file says about a task's place in time; dates that follow from it are worked out anew. */
export type ListedSchedule = {
  readonly scheduling: Scheduling;
  readonly constraintType: TaskConstraint;
  readonly constraintOn: CalendarDate | null;
  /** Minute of that day, 0 to 1,440; null: when its work begins, or ends. */
  readonly constraintMinute: number | null;
  /** Null: as long as its days, or its estimate, say. */
  readonly durationMinutes: number | null;
  /** Pauses, which are not part of the duration. */
  readonly splits: readonly PlanSplit[];
  readonly taskType: TaskType;
  readonly isEffortDriven: boolean;
  /** 0 to 1,000. */
  readonly priority: number;
};

/** A task as a file says it, in Evenkeel's terms. */
export type ListedTask = {
  /** What tells it from the others, in this file and the next time: the other program's own id. */
  readonly key: string;
  /** Where it stands: the row as a spreadsheet counts, else its place among the file's tasks. */
  readonly row: number;
  readonly name: string;
  readonly notes: string;
  readonly parentKey: string | null;
  /** Name of the phase. */
  readonly phase: string | null;
  readonly startOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly deadlineOn: CalendarDate | null;
  readonly estimateMinutes: number | null;
  readonly isMilestone: boolean;
  readonly state: TaskState;
  readonly doneOn: CalendarDate | null;
  readonly actualStartOn: CalendarDate | null;
  /** 0 to 100. */
  readonly percentComplete: number;
  /** Null where the file knows days alone: then they count as typed. */
  readonly schedule: ListedSchedule | null;
  readonly assignments: readonly ListedAssignment[];
  readonly tags: readonly string[];
  readonly checklist: readonly ListedStep[];
  readonly comments: readonly ListedComment[];
  readonly own: OwnValues;
};

/** Which task waits for which. */
export type ListedLink = {
  readonly predecessorKey: string;
  readonly successorKey: string;
  readonly type: DependencyType;
  readonly lagMinutes: number;
  readonly lagUnit: LagUnit;
  readonly lagPercent: number;
  readonly row: number;
};

/** Somebody the file names. */
export type ListedPerson = {
  readonly key: string;
  readonly name: string;
  readonly email: string | null;
};

/** What was read, by kind, and what of it has no place here and why. */
export type TaskListReport = {
  readonly read: readonly { readonly what: string; readonly count: number }[];
  readonly left: readonly LeftOut[];
};

/** Something that the file holds and that is not carried over. */
export type LeftOut = {
  readonly what: string;
  readonly count: number;
  readonly why: string;
  /** A few of the values. */
  readonly examples: readonly string[];
};

/** A file of tasks, read. */
export type TaskList = {
  readonly format: TaskListFormat;
  /** Names the plan that the keys are of, so that those of two plans are not mixed up. */
  readonly source: string;
  /** What the file says about the project as a whole. */
  readonly project: {
    readonly name: string;
    readonly notes: string;
    readonly startOn: CalendarDate | null;
    readonly endOn: CalendarDate | null;
    readonly statusOn: CalendarDate | null;
    readonly scheduleFrom: 'start' | 'finish';
    /** Days of constraints hold against links. */
    readonly honoursConstraints: boolean;
  };
  /** Phases by name, in order. */
  readonly phases: readonly string[];
  readonly tasks: readonly ListedTask[];
  readonly links: readonly ListedLink[];
  readonly people: readonly ListedPerson[];
  readonly baselines: readonly ListedBaseline[];
  /** The firm's own fields that the file says something about. */
  readonly own: TaskOwn;
  readonly report: TaskListReport;
};

/** A task with nothing said about it but its name. */
export function listedTask(key: string, row: number, name: string): ListedTask {
  return {
    key,
    row,
    name,
    notes: '',
    parentKey: null,
    phase: null,
    startOn: null,
    dueOn: null,
    deadlineOn: null,
    estimateMinutes: null,
    isMilestone: false,
    state: 'open',
    doneOn: null,
    actualStartOn: null,
    percentComplete: 0,
    schedule: null,
    assignments: [],
    tags: [],
    checklist: [],
    comments: [],
    own: {},
  };
}
