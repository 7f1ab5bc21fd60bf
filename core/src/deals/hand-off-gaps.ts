import type { DraftProject, Gap, HandOffInput } from './hand-off.ts';
import type { HandOffDates } from './hand-off-dates.ts';
import type { HandOffPlan } from './hand-off-plan.ts';

/** What the project manager must still settle, the gravest first; empty when all is there. */
export function handOffGaps(
  { deal, today }: Pick<HandOffInput, 'deal' | 'today'>,
  made: {
    readonly dates: HandOffDates;
    readonly plan: HandOffPlan;
    readonly project: DraftProject;
  },
): Gap[] {
  const { project, dates, plan } = made;
  const startOn = project.startOn;
  const idle = idleTasks(plan);
  const checks: readonly (readonly [boolean, Gap['code'], string])[] = [
    [project.projectManagerId === null, 'no-project-manager', 'Nobody is project manager yet.'],
    [project.ownerId === null, 'no-owner', 'Nobody is accountable as owner yet.'],
    [project.accountId === null, 'no-account', 'The deal names no account.'],
    [deal.demand.length === 0, 'no-hours', 'The deal says no hours: the tasks have no estimates.'],
    [startOn === null, 'no-start', 'The deal says no start of delivery: choose one.'],
    [project.endOn === null, 'no-end', 'The deal says no end of delivery: choose one.'],
    [dates.isEndTooEarly, 'end-too-early', 'The chosen end lies before the start.'],
    [
      startOn !== null && startOn < today,
      'start-in-the-past',
      `The start, ${startOn}, lies in the past: choose another, or go on with it.`,
    ],
    [project.scope === '', 'no-scope', 'The deal says nothing about the scope.'],
    [project.price === null, 'no-price', 'The deal has no value: the project has no price.'],
  ];
  return [
    ...checks.flatMap(([isOpen, code, message]) => (isOpen ? [{ code, message }] : [])),
    ...plan.rolesWithoutTask.map(
      (role): Gap => ({
        code: 'role-without-task',
        message: `The template has no task for ${role}: "${role} work" was added with the sold hours.`,
      }),
    ),
    ...(deal.demand.length > 0 && idle.length > 0
      ? [{ code: 'tasks-without-hours' as const, message: idleMessage(idle) }]
      : []),
  ];
}

/** Tasks for whose role no hours were sold. */
function idleTasks({ tasks }: HandOffPlan): string[] {
  const parents = new Set(tasks.map((task) => task.parentIndex));
  return tasks
    .filter((task, index) => !task.isMilestone && !parents.has(index))
    .filter((task) => task.roleId !== null && task.estimateMinutes === null)
    .map((task) => task.name);
}

function idleMessage(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `"${name}"`);
  const rest = names.length - shown.length;
  const list = rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
  return `No hours were sold for the roles of ${list}: estimate them or take them out.`;
}
