import type { BaselineComparison } from '@evenkeel/contract/baselines';
import type { DependencyView } from '@evenkeel/contract/dependencies';
import type { PhaseView, ProjectRow } from '@evenkeel/contract/projects';
import type { ScenarioDatesView } from '@evenkeel/contract/scenario-dates';
import type { TaskRow } from '@evenkeel/contract/tasks';
import { type CalendarDate, dayNumber } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import { lagDayMinutes } from '@evenkeel/core/projects/dependency';
import { treeOrder } from '@evenkeel/core/projects/task-tree';
import { formatNumber, formatPercent } from '../../ui/format/number.ts';
import { dayMinutes, type WorkingHours } from '../../ui/gantt/gantt-scale.ts';
import type {
  GanttConstraint,
  GanttLink,
  GanttPoint,
  GanttSpan,
  GanttTask,
} from '../../ui/gantt/gantt-task.ts';

/** When a day of work begins and ends where nothing else is known. */
export const workingHours: WorkingHours = { from: 8 * 60, to: 17 * 60 };

/** What the engine knows of a task beside its days. */
export type TaskInsight = {
  readonly span: GanttSpan;
  readonly isCritical: boolean;
  readonly slackUntil: number | null;
  readonly durationMinutes: number | null;
  /** Its stretches where it pauses. */
  readonly parts?: readonly GanttSpan[];
  /** A bound that somebody set on its dates. */
  readonly constraint?: GanttConstraint;
  /** What holds it where it is, in a few words. */
  readonly note?: string;
};

type PlanInput = {
  readonly phases: readonly PhaseView[];
  readonly tasks: readonly TaskRow[];
  readonly today: CalendarDate;
  readonly mayWrite: boolean;
  readonly insights?: ReadonlyMap<string, TaskInsight>;
  readonly baselines?: ReadonlyMap<string, GanttSpan>;
  readonly scenario?: ReadonlyMap<string, GanttSpan>;
};

/** A plan as lines: each phase with its tasks below it, sub-tasks below theirs. */
export function planLines(input: PlanInput): GanttTask[] {
  const { phases, tasks } = input;
  const known = new Set<string>(phases.map(({ id }) => id));
  const byPhase = groupedBy(tasks, ({ phaseId }) =>
    phaseId !== null && known.has(phaseId) ? phaseId : null,
  );
  const lines = phases.flatMap((phase) => {
    const own = byPhase.get(phase.id) ?? [];
    const below = treeOrder(own).map(({ task }) => taskLine(task, input, phase.id));
    return [phaseLine(phase, below), ...below];
  });
  const loose = treeOrder(byPhase.get(null) ?? []).map(({ task }) => taskLine(task, input, null));
  return [...lines, ...loose];
}

/** Dependencies as links; those whose ends are not both on the chart are left out by it. */
export function planLinks(dependencies: readonly DependencyView[]): GanttLink[] {
  return dependencies.map(({ id, predecessor, successor, type, lagMinutes, isBroken }) => ({
    id,
    from: predecessor.id,
    to: successor.id,
    type,
    lag: lagText(lagMinutes),
    isBroken,
  }));
}

/** Where tasks stood in the plan that is compared with. */
export function baselineSpans({ rows }: BaselineComparison): Map<string, GanttSpan> {
  return new Map(
    rows.flatMap(({ taskId, baseline, isMilestone }) => {
      const span = baseline && spanOfDays(baseline.startOn, baseline.dueOn);
      if (!span) return [];
      return [[taskId, isMilestone ? { ...span, start: span.finish } : span] as const];
    }),
  );
}

type PortfolioInput = {
  readonly projects: readonly ProjectRow[];
  readonly tasks: readonly TaskRow[];
  readonly today: CalendarDate;
  readonly mayWrite: boolean;
  readonly insights?: ReadonlyMap<string, TaskInsight>;
  readonly scenario?: ReadonlyMap<string, GanttSpan>;
};

