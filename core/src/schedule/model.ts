import type { WorkCalendar } from './calendar-model.ts';

/**
 * Minutes since 1970-01-01T00:00 on the project's own wall clock: no zone, no summer time. Calendars of
 * another zone are moved to it. Whole in what people enter; tenths may come of percentages.
 */
export type Minute = number;

/** Length of work: working minutes of the calendar that applies, or minutes of the clock. */
export type Duration = { readonly minutes: number; readonly unit: 'working' | 'elapsed' };

/** Kinds of link, by which ends they tie: predecessor's end first. */
export const linkTypes = [
  'finishToStart',
  'startToStart',
  'finishToFinish',
  'startToFinish',
] as const;
export type LinkType = (typeof linkTypes)[number];

/** The eight constraint types of planning software. The last six need a date. */
export const constraintTypes = [
  'asSoonAsPossible',
  'asLateAsPossible',
  'startNoEarlierThan',
  'startNoLaterThan',
  'finishNoEarlierThan',
  'finishNoLaterThan',
  'mustStartOn',
  'mustFinishOn',
] as const;
export type ConstraintType = (typeof constraintTypes)[number];

/** A bound on a task's dates set by a person. */
export type Constraint =
  | { readonly type: 'asSoonAsPossible' | 'asLateAsPossible' }
  | {
      readonly type: Exclude<ConstraintType, 'asSoonAsPossible' | 'asLateAsPossible'>;
      readonly date: Minute;
    };

/**
 * Wait between the two ends of a link, negative for a lead: working minutes (of the successor's
 * calendar), minutes of the clock, or a share of the predecessor's duration in per cent.
 */
export type Lag =
  | { readonly minutes: number; readonly unit: 'working' | 'elapsed' }
  | { readonly percent: number; readonly unit: 'percent' | 'elapsedPercent' };

/** A link between two tasks, either of which may be a summary. */
export type ScheduleLink = {
  readonly id?: string;
  readonly predecessorId: string;
  readonly successorId: string;
  readonly type: LinkType;
  readonly lag?: Lag;
};

/** A pause within a task: after so many working minutes of its duration, for so many working minutes. */
export type Split = { readonly afterMinutes: number; readonly gapMinutes: number };

/** What has happened of a task. All parts may be missing; a finished task has an actual finish. */
export type Progress = {
  readonly actualStart?: Minute;
  readonly actualFinish?: Minute;
  /** 0 to 100: share of the duration done. */
  readonly percentComplete?: number;
  /** Working minutes done; taken from the percentage when missing. */
  readonly actualMinutes?: number;
  /** Where the work done ends and where the rest goes on, when the rest was moved. */
  readonly stop?: Minute;
  readonly resume?: Minute;
};

/** A task or summary. It is a summary when another names it as parent: its dates then come from below. */
export type ScheduleTask = {
  readonly id: string;
  /** For messages. */
  readonly name?: string;
  readonly parentId?: string;
  /** Length; zero makes a milestone. Of a summary only used when it is manual. */
  readonly duration: Duration;
  /** `asSoonAsPossible` when missing (`asLateAsPossible` when scheduled from the finish). */
  readonly constraint?: Constraint;
  /** Whether its constraint wins over links; as the project's option says when missing. */
  readonly constraintWinsOverLinks?: boolean;
  /** Bounds the late finish; moves nothing. */
  readonly deadline?: Minute;
  /** Dates that a person set: such a task moves for no link. */
  readonly manual?: { readonly start?: Minute; readonly finish?: Minute };
  /** An inactive task keeps dates of its own but moves and bounds nothing. True when missing. */
  readonly isActive?: boolean;
  /** The project's calendar when missing. */
  readonly calendarId?: string;
  /** With a calendar of its own: it alone holds, those of the people assigned do not. */
  readonly ignoresResourceCalendars?: boolean;
  readonly progress?: Progress;
  readonly splits?: readonly Split[];
  /** Minutes of the clock that levelling holds the task back. */
  readonly levellingDelayMinutes?: number;
  /** 0 to 1000, 500 when missing; 1000 is never levelled. */
  readonly priority?: number;
  /** What stays when one of duration, work and units changes. `fixedUnits` when missing. */
  readonly type?: 'fixedUnits' | 'fixedDuration' | 'fixedWork';
  readonly isEffortDriven?: boolean;
};

/** Someone or something that work is assigned to. Only `work` resources drive dates. */
export type ScheduleResource = {
  readonly id: string;
  readonly name?: string;
  readonly kind: 'work' | 'material' | 'cost';
  /** The project's calendar when missing. */
  readonly calendarId?: string;
};

