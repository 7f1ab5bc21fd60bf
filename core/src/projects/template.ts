import { sumOf } from '../grouping.ts';
import type { RoleId } from '../id.ts';
import { type Issue, issue } from '../issue.ts';
import type { Shares } from './outline-dates.ts';

/** The two kinds of work: paid work for an account, and own work for own strategy. */
export const projectKinds = ['client', 'initiative'] as const;
/** One of the two kinds of work. */
export type ProjectKind = (typeof projectKinds)[number];

/**
 * A task of a template. Its days are shares of the whole project's length; `weight` is its share of
 * the hours of its role, in any unit. A milestone has no length and takes no hours.
 */
export type OutlineTask = Shares & {
  readonly name: string;
  readonly roleId: RoleId | null;
  readonly weight: number;
  readonly isMilestone: boolean;
};

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

/** What is wrong with an outline: shares the wrong way round, or a task outside its phase. */
export function outlineIssues(outline: TemplateOutline): Issue[] {
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