/** Projects of both kinds as lines, with their milestones on them and their tasks below. */
export function portfolioLines(given: PortfolioInput): GanttTask[] {
  const { projects, tasks, today, mayWrite, insights, scenario } = given;
  const byProject = groupedBy(tasks, ({ project }) => project.id);
  const input = {
    phases: [],
    today,
    mayWrite,
    ...(insights ? { insights } : {}),
    ...(scenario ? { scenario } : {}),
  };
  return projects.flatMap((project) => {
    const own = byProject.get(project.id) ?? [];
    const below = treeOrder(own).map(({ task }) =>
      taskLine(task, { ...input, tasks: own }, project.id),
    );
    return [projectLine(project, { tasks: own, below, today }), ...below];
  });
}

/** The days from the morning of the first to the evening of the last; one alone is both. */
export function spanOfDays(start: CalendarDate | null, end: CalendarDate | null): GanttSpan | null {
  const first = start ?? end;
  const last = end ?? start;
  if (!first || !last) return null;
  return {
    start: dayNumber(first) * dayMinutes + workingHours.from,
    finish: dayNumber(last) * dayMinutes + workingHours.to,
  };
}

function taskLine(task: TaskRow, input: PlanInput, above: string | null): GanttTask {
  const isSummary = task.subTasks !== null;
  const insight = input.insights?.get(task.id);
  return {
    id: task.id,
    parentId: task.parentId ?? above,
    name: task.name,
    href: `/tasks/${task.id}`,
    span: spanOfTask(task, insight),
    ...insightOf(insight, isSummary),
    kind: isSummary ? 'summary' : task.isMilestone ? 'milestone' : 'task',
    progress: progressOf(task),
    isLate: isLate(task, input.today),
    deadline: spanOfDays(null, task.deadlineOn)?.finish ?? null,
    durationMinutes: insight?.durationMinutes ?? task.durationMinutes,
    baseline: input.baselines?.get(task.id) ?? null,
    scenario: input.scenario?.get(task.id) ?? null,
    resources: task.assignees.map(resourceName),
    tone: isSummary ? 'neutral' : task.project.kind,
    points: [],
    isMovable: input.mayWrite && !isSummary,
    ...(task.project.kind === 'client'
      ? { flag: { label: 'The client sees it', isOn: task.isClientVisible } }
      : {}),
  };
}

/** What the engine knows of a task: whether it is critical, how far it may slip, what holds it. */
function insightOf(
  insight: TaskInsight | undefined,
  isSummary: boolean,
): Pick<GanttTask, 'isCritical' | 'slackUntil' | 'parts' | 'constraint' | 'note'> {
  const { isCritical = false, slackUntil = null, parts, constraint, note } = insight ?? {};
  if (isSummary) return { isCritical, slackUntil: null };
  return {
    isCritical,
    slackUntil,
    ...(parts ? { parts } : {}),
    ...(constraint ? { constraint } : {}),
    ...(note === undefined ? {} : { note }),
  };
}

/** Somebody on a task, with their share of time where it is not all of it. */
function resourceName({ name, units }: TaskRow['assignees'][number]): string {
  return units < 10_000 ? `${name} ${formatPercent(units)}` : name;
}

/** To the minute where the engine has placed it, else its days. */
function spanOfTask(task: TaskRow, insight: TaskInsight | undefined): GanttSpan | null {
  const days = spanOfDays(task.startOn, task.dueOn);
  const span = days && insight ? insight.span : days;
  return span && task.isMilestone ? { start: span.finish, finish: span.finish } : span;
}

function phaseLine(phase: PhaseView, below: readonly GanttTask[]): GanttTask {
  return {
    ...summaryOf(below, spanOfDays(phase.startOn, phase.endOn)),
    id: phase.id,
    parentId: null,
    name: phase.name,
    kind: 'summary',
    tone: 'neutral',
  };
}

type ProjectParts = {
  readonly tasks: readonly TaskRow[];
  readonly below: readonly GanttTask[];
  readonly today: CalendarDate;
};

