import { sumOf } from '../grouping.ts';
import type { RoleId, TaskId } from '../id.ts';
import { type Issue, issue } from '../issue.ts';
import { type Dependency, loopOfDependency } from './dependency.ts';
import { type EstimateSpread, noSpread } from './estimate-spread.ts';
import type { Shares } from './outline-dates.ts';
import { type PlannedDependency, parentIndexes } from './plan.ts';

/** The two kinds of work: paid work for an account, and own work for own strategy. */
export const projectKinds = ['client', 'initiative'] as const;
/** One of the two kinds of work. */
export type ProjectKind = (typeof projectKinds)[number];

/**
 * A task of a template. Its days are shares of the whole project's length; `weight` is its share of
 * the hours of its role, in any unit. A milestone has no length and takes no hours.
 */
export type OutlineTask = Shares &
  EstimateSpread & {
    readonly name: string;
    readonly roleId: RoleId | null;
    readonly weight: number;
    readonly isMilestone: boolean;
    /** Depth in the tree of its phase: part of the nearest task before it that stands higher. */
    readonly level: number;
    /** Hours when none were sold; null leaves them open. */
    readonly estimateMinutes: number | null;
    readonly notes: string;
    /** What must have happened for it to count as done. */
    readonly acceptance: string;
    readonly checklist: readonly string[];
    /** What it waits for, by place among all tasks of the template. */
    readonly after: readonly PlannedDependency[];
  };

/** What a task of a template has unless it says otherwise. */
export const plainTask = {
  level: 0,
  estimateMinutes: null,
  ...noSpread,
  notes: '',
  acceptance: '',
  checklist: [],
  after: [],
} as const satisfies Partial<OutlineTask>;

/** A phase of a template. Its days are shares of the whole project's length. */
export type OutlinePhase = Shares & {
  readonly name: string;
  readonly tasks: readonly OutlineTask[];
};

/** The shape of a project: how long it takes unless dates are given, its phases and tasks. */
export type TemplateOutline = {
  readonly durationWeekdays: number;
  readonly phases: readonly OutlinePhase[];
};

/** A shape from which projects are made. */
export type Template<Id extends string = string> = {
  readonly id: Id;
  readonly name: string;
  readonly outline: TemplateOutline;
};

/** An outline as it may have been kept before tasks could have parts. */
export type KeptOutline = Omit<TemplateOutline, 'phases'> & {
  readonly phases: readonly (Omit<OutlinePhase, 'tasks'> & {
    readonly tasks: readonly (Omit<OutlineTask, keyof typeof plainTask> & Partial<OutlineTask>)[];
  })[];
};

/** A kept outline with everything that was not kept then. */
export function completeOutline(kept: KeptOutline): TemplateOutline {
  return {
    ...kept,
    phases: kept.phases.map((phase) => ({
      ...phase,
      tasks: phase.tasks.map((task) => ({ ...plainTask, ...task })),
    })),
  };
}

/**
 * What is wrong with an outline: shares the wrong way round, a task outside its phase, one that waits
 * for something that is not there, or for itself.
 */
export function outlineIssues(outline: TemplateOutline): Issue[] {
  return [...shapeIssues(outline), ...waitingIssues(outline)];
}

function shapeIssues(outline: TemplateOutline): Issue[] {
  return outline.phases.flatMap((phase, phaseIndex) => {
    const path = ['phases', phaseIndex] as const;
    return [
      ...shareIssues(phase, path),
      ...phase.tasks.flatMap((task, taskIndex) =>
        taskIssues(task, phase, [...path, 'tasks', taskIndex]),
      ),
    ];
  });
}

