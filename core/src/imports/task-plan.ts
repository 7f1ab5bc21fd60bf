import { sumOf } from '../grouping.ts';
import type { PersonId, TaskId } from '../id.ts';
import { nameKey } from './name-match.ts';
import type { ListedLink, ListedTask, TaskList } from './task-list.ts';
import { option, raiseProblem, type TaskNotes } from './task-notes.ts';
import { type OwnValues, ownPeople, type TaskOwn } from './task-own.ts';
import { type KnownPerson, type MatchedPerson, matchPeople } from './task-people.ts';
import {
  changed,
  changedColumns,
  columnsFor,
  type TaskChange,
  type TaskColumns,
  withLength,
} from './task-plan-columns.ts';
import { changedOwn, foundOwn, type OwnNames, ownNames } from './task-plan-own.ts';
import { asTree, withoutLoops, withSoundParents } from './task-structure.ts';

/** A task that came in before. */
export type KnownTask = {
  readonly id: TaskId;
  /** The other program's key, as it was kept. */
  readonly key: string;
  readonly parentId: TaskId | null;
  readonly phase: string | null;
  readonly columns: TaskColumns;
  /** Values of the firm's own fields that the file fills. */
  readonly own: OwnValues;
};

/** What is in the project already. */
export type KnownProject = {
  readonly tasks: readonly KnownTask[];
  readonly phases: readonly string[];
  readonly people: readonly KnownPerson[];
  /** Every link between tasks of the project that came in before, by their keys. */
  readonly links: readonly { readonly predecessorKey: string; readonly successorKey: string }[];
};

/** A task on its way in. */
export type PlannedListTask = {
  readonly task: ListedTask;
  readonly columns: TaskColumns;
  /** With the ids of people, or the key of one who is added. */
  readonly own: OwnValues;
  /** The same in words, by the id of the field. */
  readonly ownWords: Readonly<Record<string, string>>;
  readonly action: 'create' | 'update' | 'keep';
  readonly id: TaskId | null;
  readonly changes: readonly TaskChange[];
};

/** What an import of tasks will do. */
export type TaskListPlan = {
  readonly list: TaskList;
  readonly tasks: readonly PlannedListTask[];
  readonly newPhases: readonly string[];
  readonly links: readonly ListedLink[];
  readonly people: ReadonlyMap<string, MatchedPerson>;
  readonly counts: TaskListCounts;
};

/** How much comes in. */
export type TaskListCounts = {
  readonly create: number;
  readonly update: number;
  /** Here already and the same, or left as they are by choice. */
  readonly keep: number;
  readonly phases: number;
  readonly links: number;
  readonly people: number;
  readonly assignments: number;
  readonly checklistItems: number;
  readonly comments: number;
  readonly tags: number;
  readonly baselines: number;
};

/** What an import does to a project, with every problem noted. O(tasks + links). */
export function planTaskList(read: TaskList, known: KnownProject, notes: TaskNotes): TaskListPlan {
  const tasks = asTree(withSoundParents(read.tasks, notes));
  const list = { ...read, tasks, links: soundLinks(read, { tasks, known, notes }) };
  const rows = rowsByPerson(tasks, read.own);
  const people = matchPeople(read.people, known.people, {
    notes,
    rowsOf: (key) => rows.get(key) ?? [],
  });
  const byKey = new Map(known.tasks.map((task) => [task.key, task]));
  const idOf = new Map(known.tasks.map((task) => [task.id, task.key]));
  const names = ownNames(read, { people, known: known.people });
  const planned = tasks.map((task) =>
    plannedTask(task, byKey.get(task.key), { notes, idOf, names, people }),
  );
  const phases = new Set(known.phases.map(nameKey));
  const newPhases = list.phases.filter((name) => !phases.has(nameKey(name)));
  const plan = { list, tasks: planned, newPhases, links: list.links, people };
  return { ...plan, counts: countsOf(plan) };
}

function countsOf({
  list,
  tasks,
  newPhases,
  people,
}: Omit<TaskListPlan, 'counts'>): TaskListCounts {
  const count = (action: PlannedListTask['action']) =>
    tasks.filter((one) => one.action === action).length;
  const sum = (of: (task: ListedTask) => number) =>
    tasks.reduce((total, { task }) => total + of(task), 0);
  return {
    create: count('create'),
    update: count('update'),
    keep: count('keep'),
    phases: newPhases.length,
    links: list.links.length,
    people: [...people.values()].filter(({ kind }) => kind === 'new').length,
    assignments: sum((task) => task.assignments.filter((own) => people.has(own.personKey)).length),
    checklistItems: sum(({ checklist }) => checklist.length),
    comments: sum(({ comments }) => comments.length),
    tags: sum(({ tags }) => tags.length),
    baselines: list.baselines.length,
  };
}

