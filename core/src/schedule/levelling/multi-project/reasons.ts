import type { CalendarDate } from '../../../calendar-date.ts';
import { entryOf } from '../../../grouping.ts';
import type { PersonId, RoleId, TaskId } from '../../../id.ts';
import type { LevelledActivity, LevellingActivity, LevellingLink } from '../problem.ts';
import type { WorkTask } from './firm-work.ts';
import type { FirmProblem } from './problem-of.ts';
import { type Usage, usageOf, type WorkReader, workReader } from './usage.ts';

/** Why a task starts when it does: the thing that keeps it from starting a day earlier. */
export type StartReason =
  /** It has begun. */
  | { readonly kind: 'started' }
  /** A person has fixed its day. */
  | { readonly kind: 'pinned' }
  /** At once. */
  | { readonly kind: 'today' }
  /** Its project starts then, or somebody said "not before". */
  | { readonly kind: 'not-before'; readonly day: CalendarDate; readonly isProjectStart: boolean }
  /** What it waits for ends (or starts) then. */
  | { readonly kind: 'after'; readonly taskIds: readonly TaskId[] }
  /** This person is busy until then with these tasks. */
  | {
      readonly kind: 'person-busy';
      readonly personId: PersonId;
      readonly taskIds: readonly TaskId[];
    }
  /** Everybody of the role is. */
  | { readonly kind: 'role-busy'; readonly roleId: RoleId; readonly taskIds: readonly TaskId[] }
  /** This person is not at work before. */
  | { readonly kind: 'away'; readonly personId: PersonId }
  /** Nothing forbids an earlier start, but nothing promised would be sooner by it. */
  | { readonly kind: 'no-gain' };

/** The reason of every planned task. About quadratic where one person has very many tasks. */
export function startReasons(
  firm: FirmProblem,
  levelled: readonly LevelledActivity[],
): ReadonlyMap<TaskId, StartReason> {
  const context = contextOf(firm, levelled);
  return new Map(firm.tasks.map((task) => [task.id, reasonOf(task, context)]));
}

type Context = {
  readonly firm: FirmProblem;
  readonly activities: ReadonlyMap<string, LevellingActivity>;
  readonly placed: ReadonlyMap<string, LevelledActivity>;
  readonly linksTo: ReadonlyMap<string, readonly LevellingLink[]>;
  readonly taskIds: ReadonlySet<string>;
  /** By resource: the tasks that take of it, and where they lie. */
  readonly takers: ReadonlyMap<string, readonly Taker[]>;
  readonly usage: Usage;
  readonly reader: WorkReader;
};

type Taker = {
  readonly id: TaskId;
  readonly activity: LevellingActivity;
  readonly place: LevelledActivity;
};

function contextOf(firm: FirmProblem, levelled: readonly LevelledActivity[]): Context {
  const linksTo = new Map<string, LevellingLink[]>();
  for (const link of firm.problem.links) {
    const list = linksTo.get(link.to) ?? [];
    list.push(link);
    linksTo.set(link.to, list);
  }
  const activities = new Map(firm.problem.activities.map((activity) => [activity.id, activity]));
  const placed = new Map(levelled.map((activity) => [activity.id, activity]));
  return {
    firm,
    activities,
    placed,
    linksTo,
    takers: takersOf(firm, activities, placed),
    taskIds: new Set(firm.tasks.map((task) => task.id)),
    usage: usageOf(firm.problem, levelled),
    reader: workReader(firm.problem),
  };
}

function takersOf(
  firm: FirmProblem,
  activities: Context['activities'],
  placed: Context['placed'],
): Context['takers'] {
  const takers = new Map<string, Taker[]>();
  for (const { id } of firm.tasks) {
    const activity = activities.get(id);
    const place = placed.get(id);
    if (!activity || !place) continue;
    for (const resource of resourcesOf(activity)) {
      entryOf(takers, resource, () => []).push({ id, activity, place });
    }
  }
  return takers;
}

function resourcesOf({ parts = [] }: LevellingActivity): ReadonlySet<string> {
  return new Set(parts.flatMap(({ takes }) => takes.map(({ resource }) => resource)));
}

