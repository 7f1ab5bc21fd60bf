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
 * minutes; of equals the first. Null when there are none.
 */
export function bestTemplate<T extends { readonly outline: TemplateOutline }>(
  templates: readonly T[],
  demand: readonly { readonly roleId: RoleId; readonly minutes: number }[],
): T | null {
  let best: T | null = null;
  let bestMinutes = -1;
  for (const template of templates) {
    const roles = workedRoles(template.outline);
    let minutes = 0;
    for (const line of demand) if (roles.has(line.roleId)) minutes += line.minutes;
    if (minutes > bestMinutes) {
      best = template;
      bestMinutes = minutes;
    }
  }
  return best;
}

/** The roles that have tasks in an outline which can take hours. */
export function workedRoles(outline: TemplateOutline): Set<RoleId> {
  const roles = new Set<RoleId>();
  for (const task of outline.phases.flatMap((phase) => phase.tasks)) {
    if (task.roleId !== null && !task.isMilestone) roles.add(task.roleId);
  }
  return roles;
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
