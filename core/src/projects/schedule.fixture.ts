import { type CalendarDate, calendarDate } from '../calendar-date.ts';
import type { DependencyId, PersonId, ProjectId, TaskId } from '../id.ts';
import type {
  PlanDependency,
  PlanPerson,
  PlanTask,
  PlanTerm,
  SchedulePlan,
} from './schedule-plan.ts';

/** A plan for tests: names stand for ids. */
export type PlanParts = {
  readonly tasks: readonly (Partial<PlanTask> & { readonly name: string })[];
  readonly links?: readonly (readonly [string, string] | Partial<PlanDependency>)[];
  readonly people?: readonly PersonParts[];
  readonly staff?: readonly (readonly [task: string, person: string, units?: number])[];
  readonly more?: Partial<SchedulePlan>;
};

/** A person of one term, unless `later` names others. */
type PersonParts = Partial<Omit<PlanPerson, 'terms'> & Omit<PlanTerm, 'validFrom'>> & {
  readonly name: string;
  readonly later?: readonly PlanTerm[];
};

export const day = calendarDate;
/** A Monday. */
export const monday = day('2026-06-01');

// Ids of a test need only be different; a brand has no run-time part.
export const taskId = (name: string) => name as TaskId;
export const theProject = 'project' as ProjectId;

export function planOf({
  tasks,
  links = [],
  people = [],
  staff = [],
  more,
}: PlanParts): SchedulePlan {
  return {
    calendars: [],
    projects: [
      {
        id: theProject,
        startOn: monday,
        endOn: null,
        createdOn: monday,
        calendarId: null,
        scheduleFrom: 'start',
        honoursConstraints: true,
        statusOn: null,
      },
    ],
    tasks: tasks.map(taskOf),
    dependencies: links.map((link, index) => linkOf(link, `link ${index}`)),
    people: people.map(
      ({ name, weeklyMinutes = 2_400, weekMinutes = null, later = [], ...given }) => ({
        id: name as PersonId,
        calendarId: null,
        terms: [{ validFrom: null, weeklyMinutes, weekMinutes }, ...later],
        leaves: [],
        ...given,
      }),
    ),
    assignments: staff.map(([task, person, units = 10_000]) => ({
      taskId: taskId(task),
      personId: person as PersonId,
      units,
    })),
    ...more,
  };
}

/** Days as somebody types them for a new task. */
export function typed(startOn: CalendarDate, dueOn: CalendarDate): Partial<PlanTask> {
  return {
    startOn,
    dueOn,
    constraintType: 'start-no-earlier-than',
    constraintOn: startOn,
    typedDueOn: dueOn,
  };
}

function taskOf({ name, ...given }: PlanParts['tasks'][number]): PlanTask {
  return {
    id: taskId(name),
    projectId: theProject,
    phaseId: null,
    parentId: null,
    name,
    state: 'open',
    isMilestone: false,
    estimateMinutes: null,
    startOn: null,
    dueOn: null,
    doneOn: null,
    scheduling: 'automatic',
    constraintType: 'as-soon-as-possible',
    constraintOn: null,
    constraintMinute: null,
    splits: [],
    typedDueOn: null,
    durationMinutes: null,
    taskType: 'fixed-duration',
    deadlineOn: null,
    percentComplete: 0,
    actualStartOn: null,
    calendarId: null,
    priority: 500,
    ...given,
  };
}

function linkOf(
  link: readonly [string, string] | Partial<PlanDependency>,
  id: string,
): PlanDependency {
  const given = Array.isArray(link)
    ? { predecessorId: taskId(String(link[0])), successorId: taskId(String(link[1])) }
    : // Told apart from a pair just now.
      (link as Partial<PlanDependency>);
  return {
    id: id as DependencyId,
    predecessorId: taskId(''),
    successorId: taskId(''),
    type: 'finish-start',
    lagMinutes: 0,
    lagUnit: 'working',
    lagPercent: 0,
    ...given,
  };
}
