import { addDays, later } from '../../../calendar-date.ts';
import { groupedBy } from '../../../grouping.ts';
import type { TaskId } from '../../../id.ts';
import type { DependencyType } from '../../../projects/dependency.ts';
import type { LinkType } from '../../model.ts';
import type { LevellingActivity, LevellingLink, LevellingProblem } from '../problem.ts';
import { shapeOf, type TaskShape } from './activity-of.ts';
import type { FirmWork, WorkProject, WorkTask } from './firm-work.ts';
import { type Staff, staffOf } from './staff.ts';
import { type WorkDays, workDayMinutes, workDaysFrom } from './work-days.ts';

/** The work of a firm as one levelling problem, with what is needed to read its solution. */
export type FirmProblem = {
  readonly work: FirmWork;
  readonly axis: WorkDays;
  readonly staff: Staff;
  /** Working days in which hours are those of the very day. */
  readonly lookedAt: number;
  /** The tasks that are planned: those without sub-tasks. */
  readonly tasks: readonly WorkTask[];
  readonly shapes: ReadonlyMap<TaskId, TaskShape>;
  readonly problem: LevellingProblem;
};

/**
 * What one working day late costs. A promised end of a client project at the highest priority is 100, of
 * an initiative half of that; each step of priority takes a fifth; a task's own deadline is a third of
 * its project's end.
 */
export const latenessWeights = { clientEnd: 100, initiativeEnd: 50, deadlineShare: 3 } as const;

/** Days from today on in which each person's hours are looked up one by one. */
export const nearDays = 1_100;

/**
 * All projects of a firm on its one staff as a problem in working days and minutes. Hours are those of
 * each day for so many days ahead; behind them they go on as they end. Pure and linear but for links.
 */
export function problemOf(work: FirmWork, daysAhead: number = nearDays): FirmProblem {
  const axis = workDaysFrom(work);
  const length = axis.slotOf(addDays(work.today, daysAhead));
  const staff = staffOf(work, axis, length);
  const projects = new Map(work.projects.map((project) => [project.id, project]));
  const tasks = work.tasks.filter((task) => !task.hasSubTasks && projects.has(task.projectId));
  const shapes = new Map(tasks.map((task) => [task.id, shapeOf(task, staff, axis)]));
  const activities = tasks.map((task) => {
    const project = projects.get(task.projectId);
    const shape = shapes.get(task.id);
    if (!project || !shape) throw new Error('a task without its project');
    return activityOf(task, { project, shape, axis });
  });
  const ends = work.projects.flatMap((project) => endOf(project, tasks, axis) ?? []);
  const parents = parentsOf(work, tasks, axis, projects);
  return {
    work,
    axis,
    staff,
    lookedAt: length,
    tasks,
    shapes,
    problem: {
      activities: [...activities, ...parents.activities, ...ends.map((end) => end.activity)],
      links: [
        ...linksOf(work, new Set(shapes.keys()), parents.ids),
        ...parents.links,
        ...ends.flatMap((end) => end.links),
      ],
      resources: staff.resources,
      paces: pacesOf(shapes.values()),
    },
  };
}

function activityOf(
  task: WorkTask,
  context: {
    readonly project: WorkProject;
    readonly shape: TaskShape;
    readonly axis: WorkDays;
  },
): LevellingActivity {
  const { project, shape, axis } = context;
  const current = currentOf(task, axis);
  const isFixed = task.state === 'started' || (task.isPinned && current !== null);
  const first = [project.startOn, task.notBefore].reduce((a, b) =>
    a && b ? later(a, b) : (a ?? b),
  );
  // A milestone lies at the end of its day, so of today at the earliest.
  const release = task.isMilestone
    ? Math.max(1, first === null ? 0 : axis.slotOf(addDays(first, 1)))
    : first === null
      ? 0
      : axis.slotOf(first);
  return {
    id: task.id,
    duration: shape.duration,
    demands: [],
    priority: -project.priority,
    ...(shape.parts.length === 0 ? {} : { parts: shape.parts }),
    ...(release > 0 && !isFixed ? { release } : {}),
    ...(isFixed ? { pinned: task.state === 'started' ? 0 : (current ?? 0) } : {}),
    ...(current === null ? {} : { current }),
    ...dueOf(task, project, axis),
  };
}

/** Where it lies in the plan of today; a milestone lies at the end of its day. */
function currentOf(task: WorkTask, axis: WorkDays): number | null {
  if (!task.isMilestone) return task.startOn === null ? null : axis.slotOf(task.startOn);
  return task.dueOn === null ? null : axis.slotOf(addDays(task.dueOn, 1));
}

