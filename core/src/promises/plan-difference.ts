import { groupedBy } from '../grouping.ts';
import type { ProjectId, TaskId } from '../id.ts';
import type { PlanDependency, PlanTask, SchedulePlan } from '../projects/schedule-plan.ts';

/**
 * Why a date slips: the client's own input came late; work was added or left out; work takes longer
 * than estimated; people were taken by other work or away; work waits for other work; it was planned
 * for later; and the reserve that the told day held against the plan of its time.
 */
export const delayCauses = [
  'client-input',
  'scope',
  'estimate',
  'people',
  'dependency',
  'replanned',
  'reserve',
] as const;
/** Why a date slips. */
export type DelayCause = (typeof delayCauses)[number];

/** What is known of tasks besides the plan, to tell causes apart. */
export type CauseFacts = {
  /** The project whose date it is: work of others is a dependency, whatever moved it. */
  readonly projectId: ProjectId;
  /** Tasks on the client's side. */
  readonly clientTasks: ReadonlySet<TaskId>;
  /** Tasks that wait since their people are on other work, as levelling found. */
  readonly levelledTasks: ReadonlySet<TaskId>;
  /** Tasks that should be over by after and are not. */
  readonly overdueTasks: ReadonlySet<TaskId>;
};

/** One cause at one place of the plan, and the plan with it. */
export type PlanDifference = {
  readonly cause: DelayCause;
  /** The task where it lies; null for what holds for many. */
  readonly taskId: TaskId | null;
  /** Orders differences by the time of their work. */
  readonly at: string;
  readonly apply: (plan: SchedulePlan) => SchedulePlan;
};

type Both = { readonly before: SchedulePlan; readonly after: SchedulePlan };

/**
 * What differs between a plan before and after, each difference with its cause, in the order of the work:
 * what holds for many first, before task by task by their days, people last. O(plan).
 */
export function planDifferences(both: Both, facts: CauseFacts): PlanDifference[] {
  const common = commonDifferences(both);
  const tasks = taskDifferences(both, facts).toSorted((a, b) => compared(a.at, b.at));
  return [...common, ...tasks, ...peopleDifferences(both)];
}

function commonDifferences({ before, after }: Both): PlanDifference[] {
  const found: PlanDifference[] = [];
  if (!isSame(before.calendars, after.calendars)) {
    found.push(forMany('replanned', (plan) => ({ ...plan, calendars: after.calendars })));
  }
  if (!isSame(byId(before.projects), byId(after.projects))) {
    found.push(forMany('replanned', (plan) => ({ ...plan, projects: after.projects })));
  }
  return found;
}

function peopleDifferences({ before, after }: Both): PlanDifference[] {
  const known = new Set(after.people.map(({ id }) => id));
  const gone = before.people.filter(({ id }) => !known.has(id));
  if (isSame(byId([...after.people, ...gone]), byId(before.people))) return [];
  return [forMany('people', (plan) => ({ ...plan, people: [...after.people, ...gone] }))];
}

function forMany(cause: DelayCause, apply: (plan: SchedulePlan) => SchedulePlan): PlanDifference {
  return { cause, taskId: null, at: '', apply };
}

function taskDifferences(both: Both, facts: CauseFacts): PlanDifference[] {
  const before = new Map(both.before.tasks.map((task) => [task.id, task]));
  const after = new Map(both.after.tasks.map((task) => [task.id, task]));
  const links = linkDifferences(both, { before, after });
  const staff = { before: staffTexts(both.before), after: staffTexts(both.after) };
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const pair = {
      before: before.get(id),
      after: after.get(id),
      links: links.get(id) ?? [],
      isStaffed: staff.before.get(id) !== staff.after.get(id),
    };
    return differencesAt(id, pair, { both, facts });
  });
}

type LinkDifference = {
  readonly id: string;
  readonly link: PlanDependency | undefined;
};
type TaskPair = {
  readonly before: PlanTask | undefined;
  readonly after: PlanTask | undefined;
  readonly links: readonly LinkDifference[];
  /** Whether others are on it, or with another share of their time. */
  readonly isStaffed: boolean;
};

function differencesAt(
  id: TaskId,
  pair: TaskPair,
  { both, facts }: { readonly both: Both; readonly facts: CauseFacts },
): PlanDifference[] {
  const task = pair.after ?? pair.before;
  const at = `${task?.startOn ?? task?.dueOn ?? '9999'} ${id}`;
  const made = (cause: DelayCause, ...parts: PlanDifference['apply'][]): PlanDifference => ({
    cause: task && task.projectId !== facts.projectId ? 'dependency' : cause,
    taskId: id,
    at,
    apply: (plan) => parts.reduce((whole, part) => part(whole), plan),
  });
  const whole = [withTask(id, pair.after), withLinks(pair.links), withStaff(id, both.after)];
  const { isStaffed } = pair;
  const changed = changedParts(pair);
  const hasChanged = isStaffed || changed.length > 0 || pair.links.length > 0;
  if (!hasChanged) return [];
  if (facts.clientTasks.has(id)) return [made('client-input', ...whole)];
  if (!pair.before || !pair.after) return [made('scope', ...whole)];
  const { after } = pair;
  return [
    ...(pair.links.length > 0 ? [made('dependency', withLinks(pair.links))] : []),
    ...(changed.includes('place')
      ? [made(placeCause(id, facts), withFields(after, placeFields))]
      : []),
    ...(isStaffed ? [made('people', withStaff(id, both.after))] : []),
    ...(changed.includes('length') ? [made('estimate', withFields(after, lengthFields))] : []),
  ];
}