/** A project lies where its tasks lie; the end that was agreed is its deadline. */
function projectLine(project: ProjectRow, { tasks, below, today }: ProjectParts): GanttTask {
  const { figures, startOn, endOn } = project;
  const agreed = spanOfDays(startOn, endOn);
  const planned = summaryOf(below, null).span;
  const end = spanOfDays(null, endOn)?.finish ?? null;
  const isPast = endOn !== null && endOn < today;
  const isTooLong = end !== null && planned !== null && planned.finish > end;
  return {
    ...summaryOf(below, planned ? null : agreed),
    deadline: end,
    // Its tasks are critical, it is not.
    isCritical: false,
    id: project.id,
    parentId: null,
    name: project.name,
    href: `/${project.kind === 'client' ? 'client-projects' : 'initiatives'}/${project.id}/gantt`,
    kind: 'project',
    progress: figures.taskCount === 0 ? 0 : figures.doneCount / figures.taskCount,
    isLate: project.state !== 'completed' && (isPast || isTooLong),
    resources: project.projectManager ? [project.projectManager.name] : [],
    tone: project.kind,
    points: tasks.filter(({ isMilestone }) => isMilestone).flatMap((task) => pointOf(task, today)),
  };
}

/** What a line is whose dates come from below: those it was given where nothing stands below it. */
function summaryOf(below: readonly GanttTask[], own: GanttSpan | null) {
  const spans = [own, ...below.map(({ span }) => span)].filter((span) => span !== null);
  const leaves = below.filter(({ kind }) => kind !== 'summary');
  const done = leaves.filter(({ progress }) => progress === 1).length;
  const [first, ...rest] = spans;
  return {
    span: first ? rest.reduce(covering, first) : null,
    progress: leaves.length === 0 ? 0 : done / leaves.length,
    isCritical: below.some(({ isCritical }) => isCritical),
    isLate: false,
    slackUntil: null,
    deadline: null,
    durationMinutes: null,
    baseline: null,
    scenario: scenarioOf(below),
    resources: [],
    points: [],
    isMovable: false,
  };
}

/** Where what stands below a line lies in a scenario; null where nothing of it moves. */
function scenarioOf(below: readonly GanttTask[]): GanttSpan | null {
  if (below.every(({ scenario }) => scenario === null)) return null;
  const [first, ...rest] = below.flatMap(({ scenario, span }) => scenario ?? span ?? []);
  return first ? rest.reduce(covering, first) : null;
}

/** Where tasks lie in a scenario, those that lie elsewhere than in the plan. */
export function scenarioSpans({ rows }: ScenarioDatesView): Map<string, GanttSpan> {
  return new Map(
    rows.flatMap(({ taskId, isMilestone, after }) => {
      const span = spanOfDays(after.startOn, after.dueOn);
      if (!span) return [];
      return [[taskId, isMilestone ? { ...span, start: span.finish } : span] as const];
    }),
  );
}

/** From the earlier start to the later finish. */
export function covering(one: GanttSpan, other: GanttSpan): GanttSpan {
  return {
    start: Math.min(one.start, other.start),
    finish: Math.max(one.finish, other.finish),
  };
}

function pointOf(task: TaskRow, today: CalendarDate): GanttPoint[] {
  const span = spanOfDays(task.startOn, task.dueOn);
  if (!span) return [];
  const isDone = task.state === 'done';
  const { id: key, name } = task;
  return [{ key, name, at: span.finish, isDone, isLate: isLate(task, today) }];
}

/** What somebody said is done; where nobody did, what the hours logged amount to. */
function progressOf(task: TaskRow): number {
  const { state, subTasks, estimateMinutes, loggedMinutes, percentComplete } = task;
  if (state === 'done') return 1;
  if (percentComplete > 0) return percentComplete / 100;
  if (subTasks) return subTasks.taskCount === 0 ? 0 : subTasks.doneCount / subTasks.taskCount;
  return estimateMinutes ? Math.min(0.95, loggedMinutes / estimateMinutes) : 0;
}

function isLate(task: TaskRow, today: CalendarDate): boolean {
  return task.state !== 'done' && task.dueOn !== null && task.dueOn < today;
}

function lagText(lagMinutes: number): string {
  if (lagMinutes === 0) return '';
  return `${lagMinutes > 0 ? '+' : '−'}${formatNumber(Math.abs(lagMinutes) / lagDayMinutes)} d`;
}