/** A resource put on a task. */
export type ScheduleAssignment = {
  readonly taskId: string;
  readonly resourceId: string;
  /** Share of the resource's time, 1 for all of it. */
  readonly units: number;
  /** Minutes of work; duration × units when missing. */
  readonly workMinutes?: number;
  /** Working minutes after the start of the task before this one begins. */
  readonly delayMinutes?: number;
  /** Minutes of the clock that levelling holds it back. */
  readonly levellingDelayMinutes?: number;
  /** Working minutes from its begin to its end when work is not spread evenly; work / units when missing. */
  readonly spanMinutes?: number;
  /**
   * What has happened of it, where that is known apart from its task: when it ended, or how much work
   * remains from when on. Only read for tasks under way.
   */
  readonly progress?: {
    readonly finish?: Minute;
    readonly resume?: Minute;
    readonly remainingMinutes?: number;
  };
};

/** Switches of the calculation; each has the default that Microsoft Project has. */
export type ScheduleOptions = {
  /** For durations in days and for messages. 480. */
  readonly minutesPerDay: number;
  /** Constraint dates win over links that cannot be met otherwise. True. */
  readonly constraintsWinOverLinks: boolean;
  /** Tasks with total slack up to here are critical, in working minutes. 0. */
  readonly criticalSlackMinutes: number;
  /** Each end of the network is critical for itself, not only the last. False. */
  readonly multipleCriticalPaths: boolean;
  /** Rest of work under way is moved when a link or constraint asks so. True. */
  readonly splitsInProgress: boolean;
  /**
   * Work that remains never lies before the status date: what was not reported done by then is still to
   * do. Dates set by a person stay. True; Microsoft Project leaves it where it was.
   */
  readonly remainingAfterStatusDate: boolean;
};

/** Everything that decides dates. Ids are the caller's own and unique within their list. */
export type ScheduleProject = {
  readonly start: Minute;
  /** Given: the plan is counted back from this instant, tasks as late as possible. */
  readonly finish?: Minute;
  /** IANA name of the zone of the project's wall clock; needed where calendars name others. */
  readonly zone?: string;
  readonly calendars: readonly WorkCalendar[];
  readonly defaultCalendarId: string;
  readonly tasks: readonly ScheduleTask[];
  readonly links: readonly ScheduleLink[];
  readonly resources?: readonly ScheduleResource[];
  readonly assignments?: readonly ScheduleAssignment[];
  /** The day up to which progress was reported. */
  readonly statusDate?: Minute;
  readonly options?: Partial<ScheduleOptions>;
};

/** Dates of one task. Slack is in working minutes of the task's calendar, negative when dates cannot hold. */
export type ScheduledTask = {
  readonly id: string;
  readonly start: Minute;
  /** The instant work ends: 17:00 of the last day. Equal to `start` for a milestone. */
  readonly finish: Minute;
  readonly earlyStart: Minute;
  readonly earlyFinish: Minute;
  readonly lateStart: Minute;
  readonly lateFinish: Minute;
  readonly totalSlack: number;
  readonly freeSlack: number;
  readonly isCritical: boolean;
  /** Working minutes from start to finish, without pauses. */
  readonly durationMinutes: number;
  /** The link that holds the start where it is, by its place in `links`; null when none does. */
  readonly drivingLink: number | null;
  /** The task at the other end of that link. */
  readonly drivingPredecessorId: string | null;
};

/** What was wrong with a plan, or cannot be kept, by the tasks concerned. The rest is scheduled all the same. */
export type ScheduleIssue =
  /** Tasks that wait for each other, in order; the last waits for the first. The link named is left out. */
  | { readonly kind: 'cycle'; readonly taskIds: readonly string[]; readonly link: number }
  | { readonly kind: 'linkToNothing'; readonly link: number; readonly missingId: string }
  | { readonly kind: 'linkToOwnSummary'; readonly link: number; readonly taskId: string }
  | { readonly kind: 'parentMissing'; readonly taskId: string; readonly missingId: string }
  | { readonly kind: 'duplicateId'; readonly taskId: string }
  | { readonly kind: 'calendarMissing'; readonly taskId: string; readonly missingId: string }
  /** A calendar (or the times common to several) without working time in the years around the plan. */
  | { readonly kind: 'noWorkingTime'; readonly taskId: string }
  /** The constraint holds against a link that asks for a later date, by so many working minutes. */
  | { readonly kind: 'constraintBreaksLink'; readonly taskId: string; readonly byMinutes: number }
  /** The date set by the constraint is passed, by so many working minutes. */
  | { readonly kind: 'constraintMissed'; readonly taskId: string; readonly byMinutes: number }
  | { readonly kind: 'deadlineMissed'; readonly taskId: string; readonly byMinutes: number };

/** The schedule: tasks in the order of the project's list. */
export type ScheduleResult = {
  readonly start: Minute;
  readonly finish: Minute;
  readonly tasks: readonly ScheduledTask[];
  readonly issues: readonly ScheduleIssue[];
};
