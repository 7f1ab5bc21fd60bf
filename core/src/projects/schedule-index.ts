import { groupedBy } from '../grouping.ts';
import type { PersonId, ProjectId, TaskId } from '../id.ts';
import { type CalendarBook, calendarBook, taskCalendarId } from './schedule-calendars.ts';
import type { PlanPerson, PlanProject, PlanTask, SchedulePlan } from './schedule-plan.ts';

/** A plan made ready: who is where, which tasks have a place in time, and the calendars. */
export type PlanIndex = {
  readonly plan: SchedulePlan;
  readonly book: CalendarBook;
  readonly projects: ReadonlyMap<ProjectId, PlanProject>;
  /** Whether constraints win over links in any project; tasks of those where links win say so themselves. */
  readonly honoursConstraints: boolean;
  readonly tasks: ReadonlyMap<TaskId, PlanTask>;
  /** The people on each task, with the share of their time. */
  readonly staff: ReadonlyMap<TaskId, readonly Staffed[]>;
  readonly linked: ReadonlySet<TaskId>;
  /** Tasks that have dates: the others wait for somebody to say something about them. */
  readonly placed: ReadonlySet<TaskId>;
  /** Placed tasks with placed tasks below them: their dates come from there. */
  readonly summaries: ReadonlySet<TaskId>;
};

/** A person on a task. */
export type Staffed = { readonly person: PlanPerson; readonly units: number };

/** Durations that are worked out rather than typed; null for what must stay as it was typed. */
export type ResolvedDurations = ReadonlyMap<TaskId, number | null>;

/**
 * Makes a plan ready. A task has a place in time when somebody gave it a day, a duration or a link, or
 * when something below it has one; the rest is a list of things to do, and stays undated.
 * O(tasks + dependencies + assignments).
 */
export function indexPlan(plan: SchedulePlan): PlanIndex {
  const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
  const people = new Map(plan.people.map((person) => [person.id, person]));
  const links = plan.dependencies.filter(
    ({ predecessorId, successorId }) => tasks.has(predecessorId) && tasks.has(successorId),
  );
  const linked = new Set(links.flatMap((link) => [link.predecessorId, link.successorId]));
  const { placed, summaries } = placesOf(plan.tasks, tasks, linked);
  return {
    plan: { ...plan, dependencies: links },
    book: calendarBook(plan),
    projects: new Map(plan.projects.map((project) => [project.id, project])),
    honoursConstraints:
      plan.projects.length === 0 || plan.projects.some((project) => project.honoursConstraints),
    tasks,
    staff: staffOf(plan, people),
    linked,
    placed,
    summaries,
  };
}

/** The working calendar of a task, without regard to people. */
export function calendarOf(index: PlanIndex, task: PlanTask): string {
  return taskCalendarId(task, index.projects.get(task.projectId), index.book.defaultId);
}

/** Whether the task is one whose dates the schedule leaves as they were typed. */
export function isHeld(task: PlanTask, resolved: ResolvedDurations): boolean {
  return task.scheduling === 'manual' || resolved.get(task.id) === null;
}

function placesOf(
  list: readonly PlanTask[],
  tasks: ReadonlyMap<TaskId, PlanTask>,
  linked: ReadonlySet<TaskId>,
): Pick<PlanIndex, 'placed' | 'summaries'> {
  const placed = new Set<TaskId>();
  const summaries = new Set<TaskId>();
  for (const task of list) {
    if (!hasOwnPlace(task) && !linked.has(task.id)) continue;
    placed.add(task.id);
    // Whatever it is part of has dates by it. The tree has no loops: the database refuses them.
    let above = task.parentId;
    for (let up = 0; above !== null && up < list.length; up += 1) {
      const parent = tasks.get(above);
      if (!parent) break;
      placed.add(parent.id);
      summaries.add(parent.id);
      above = parent.parentId;
    }
  }
  return { placed, summaries };
}

function hasOwnPlace(task: PlanTask): boolean {
  if (task.scheduling === 'manual') return task.startOn !== null || task.dueOn !== null;
  return (
    task.constraintOn !== null ||
    task.durationMinutes !== null ||
    task.typedDueOn !== null ||
    task.actualStartOn !== null ||
    task.constraintType === 'as-late-as-possible'
  );
}

function staffOf(
  plan: SchedulePlan,
  people: ReadonlyMap<PersonId, PlanPerson>,
): Map<TaskId, Staffed[]> {
  const byTask = groupedBy(plan.assignments, (assignment) => assignment.taskId);
  return new Map(
    [...byTask].map(([id, list]) => [
      id,
      list
        .flatMap(({ personId, units }) => {
          const person = people.get(personId);
          return person ? [{ person, units }] : [];
        })
        // The same however they came.
        .toSorted((a, b) => (a.person.id < b.person.id ? -1 : 1)),
    ]),
  );
}
