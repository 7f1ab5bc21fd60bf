import { groupedBy } from '../grouping.ts';
import type { RoleId } from '../id.ts';
import { allocate } from '../money.ts';
import { estimateRange, noSpread } from '../projects/estimate-spread.ts';
import type { Stretch } from '../projects/outline-dates.ts';
import {
  type PlannedTask,
  type ProjectPlan,
  parentIndexes,
  planOfOutline,
} from '../projects/plan.ts';
import type { HandOffInput, Origin } from './hand-off.ts';
import type { HandOffDates } from './hand-off-dates.ts';

/** Phases and tasks with the sold hours on them, and the origin of every value. */
export type HandOffPlan = ProjectPlan & {
  readonly origins: readonly Origin[];
  /** Names of the sold roles for which the template has no task; each got one of its own. */
  readonly rolesWithoutTask: readonly string[];
};

/** Work on its way into the plan: a task with the origins of its values, still without its index. */
type Draft = { readonly task: PlannedTask; readonly origins: readonly TaskOrigin[] };
type TaskOrigin = Omit<Origin, 'subject' | 'index'>;

/**
 * The phases and tasks of the template over the project's days. The sold minutes of each role are
 * shared among its tasks by weight, to the minute; a role without a task gets one, and the next step
 * agreed in the sale becomes the first task, so that nothing sold is lost.
 */
export function handOffPlan(input: HandOffInput, dates: HandOffDates): HandOffPlan {
  const days = dates.start && dates.end ? { startOn: dates.start.on, endOn: dates.end.on } : null;
  const outline = input.template?.outline ?? { durationWeekdays: 1, phases: [] };
  const plan = planOfOutline(outline, days);
  const { minutes, uncovered } = sharedMinutes(input);
  const first = nextStepTask(input, { days, hasPhases: plan.phases.length > 0 });
  const drafts = [
    ...first,
    ...plan.tasks.map((task, index) =>
      templateTask(movedOn(task, first.length), minutes.get(index) ?? null, input),
    ),
    ...uncovered.map((line) => roleTask(line, days, input)),
  ];
  return {
    phases: plan.phases,
    tasks: drafts.map(({ task }) => task),
    origins: [
      ...plan.phases.flatMap((phase, index) =>
        [
          fromTemplate('name', phase.name, input),
          ...computed('startOn', phase.startOn, phaseBasis),
          ...computed('endOn', phase.endOn, phaseBasis),
        ].map((origin) => ({ subject: 'phase' as const, index, ...origin })),
      ),
      ...drafts.flatMap(({ origins }, index) =>
        origins.map((origin) => ({ subject: 'task' as const, index, ...origin })),
      ),
    ],
    rolesWithoutTask: uncovered.map((line) => roleName(line.roleId, input)),
  };
}

const phaseBasis = "the phase's share of the project's weekdays";
const taskBasis = "the task's share of the project's weekdays";

/** A task of a plan that so many others have been put in front of. */
function movedOn(task: PlannedTask, count: number): PlannedTask {
  return {
    ...task,
    parentIndex: task.parentIndex === null ? null : task.parentIndex + count,
    after: task.after.map((other) => ({ ...other, index: other.index + count })),
  };
}

/** Minutes by position of the template's task, and the lines for whose role there is none. */
function sharedMinutes({ deal, template }: HandOffInput) {
  const all = (template?.outline.phases ?? []).flatMap((phase, phaseIndex) =>
    phase.tasks.map((task) => ({ ...task, phaseIndex })),
  );
  // Hours stand on tasks without sub-tasks only, so that they are counted once.
  const parents = new Set(parentIndexes(all));
  const worked = all
    .map((task, index) => ({ task, index }))
    .filter(({ task, index }) => !task.isMilestone && task.roleId !== null && !parents.has(index));
  const byRole = groupedBy(worked, ({ task }) => task.roleId);
  const minutes = new Map<number, number>();
  const uncovered: { roleId: RoleId; minutes: number }[] = [];
  for (const line of deal.demand) {
    const tasks = byRole.get(line.roleId) ?? [];
    if (tasks.length === 0) uncovered.push(line);
    const parts = allocate(
      line.minutes,
      tasks.map(({ task }) => task.weight),
    );
    for (const [place, { index }] of tasks.entries()) minutes.set(index, parts[place] ?? 0);
  }
  return { minutes, uncovered };
}