function placeCause(id: TaskId, facts: CauseFacts): DelayCause {
  if (facts.levelledTasks.has(id)) return 'people';
  return facts.overdueTasks.has(id) ? 'estimate' : 'replanned';
}

/** What says where a task lies, and what says how long it takes and how far it is. */
const placeFields = [
  'scheduling',
  'constraintType',
  'constraintOn',
  'constraintMinute',
  'actualStartOn',
  'parentId',
  'calendarId',
  'isMilestone',
] as const;
const lengthFields = [
  'typedDueOn',
  'durationMinutes',
  'splits',
  'estimateMinutes',
  'taskType',
  'percentComplete',
  'state',
  'doneOn',
] as const;
/** Days that people wrote, where the schedule does not: of tasks by hand, and of those that are over. */
const heldFields = ['startOn', 'dueOn'] as const;

function changedParts({ before, after }: TaskPair): ('place' | 'length')[] {
  if (!before || !after) return ['place', 'length'];
  const isHeld = after.scheduling === 'manual' && !isSameIn(before, after, heldFields);
  const place = isHeld || !isSameIn(before, after, placeFields);
  const length = !isSameIn(before, after, lengthFields);
  return [...(place ? (['place'] as const) : []), ...(length ? (['length'] as const) : [])];
}

function isSameIn(before: PlanTask, after: PlanTask, fields: readonly (keyof PlanTask)[]): boolean {
  // As text, for pauses are lists.
  return fields.every((field) => JSON.stringify(before[field]) === JSON.stringify(after[field]));
}

function withFields(after: PlanTask, fields: readonly (keyof PlanTask)[]): PlanDifference['apply'] {
  const held = after.scheduling === 'manual' || after.state === 'done' ? heldFields : [];
  const parts = Object.fromEntries([...fields, ...held].map((field) => [field, after[field]]));
  return (plan) => ({
    ...plan,
    tasks: plan.tasks.map((task) => (task.id === after.id ? { ...task, ...parts } : task)),
  });
}

function withTask(id: TaskId, after: PlanTask | undefined): PlanDifference['apply'] {
  return (plan) => ({
    ...plan,
    tasks: [...plan.tasks.filter((task) => task.id !== id), ...(after ? [after] : [])],
  });
}

function withLinks(links: readonly LinkDifference[]): PlanDifference['apply'] {
  const ids = new Set(links.map(({ id }) => id));
  const put = links.flatMap(({ link }) => link ?? []);
  return (plan) => ({
    ...plan,
    dependencies: [...plan.dependencies.filter((link) => !ids.has(link.id)), ...put],
  });
}

function withStaff(id: TaskId, after: SchedulePlan): PlanDifference['apply'] {
  return (plan) => {
    const staff = after.assignments.filter(({ taskId }) => taskId === id);
    const known = new Set(plan.people.map((person) => person.id));
    const wanted = new Set(staff.map(({ personId }) => personId));
    const people = after.people.filter((person) => wanted.has(person.id) && !known.has(person.id));
    return {
      ...plan,
      people: [...plan.people, ...people],
      assignments: [...plan.assignments.filter(({ taskId }) => taskId !== id), ...staff],
    };
  };
}

/**
 * Dependencies that differ, under the task whose story they belong to: one that is new or gone; else,
 * where work was put in between, that work; else the later one.
 */
function linkDifferences(
  { before, after }: Both,
  tasks: {
    readonly before: ReadonlyMap<TaskId, PlanTask>;
    readonly after: ReadonlyMap<TaskId, PlanTask>;
  },
): Map<TaskId, LinkDifference[]> {
  const isNew = (id: TaskId) => tasks.before.has(id) !== tasks.after.has(id);
  const changed = changedLinks({ before, after });
  const between = new Map<TaskId, TaskId>();
  for (const { ends } of changed) {
    if (isNew(ends.predecessorId)) between.set(ends.successorId, ends.predecessorId);
  }
  return new Map(
    [
      ...groupedBy(changed, ({ ends: { predecessorId, successorId } }) => {
        if (isNew(successorId)) return successorId;
        if (isNew(predecessorId)) return predecessorId;
        return between.get(successorId) ?? successorId;
      }),
    ].map(([owner, list]) => [owner, list.map(({ id, link }) => ({ id, link }))]),
  );
}

function changedLinks({ before, after }: Both) {
  const oldLinks = new Map(before.dependencies.map((link) => [link.id, link]));
  const newLinks = new Map(after.dependencies.map((link) => [link.id, link]));
  return [...new Set([...oldLinks.keys(), ...newLinks.keys()])].flatMap((id) => {
    const [old, link] = [oldLinks.get(id), newLinks.get(id)];
    const ends = link ?? old;
    return ends === undefined || isSame(old, link) ? [] : [{ id, link, ends }];
  });
}

/** Who is on each task, as one text. */
function staffTexts(plan: SchedulePlan): Map<TaskId, string> {
  return new Map(
    [...groupedBy(plan.assignments, ({ taskId }) => taskId)].map(([id, staff]) => [
      id,
      staff
        .map(({ personId, units }) => `${personId} ${units}`)
        .toSorted(compared)
        .join(),
    ]),
  );
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => compared(a.id, b.id));
}

/** Plain values that came from the same columns: their texts are the same when they are. */
function isSame(one: unknown, other: unknown): boolean {
  return sortedText(one) === sortedText(other);
}

function sortedText(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => compared(a, b)))
        : part,
    ) ?? ''
  );
}

function compared(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