function reasonOf(task: WorkTask, context: Context): StartReason {
  if (task.state === 'started') return { kind: 'started' };
  const activity = context.activities.get(task.id);
  const start = context.placed.get(task.id)?.start ?? 0;
  if (activity?.pinned !== undefined) return { kind: 'pinned' };
  if (activity === undefined || start === 0) return { kind: 'today' };
  const waits = waitsFor(activity, context);
  if (waits.length > 0) return { kind: 'after', taskIds: waits };
  if (activity.release === start) return notBefore(task, context);
  return (
    awayReason(task, start, context) ?? busyReason(activity, start, context) ?? { kind: 'no-gain' }
  );
}

/** The tasks whose links allow no earlier start; through a task with sub-tasks, those of them. */
function waitsFor(activity: LevellingActivity, context: Context): readonly TaskId[] {
  const own = context.placed.get(activity.id);
  if (own === undefined) return [];
  const found = (context.linksTo.get(activity.id) ?? []).flatMap((link): readonly TaskId[] => {
    const other = context.placed.get(link.from);
    if (other === undefined) return [];
    const reached =
      link.type === 'finishToStart' || link.type === 'finishToFinish' ? other.finish : other.start;
    const bound = link.type === 'finishToStart' || link.type === 'startToStart';
    if (reached + link.lag !== (bound ? own.start : own.finish)) return [];
    // Ids of planned tasks are task ids; the others are moments between them.
    if (context.taskIds.has(link.from)) return [link.from as TaskId];
    const before = context.activities.get(link.from);
    return before === undefined ? [] : waitsFor(before, context);
  });
  return [...new Set(found)];
}

function notBefore(task: WorkTask, { firm }: Context): StartReason {
  const project = firm.work.projects.find(({ id }) => id === task.projectId);
  const day = task.notBefore ?? project?.startOn ?? firm.work.today;
  const isProjectStart = project?.startOn != null && project.startOn >= day;
  return {
    kind: 'not-before',
    day: isProjectStart ? (project?.startOn ?? day) : day,
    isProjectStart,
  };
}

/** One of its people is off in the working day before. */
function awayReason(task: WorkTask, start: number, { firm }: Context): StartReason | null {
  for (const { personId } of task.assignees) {
    if (firm.staff.people.get(personId)?.minutes[start - 1] === 0)
      return { kind: 'away', personId };
  }
  return null;
}

/** The first of its resources that lacks capacity when it starts a day earlier, and to whom it gives it. */
function busyReason(
  activity: LevellingActivity,
  start: number,
  context: Context,
): StartReason | null {
  const own = new Map(context.reader.days(activity, start).map((day) => [day.slot, day.taken]));
  const earlier = context.reader.days(activity, start - 1);
  for (const resource of resourcesOf(activity)) {
    const usage = context.usage.get(resource);
    if (usage === undefined) continue;
    const full = earlier.find(({ slot, taken }) => {
      const others = (usage.taken[slot] ?? 0) - (own.get(slot)?.get(resource) ?? 0);
      return others + (taken.get(resource) ?? 0) > (usage.capacity[slot] ?? 0);
    });
    if (full !== undefined)
      return busyWith(resource, { slot: full.slot, but: activity.id }, context);
  }
  return null;
}

function busyWith(
  resource: string,
  at: { readonly slot: number; readonly but: string },
  context: Context,
): StartReason {
  const { firm, reader } = context;
  const busy = (context.takers.get(resource) ?? []).flatMap(({ id, activity, place }) => {
    if (id === at.but || place.start > at.slot || place.finish <= at.slot) return [];
    const day = reader.days(activity, place.start).find(({ slot }) => slot === at.slot);
    const amount = day?.taken.get(resource) ?? 0;
    return amount > 0 ? [{ id, amount }] : [];
  });
  busy.sort((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1));
  const taskIds = busy.slice(0, 3).map(({ id }) => id);
  const person = [...firm.staff.people].find(([, member]) => member.resource === resource);
  if (person) return { kind: 'person-busy', personId: person[0], taskIds };
  const role = [...firm.staff.pools].find(([, pool]) => pool.resource === resource);
  return role ? { kind: 'role-busy', roleId: role[0], taskIds } : { kind: 'no-gain' };
}