function dueOf(task: WorkTask, project: WorkProject, axis: WorkDays) {
  if (task.deadlineOn === null) return {};
  const weight = Math.ceil(endWeight(project) / latenessWeights.deadlineShare);
  return { due: { slot: axis.slotOf(addDays(task.deadlineOn, 1)), weight } };
}

function endWeight({ kind, priority }: WorkProject): number {
  const most = kind === 'client' ? latenessWeights.clientEnd : latenessWeights.initiativeEnd;
  return (most * (6 - priority)) / 5;
}

function pacesOf(shapes: Iterable<TaskShape>) {
  const all = [...shapes].flatMap(({ paces }) => paces);
  return [...new Map(all.map((pace) => [pace.id, pace])).values()];
}

/** A moment after all tasks of a project, with the day that it was promised for. */
function endOf(project: WorkProject, tasks: readonly WorkTask[], axis: WorkDays) {
  const own = tasks.filter((task) => task.projectId === project.id);
  if (own.length === 0 || project.endOn === null) return null;
  const id = endId(project);
  const due = { slot: axis.slotOf(addDays(project.endOn, 1)), weight: endWeight(project) };
  const activity: LevellingActivity = { id, duration: 0, demands: [], due };
  const links = own.map((task) => link(task.id, id, 'finishToStart'));
  return { activity, links };
}

/** The activity that stands for the end of a project. */
export function endId(project: Pick<WorkProject, 'id'>): string {
  return `end ${project.id}`;
}

function link(from: string, to: string, type: LinkType, lag = 0): LevellingLink {
  return { from, to, type, lag };
}

type ParentIds = ReadonlyMap<TaskId, { readonly start: string; readonly finish: string }>;

/** A task with sub-tasks as two moments: before the first of them starts, after the last ends. */
function parentsOf(
  work: FirmWork,
  tasks: readonly WorkTask[],
  axis: WorkDays,
  projects: ReadonlyMap<WorkProject['id'], WorkProject>,
) {
  const byId = new Map(work.tasks.map((task) => [task.id, task]));
  const leaves = tasks.flatMap((leaf) =>
    ancestorsOf(leaf, byId).map((parent) => ({ parent, leaf })),
  );
  const ids = new Map<TaskId, { start: string; finish: string }>();
  const activities: LevellingActivity[] = [];
  const links: LevellingLink[] = [];
  for (const [parent, under] of groupedBy(leaves, (row) => row.parent)) {
    const place = { start: `start ${parent.id}`, finish: `finish ${parent.id}` };
    ids.set(parent.id, place);
    const project = projects.get(parent.projectId);
    const due = project ? dueOf(parent, project, axis) : {};
    activities.push({ id: place.start, duration: 0, demands: [] });
    activities.push({ id: place.finish, duration: 0, demands: [], ...due });
    for (const { leaf } of under) {
      links.push(link(place.start, leaf.id, 'startToStart'));
      links.push(link(leaf.id, place.finish, 'finishToStart'));
    }
  }
  return { ids, activities, links };
}

function ancestorsOf(task: WorkTask, byId: ReadonlyMap<TaskId, WorkTask>): readonly WorkTask[] {
  const found: WorkTask[] = [];
  let parent = task.parentId === null ? undefined : byId.get(task.parentId);
  while (parent !== undefined && !found.includes(parent)) {
    found.push(parent);
    parent = parent.parentId === null ? undefined : byId.get(parent.parentId);
  }
  return found;
}

const linkTypeOf: Record<DependencyType, LinkType> = {
  'finish-start': 'finishToStart',
  'start-start': 'startToStart',
  'finish-finish': 'finishToFinish',
  'start-finish': 'startToFinish',
};

/** Dependencies between open tasks; what is done holds nothing up. */
function linksOf(
  work: FirmWork,
  leaves: ReadonlySet<TaskId>,
  parents: ParentIds,
): readonly LevellingLink[] {
  const endName = (id: TaskId, end: 'start' | 'finish'): string | null =>
    leaves.has(id) ? id : (parents.get(id)?.[end] ?? null);
  return work.dependencies.flatMap(({ predecessorId, successorId, type, lagMinutes }) => {
    const fromEnd = type === 'start-start' || type === 'start-finish' ? 'start' : 'finish';
    const toEnd = type === 'finish-start' || type === 'start-start' ? 'start' : 'finish';
    const from = endName(predecessorId, fromEnd);
    const to = endName(successorId, toEnd);
    if (from === null || to === null) return [];
    return [link(from, to, linkTypeOf[type], Math.ceil(lagMinutes / workDayMinutes))];
  });
}