type LinkContext = {
  readonly tasks: readonly ListedTask[];
  readonly known: KnownProject;
  readonly notes: TaskNotes;
};

/** Links that are new and close no loop, neither among themselves nor with those that are here. */
function soundLinks(read: TaskList, { tasks, known, notes }: LinkContext): ListedLink[] {
  const pairs = new Set(known.links.map((link) => `${link.predecessorKey} ${link.successorKey}`));
  const standing = known.links.map(
    (link): ListedLink => ({
      ...link,
      type: 'finish-start',
      lagMinutes: 0,
      lagUnit: 'working',
      lagPercent: 0,
      row: 0,
    }),
  );
  const fresh = read.links.filter(
    (link) => !pairs.has(`${link.predecessorKey} ${link.successorKey}`),
  );
  const sound = new Set(withoutLoops(tasks, [...standing, ...fresh], notes));
  return fresh.filter((link) => sound.has(link));
}

function rowsByPerson(tasks: readonly ListedTask[], own: TaskOwn): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const task of tasks) {
    const named = [...task.assignments.map(({ personKey }) => personKey), ...ownPeople(task, own)];
    for (const personKey of new Set(named)) {
      const standing = rows.get(personKey);
      if (standing) standing.push(task.row);
      else rows.set(personKey, [task.row]);
    }
  }
  return rows;
}

type TaskContext = {
  readonly notes: TaskNotes;
  readonly idOf: ReadonlyMap<TaskId, string>;
  readonly names: OwnNames;
  readonly people: ReadonlyMap<string, MatchedPerson>;
};

function plannedTask(
  task: ListedTask,
  known: KnownTask | undefined,
  { notes, idOf, names, people }: TaskContext,
): PlannedListTask {
  const columns = withLength(columnsFor(task), sharesOf(task, people));
  const planned = { task, columns, ...foundOwn(task, names) };
  if (!known) return { ...planned, action: 'create', id: null, changes: [] };
  const knownParent = known.parentId === null ? null : (idOf.get(known.parentId) ?? null);
  const changes = [
    ...changedColumns(known.columns, planned.columns),
    ...changed('phase', known.phase, task.phase),
    // A parent that came from elsewhere was put there by somebody.
    ...(known.parentId !== null && knownParent === null
      ? []
      : changed('part of', knownParent, task.parentKey)),
    ...changedOwn(known.own, planned.own, names),
  ];
  if (changes.length === 0) return { ...planned, action: 'keep', id: known.id, changes };
  const answer = raiseProblem(
    notes,
    { row: task.row, field: changes.map(({ field }) => field).join(', '), value: task.name },
    {
      key: 'will-change',
      code: 'will-change',
      title: 'Tasks that are here already and differ',
      message: 'They came in with an earlier import, or were changed here since.',
      options: [
        option('update', 'Take over what the file says'),
        option('keep', 'Leave them as they are'),
      ],
    },
  );
  const action = answer.action === 'update' ? 'update' : 'keep';
  return { ...planned, action, id: known.id, changes };
}

/** How much of whom is on a task here: whoever is left out does none of it. */
function sharesOf(task: ListedTask, people: ReadonlyMap<string, MatchedPerson>): number {
  return sumOf(task.assignments, ({ personKey, units }) => (people.has(personKey) ? units : 0));
}

/** Somebody who is added, in the order of the file. */
export function newPeople(plan: TaskListPlan): (MatchedPerson & { readonly key: string })[] {
  return [...plan.people].flatMap(([key, person]) =>
    person.kind === 'new' ? [{ key, ...person }] : [],
  );
}

/** Ids of people by their keys, once those that are new have been added. */
export function personIds(
  plan: TaskListPlan,
  added: ReadonlyMap<string, PersonId>,
): Map<string, PersonId> {
  return new Map(
    [...plan.people].flatMap(([key, person]) => {
      const id = person.kind === 'known' ? person.id : added.get(key);
      return id === undefined ? [] : [[key, id] as const];
    }),
  );
}