function templateTask(task: PlannedTask, minutes: number | null, input: HandOffInput): Draft {
  const role = task.roleId === null ? [] : [fromTemplate('roleId', task.roleId, input)];
  return {
    task: { ...task, estimateMinutes: minutes },
    origins: [
      fromTemplate('name', task.name, input),
      ...role,
      ...(['notes', 'acceptance'] as const).flatMap((field) =>
        task[field] === '' ? [] : [fromTemplate(field, task[field], input)],
      ),
      ...(minutes === null ? [] : [fromDeal('estimateMinutes', minutes, 'demand', input)]),
      ...Object.entries(estimateRange(minutes, task.spread ?? noSpread)).flatMap(
        ([field, value]) => (value === null ? [] : [fromTemplate(field, value, input)]),
      ),
      ...computed('startOn', task.startOn, taskBasis),
      ...computed('dueOn', task.dueOn, taskBasis),
    ],
  };
}

function roleTask(
  line: { readonly roleId: RoleId; readonly minutes: number },
  days: Stretch | null,
  input: HandOffInput,
): Draft {
  const basis = 'the days of the project';
  const task = {
    ...emptyTask,
    name: `${roleName(line.roleId, input)} work`,
    roleId: line.roleId,
    estimateMinutes: line.minutes,
    startOn: days?.startOn ?? null,
    dueOn: days?.endOn ?? null,
  };
  return {
    task,
    origins: [
      fromDeal('name', task.name, 'demand', input),
      fromDeal('roleId', line.roleId, 'demand', input),
      fromDeal('estimateMinutes', line.minutes, 'demand', input),
      ...computed('startOn', task.startOn, basis),
      ...computed('dueOn', task.dueOn, basis),
    ],
  };
}

function nextStepTask(
  input: HandOffInput,
  place: { readonly days: Stretch | null; readonly hasPhases: boolean },
): Draft[] {
  const { nextStep } = input.deal;
  if (nextStep === '') return [];
  const task = {
    ...emptyTask,
    phaseIndex: place.hasPhases ? 0 : null,
    name: 'Next step agreed in the sale',
    notes: nextStep,
    dueOn: place.days?.startOn ?? null,
  };
  return [
    {
      task,
      origins: [
        ...computed('name', task.name, 'made for the next step'),
        fromDeal('notes', nextStep, 'nextStep', input),
        ...computed('dueOn', task.dueOn, 'the start of the project'),
      ],
    },
  ];
}

const emptyTask: PlannedTask = {
  phaseIndex: null,
  name: '',
  notes: '',
  roleId: null,
  estimateMinutes: null,
  startOn: null,
  dueOn: null,
  isMilestone: false,
  parentIndex: null,
  acceptance: '',
  checklist: [],
  assigneeIds: [],
  after: [],
};

function fromTemplate(
  field: string,
  value: string | number,
  { template }: HandOffInput,
): TaskOrigin {
  return { field, source: 'template', sourceId: template?.id ?? null, sourceField: field, value };
}

function fromDeal(
  field: string,
  value: string | number,
  sourceField: string,
  { deal }: HandOffInput,
): TaskOrigin {
  return { field, source: 'deal', sourceId: deal.id, sourceField, value };
}

function computed(field: string, value: string | null, basis: string): TaskOrigin[] {
  return value === null
    ? []
    : [{ field, source: 'computed', sourceId: null, sourceField: basis, value }];
}

function roleName(id: RoleId, { roles }: HandOffInput): string {
  return roles.find((role) => role.id === id)?.name ?? 'Other';
}