function waitingIssues(outline: TemplateOutline): Issue[] {
  const tasks = outline.phases.flatMap((phase, phaseIndex) =>
    phase.tasks.map((task, taskIndex) => ({ ...task, phaseIndex, taskIndex })),
  );
  const parents = parentIndexes(tasks);
  // A place stands for an id: both only have to be different from each other.
  const idOf = (place: number) => `${place}` as TaskId;
  const places = tasks.map((_, index) => {
    const parent = parents[index] ?? null;
    return { id: idOf(index), parentId: parent === null ? null : idOf(parent) };
  });
  const known: Dependency[] = [];
  return tasks.flatMap((task, index) =>
    task.after.flatMap(({ index: before, ...dependency }) => {
      const path = ['phases', task.phaseIndex, 'tasks', task.taskIndex, 'after'] as const;
      const predecessor = tasks[before];
      if (!predecessor)
        return [issue(path, 'unknown', `"${task.name}" waits for no task there is`)];
      const added = { predecessorId: idOf(before), successorId: idOf(index), ...dependency };
      const loop = loopOfDependency(places, known, added);
      if (!loop) known.push(added);
      return loop
        ? [issue(path, 'loop', loopInWords(loop.map((id) => tasks[Number(id)]?.name)))]
        : [];
    }),
  );
}

function loopInWords(names: readonly (string | undefined)[]): string {
  return `would wait for itself: ${names.map((name) => `“${name ?? ''}”`).join(' → ')}`;
}

/**
 * The template that fits what was sold best: the one whose tasks can take the most of the sold
 * minutes; of those the one whose tasks are spread over the roles most like the sold minutes are; of
 * equals the first. Null when there are none.
 */
export function bestTemplate<T extends { readonly outline: TemplateOutline }>(
  templates: readonly T[],
  demand: readonly { readonly roleId: RoleId; readonly minutes: number }[],
): T | null {
  const sold = sharesOf(demand.map((line) => [line.roleId, line.minutes]));
  const rated = templates.map((template) => {
    const worked = sharesOf(workedTasks(template.outline).map((task) => [task.roleId, 1]));
    const covered = sumOf(demand, (line) => (worked.has(line.roleId) ? line.minutes : 0));
    return { template, covered, distance: distanceOf(sold, worked) };
  });
  rated.sort((a, b) => b.covered - a.covered || a.distance - b.distance);
  return rated[0]?.template ?? null;
}

function workedTasks(outline: TemplateOutline) {
  return outline.phases.flatMap((phase) =>
    phase.tasks.flatMap(({ roleId, isMilestone }) =>
      roleId === null || isMilestone ? [] : [{ roleId }],
    ),
  );
}

/** The part of each role in the whole, from 0 to 1. */
function sharesOf(amounts: readonly (readonly [RoleId, number])[]): Map<RoleId, number> {
  const whole = sumOf(amounts, ([, amount]) => amount);
  const shares = new Map<RoleId, number>();
  for (const [roleId, amount] of amounts)
    shares.set(roleId, (shares.get(roleId) ?? 0) + amount / whole);
  return shares;
}

/** How unlike two mixes are: the sum of the differences of their shares, from 0 to 2. */
function distanceOf(a: ReadonlyMap<RoleId, number>, b: ReadonlyMap<RoleId, number>): number {
  const roles = [...new Set([...a.keys(), ...b.keys()])];
  return sumOf(roles, (role) => Math.abs((a.get(role) ?? 0) - (b.get(role) ?? 0)));
}

function taskIssues(task: OutlineTask, phase: OutlinePhase, path: Issue['path']): Issue[] {
  const issues = shareIssues(task, path);
  if (task.startShare < phase.startShare || task.endShare > phase.endShare) {
    const message = `"${task.name}" lies outside its phase "${phase.name}"`;
    issues.push(issue([...path, 'startShare'], 'outside-phase', message));
  }
  if (task.isMilestone && task.weight > 0) {
    issues.push(issue([...path, 'weight'], 'milestone', 'a milestone takes no hours'));
  }
  return issues;
}

function shareIssues(shares: Shares, path: Issue['path']): Issue[] {
  return shares.endShare < shares.startShare
    ? [issue([...path, 'endShare'], 'too-early', 'ends before it starts')]
    : [];
}
