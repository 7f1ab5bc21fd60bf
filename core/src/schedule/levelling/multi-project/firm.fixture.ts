import type { CalendarDate } from '../../../calendar-date.ts';
import { capacityCalendar, personCapacity } from '../../../capacity/employment.ts';
import type { PersonId, ProjectId, RoleId, TaskId } from '../../../id.ts';
import type { FirmWork, WorkPerson, WorkProject, WorkTask } from './firm-work.ts';

/** Monday. */
export const monday = day('2026-11-30');
export const consultant = 'consultant' as RoleId; // an id of a test needs no form

export function day(text: string): CalendarDate {
  return text as CalendarDate; // tests write real days
}

export function personId(name: string): PersonId {
  return name as PersonId; // an id of a test needs no form
}

export function taskId(name: string): TaskId {
  return name as TaskId; // an id of a test needs no form
}

type PersonFacts = {
  readonly roleId?: RoleId | null;
  readonly weekMinutes?: readonly number[];
  readonly joinedOn?: CalendarDate;
  readonly leftOn?: CalendarDate | null;
  readonly leave?: readonly DaySpan[];
  /** Half of each day off. */
  readonly halfLeave?: readonly DaySpan[];
  /** Other minutes of Monday to Sunday, or another role, from a day on. */
  readonly later?: readonly {
    readonly from: CalendarDate;
    readonly weekMinutes: readonly number[];
    readonly roleId?: RoleId | null;
  }[];
};

/** Days from one to another, both included. */
export type DaySpan = { readonly from: CalendarDate; readonly to: CalendarDate };

export function person(name: string, own: PersonFacts = {}): WorkPerson {
  const {
    roleId = consultant,
    weekMinutes = [480, 480, 480, 480, 480, 0, 0],
    leave = [],
    halfLeave = [],
  } = own;
  const { joinedOn = day('2020-01-01'), leftOn = null, later = [] } = own;
  const term = { validFrom: null, weeklyMinutes: 0, weekMinutes, roleId, teamId: null };
  const terms = later.map(({ from, ...other }) => ({ ...term, roleId, ...other, validFrom: from }));
  const off = (isHalf: boolean) => (span: DaySpan) => ({
    startOn: span.from,
    endOn: span.to,
    isHalf,
  });
  const leaves = [...leave.map(off(false)), ...halfLeave.map(off(true))];
  return {
    id: personId(name),
    name,
    capacity: personCapacity(
      { personId: personId(name), joinedOn, leftOn, terms: [term, ...terms], leaves },
      capacityCalendar(undefined),
    ),
  };
}

export function project(name: string, own: Partial<WorkProject> = {}): WorkProject {
  return {
    id: name as ProjectId, // an id of a test needs no form
    name,
    kind: 'client',
    priority: 3,
    startOn: null,
    endOn: null,
    ...own,
  };
}

export function task(
  name: string,
  { on = [], of = 'P', ...own }: Partial<WorkTask> & { on?: readonly string[]; of?: string } = {},
): WorkTask {
  return {
    id: taskId(name),
    projectId: of as ProjectId, // an id of a test needs no form
    parentId: null,
    name,
    state: 'open',
    isMilestone: false,
    hasSubTasks: false,
    roleId: consultant,
    estimateMinutes: 480,
    loggedMinutes: 0,
    startOn: null,
    dueOn: null,
    notBefore: null,
    deadlineOn: null,
    isPinned: false,
    assignees: on.map((who) => ({ personId: personId(who), share: 10_000 })),
    ...own,
  };
}

export function firm(own: Partial<FirmWork>): FirmWork {
  return {
    today: monday,
    weekdays: [true, true, true, true, true, false, false],
    holidays: [],
    people: [person('Ann'), person('Ben')],
    roles: [{ id: consultant, name: 'Consultant' }],
    projects: [project('P')],
    tasks: [],
    dependencies: [],
    ...own,
  };
}
