import type { CalendarDate } from '../../../calendar-date.ts';
import type { PersonCapacity } from '../../../capacity/person-capacity.ts';
import type { PersonId, ProjectId, RoleId, TaskId } from '../../../id.ts';
import type { DependencyType } from '../../../projects/dependency.ts';
import type { TaskState } from '../../../projects/task.ts';
import type { ProjectKind } from '../../../projects/template.ts';

/**
 * The open work of all committed projects of a firm and the people it shares, as plain arrays. What is
 * done is left out. Effort is in minutes, days are calendar days.
 */
export type FirmWork = {
  readonly today: CalendarDate;
  /** Whether the firm works on Monday to Sunday; at least one of them. */
  readonly weekdays: readonly boolean[];
  /** Days on which it does not work although the week says so. */
  readonly holidays: readonly CalendarDate[];
  readonly people: readonly WorkPerson[];
  readonly roles: readonly { readonly id: RoleId; readonly name: string }[];
  readonly projects: readonly WorkProject[];
  readonly tasks: readonly WorkTask[];
  readonly dependencies: readonly WorkDependency[];
};

/** A person with how much they can work on each day; the role is that of the first day at work. */
export type WorkPerson = {
  readonly id: PersonId;
  readonly name: string;
  readonly capacity: PersonCapacity;
};

/** A committed project; its end is what was promised. */
export type WorkProject = {
  readonly id: ProjectId;
  readonly name: string;
  readonly kind: ProjectKind;
  /** 1 goes first, 5 last. */
  readonly priority: number;
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
};

/** An open or started task. */
export type WorkTask = {
  readonly id: TaskId;
  readonly projectId: ProjectId;
  readonly parentId: TaskId | null;
  readonly name: string;
  readonly state: Exclude<TaskState, 'done'>;
  readonly isMilestone: boolean;
  /** Its work then stands on the sub-tasks, done ones among them, never on itself. */
  readonly hasSubTasks: boolean;
  readonly roleId: RoleId | null;
  readonly estimateMinutes: number | null;
  readonly loggedMinutes: number;
  /** The plan of today. */
  readonly startOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  /** It may not start (a milestone: not lie) before, because somebody said so. */
  readonly notBefore: CalendarDate | null;
  /** It is wanted by then: a deadline, or the day of a milestone. */
  readonly deadlineOn: CalendarDate | null;
  /** A person has fixed its days: it stays where it is. */
  readonly isPinned: boolean;
  /** Who works on it, and with how much of their time in basis points. */
  readonly assignees: readonly { readonly personId: PersonId; readonly share: number }[];
};

/** What waits for what; ends may be tasks with sub-tasks, and tasks that are done (left out). */
export type WorkDependency = {
  readonly predecessorId: TaskId;
  readonly successorId: TaskId;
  readonly type: DependencyType;
  readonly lagMinutes: number;
};
