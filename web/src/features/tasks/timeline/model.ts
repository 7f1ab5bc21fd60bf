import type { DependencyView } from '@evenkeel/contract/dependencies';
import type { PhaseView, ProjectRow } from '@evenkeel/contract/projects';
import type { TaskRow } from '@evenkeel/contract/tasks';
import { type CalendarDate, earlier, later } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import type { BarDays, TimelineLink, TimelineRow } from '../../../ui/timeline/timeline-row.ts';
import { type PhaseGroup, phaseGroups, taskStateLabels } from '../model.ts';

/** A plan as rows: each phase with its tasks below it, sub-tasks indented. */
export function planRows(
  plan: { readonly phases: readonly PhaseView[]; readonly tasks: readonly TaskRow[] },
  today: CalendarDate,
): TimelineRow[] {
  const groups = phaseGroups(
    plan.phases,
    plan.tasks.toSorted((a, b) => a.position - b.position),
  );
  return groups.flatMap((group) => [
    ...(group.phase ? [phaseRow(group, group.phase)] : []),
    ...group.tasks.map((task) =>
      taskRow(task, { depth: (group.depths.get(task.id) ?? 0) + (group.phase ? 1 : 0), today }),
    ),
  ]);
}

/** The row of a task, by which arrows name it. */
export function taskKeyOf(id: string): string {
  return `task ${id}`;
}

/** Dependencies as arrows between the tasks of one plan. */
export function planLinks(dependencies: readonly DependencyView[]): TimelineLink[] {
  return dependencies.flatMap((dependency) => {
    const ends = endsOf(dependency);
    if (!ends) return [];
    const { predecessor, successor } = dependency;
    return [
      {
        key: dependency.id,
        from: { row: taskKeyOf(predecessor.id), ...ends.from },
        to: { row: taskKeyOf(successor.id), ...ends.to },
        isBroken: dependency.isBroken,
      },
    ];
  });
}

/** Projects of both kinds as rows, with their milestones on them. */
export function portfolioRows(
  projects: readonly ProjectRow[],
  milestones: readonly TaskRow[],
  today: CalendarDate,
): TimelineRow[] {
  const own = groupedBy(milestones, (task) => task.project.id);
  return projects.map((project) => {
    const { figures, startOn, endOn } = project;
    const isOver = project.state === 'completed';
    return {
      key: project.id,
      name: project.name,
      href: `/${project.kind === 'client' ? 'client-projects' : 'initiatives'}/${project.id}`,
      depth: 0,
      days: daysBetween(startOn, endOn),
      points: (own.get(project.id) ?? []).flatMap((task) => pointsOf(task, today)),
      shape: 'bar',
      tone: project.kind,
      progress: figures.taskCount === 0 ? 0 : figures.doneCount / figures.taskCount,
      isLate: !isOver && endOn !== null && endOn < today,
      detail: `${figures.doneCount} of ${figures.taskCount} tasks done`,
      isMovable: false,
    };
  });
}

/** Dependencies across projects as arrows between the projects. */
export function portfolioLinks(dependencies: readonly DependencyView[]): TimelineLink[] {
  return dependencies.flatMap((dependency) => {
    const { predecessor, successor } = dependency;
    const ends = endsOf(dependency);
    if (!ends || predecessor.project.id === successor.project.id) return [];
    return [
      {
        key: dependency.id,
        from: { row: predecessor.project.id, ...ends.from },
        to: { row: successor.project.id, ...ends.to },
        isBroken: dependency.isBroken,
      },
    ];
  });
}

function phaseRow({ tasks, doneCount }: PhaseGroup, phase: PhaseView): TimelineRow {
  const days = tasks.flatMap((task) => daysBetween(task.startOn, task.dueOn) ?? []);
  const first = [phase.startOn, ...days.map(({ start }) => start)].filter((day) => day !== null);
  const last = [phase.endOn, ...days.map(({ end }) => end)].filter((day) => day !== null);
  const isKnown = first.length > 0 && last.length > 0;
  return {
    key: phase.id,
    name: phase.name,
    depth: 0,
    days: isKnown ? { start: first.reduce(earlier), end: last.reduce(later) } : null,
    points: [],
    shape: 'summary',
    tone: 'neutral',
    progress: tasks.length === 0 ? 0 : doneCount / tasks.length,
    isLate: false,
    detail: `${doneCount} of ${tasks.length} tasks done`,
    isMovable: false,
  };
}

function taskRow(
  task: TaskRow,
  { depth, today }: { readonly depth: number; readonly today: CalendarDate },
): TimelineRow {
  const { subTasks } = task;
  return {
    key: taskKeyOf(task.id),
    name: task.name,
    href: `/tasks/${task.id}`,
    depth,
    days: task.isMilestone ? null : daysBetween(task.startOn, task.dueOn),
    points: task.isMilestone ? pointsOf(task, today) : [],
    shape: subTasks ? 'summary' : 'bar',
    tone: subTasks ? 'neutral' : task.project.kind,
    progress: progressOf(task),
    isLate: isLate(task, today),
    detail: taskStateLabels[task.state].toLowerCase(),
    isMovable: subTasks === null,
  };
}

function progressOf({ state, subTasks, estimateMinutes, loggedMinutes }: TaskRow): number {
  if (state === 'done') return 1;
  if (subTasks) return subTasks.taskCount === 0 ? 0 : subTasks.doneCount / subTasks.taskCount;
  return estimateMinutes ? Math.min(0.95, loggedMinutes / estimateMinutes) : 0;
}

function pointsOf(task: TaskRow, today: CalendarDate): TimelineRow['points'] {
  const date = task.dueOn ?? task.startOn;
  if (date === null) return [];
  const isDone = task.state === 'done';
  return [{ key: task.id, name: task.name, date, isDone, isLate: isLate(task, today) }];
}

function isLate(task: TaskRow, today: CalendarDate): boolean {
  return task.state !== 'done' && task.dueOn !== null && task.dueOn < today;
}

function daysBetween(start: CalendarDate | null, end: CalendarDate | null): BarDays | null {
  const first = start ?? end;
  const last = end ?? start;
  return first && last ? { start: first, end: last } : null;
}

/** The two days between which an arrow runs; null when one of the tasks has none. */
function endsOf({ predecessor, successor, type }: DependencyView) {
  const [before = 'finish', after = 'start'] = type.split('-') as ('start' | 'finish')[];
  const from = endOf(predecessor, before);
  const to = endOf(successor, after);
  return from && to ? { from, to } : null;
}

function endOf(task: DependencyView['predecessor'], end: 'start' | 'finish') {
  const isFinish = end === 'finish' || task.isMilestone;
  const date = isFinish ? (task.dueOn ?? task.startOn) : (task.startOn ?? task.dueOn);
  return date === null ? null : { date, end: isFinish ? ('finish' as const) : ('start' as const) };
}
