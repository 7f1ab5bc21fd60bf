import type { ScheduleEdit } from '@evenkeel/contract/schedule-edits';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { DependencyId, ProjectId, TaskId } from '@evenkeel/core/id';
import { loopOfDependency } from '@evenkeel/core/projects/dependency';
import { type ScheduledPlan, schedulePlan } from '@evenkeel/core/projects/schedule-dates';
import { editedTask } from '@evenkeel/core/projects/schedule-edit';
import { partsOfTask } from '@evenkeel/core/projects/schedule-parts';
import type { PlanDependency, PlanTask, SchedulePlan } from '@evenkeel/core/projects/schedule-plan';
import {
  type PlannedSpan,
  type PlanPreview,
  planPreview,
  spansMoved,
} from '@evenkeel/core/projects/schedule-preview';
import { clockOfWork } from '@evenkeel/core/projects/schedule-problem';
import { hasParts, partsWithin } from '@evenkeel/core/projects/schedule-splits';
import type { GanttConsequences, GanttEdit, GanttSpan } from '../../ui/gantt/gantt-task.ts';
import { covering, type TaskInsight } from './model.ts';
import { constraintOf } from './plan-constraint.ts';
import { taskChange } from './task-change.ts';

/** A plan scheduled in the browser, as the server schedules it. */
export type LiveSchedule = {
  readonly insights: ReadonlyMap<string, TaskInsight>;
  /** What an edit would lead to. */
  readonly preview: (edit: GanttEdit) => GanttConsequences;
  /** An edit as the server takes it, and what takes it back. */
  readonly edits: (edit: GanttEdit) => {
    readonly forth: ScheduleEdit;
    readonly back: ScheduleEdit | null;
  };
};

/** Which lines the chart has above tasks, and of which projects it shows the tasks. */
export type ChartLines = {
  readonly above: 'phase' | 'project';
  readonly shows: (id: ProjectId) => boolean;
};

const wholePlan: ChartLines = { above: 'phase', shows: () => true };

/** Schedules a plan and keeps it ready for edits. */
export function liveSchedule(
  plan: SchedulePlan,
  today: CalendarDate,
  lines: ChartLines = wholePlan,
): LiveSchedule {
  const base = schedulePlan(plan);
  const look = planPreview(base);
  const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
  // The chart's lines are tasks, by their ids.
  const taskOf = (id: string) => tasks.get(id as TaskId);
  return {
    insights: insightsOf(base),
    preview: (edit) => {
      const spans = previewSpans(edit, { plan, base, look, taskOf, today });
      if (typeof spans === 'string') return { moved: new Map(), refusal: spans };
      const moved = movedLines(plan, base, { spans: spans.spans, above: lines.above });
      const beyond = plan.tasks.filter(
        ({ id, projectId }) => spans.spans.has(id) && !lines.shows(projectId),
      ).length;
      return { moved, parts: movedParts(base, spans), beyond, refusal: null };
    },
    edits: (edit) => editsOf(edit, base, plan, taskOf),
  };
}

function insightsOf(scheduledPlan: ScheduledPlan): Map<string, TaskInsight> {
  const { dates, index } = scheduledPlan;
  const insights = new Map<string, TaskInsight>();
  for (const [id, { scheduled, durationMinutes, isSummary }] of dates) {
    const task = index.tasks.get(id);
    const isDone = task?.state === 'done';
    const constraint = task ? constraintOf(task) : null;
    // The engine was given these ids.
    const holder = index.tasks.get(scheduled.drivingPredecessorId as TaskId);
    const parts = partsOfTask(scheduledPlan, id);
    insights.set(id, {
      span: { start: scheduled.start, finish: scheduled.finish },
      isCritical: scheduled.isCritical && !isDone,
      slackUntil: scheduled.totalSlack > 0 && !isSummary ? scheduled.lateFinish : null,
      durationMinutes,
      ...(parts.length > 1 ? { parts } : {}),
      ...(constraint ? { constraint } : {}),
      ...(holder ? { note: `Held by “${holder.name}”` } : {}),
    });
  }
  return insights;
}

type EditContext = {
  readonly plan: SchedulePlan;
  readonly base: ScheduledPlan;
  readonly look: PlanPreview;
  readonly taskOf: (id: string) => PlanTask | undefined;
  readonly today: CalendarDate;
};

/** Where tasks would lie, with the edited one in its new form; null: no task is edited. */
type Previewed = {
  readonly spans: ReadonlyMap<string, PlannedSpan>;
  readonly edited: PlanTask | null;
};

/** Where tasks would lie after an edit, or why it cannot be. */
function previewSpans(
  edit: GanttEdit,
  { plan, base, look, taskOf, today }: EditContext,
): Previewed | string {
  if (edit.kind === 'link' || edit.kind === 'unlink') {
    const next = edit.kind === 'link' ? linkedPlan(plan, edit) : unlinkedPlan(plan, edit.linkId);
    if (typeof next === 'string') return next;
    return { spans: spansMoved(base, schedulePlan(next)), edited: null };
  }
  const task = taskOf(edit.id);
  if (!task) return 'The task is not here any more.';
  const change = taskChange(base, edit, task);
  if (typeof change === 'string') return change;
  const result = editedTask(task, change, today);
  if (!result.ok) return `${fieldWords[result.field] ?? 'It'} ${result.message}.`;
  const edited = { ...task, ...result.task };
  return { spans: look(edited), edited };
}

const fieldWords: Readonly<Record<string, string>> = {
  dueOn: 'Its end',
  startOn: 'Its start',
  splits: 'It cannot pause there:',
};

/** The parts of the lines that move and pause. */
function movedParts(
  { index }: ScheduledPlan,
  { spans, edited }: Previewed,
): ReadonlyMap<string, readonly GanttSpan[]> {
  const parts = new Map<string, readonly GanttSpan[]>();
  for (const [id, span] of spans) {
    // The engine was given these ids.
    const task = edited?.id === id ? edited : index.tasks.get(id as TaskId);
    if (!task || !hasParts(task)) continue;
    const found = partsWithin(clockOfWork(index, task), span, task.splits);
    if (found.length > 1) parts.set(id, found);
  }
  return parts;
}

function unlinkedPlan(plan: SchedulePlan, linkId: string): SchedulePlan {
  return { ...plan, dependencies: plan.dependencies.filter(({ id }) => id !== linkId) };
}

type LinkEdit = Extract<GanttEdit, { kind: 'link' }>;

function linkedPlan(plan: SchedulePlan, edit: LinkEdit): SchedulePlan | string {
  const added: PlanDependency = {
    // Nobody asks for the id of a link that is only looked at.
    id: 'new' as DependencyId,
    predecessorId: edit.from as TaskId,
    successorId: edit.to as TaskId,
    type: edit.type,
    lagMinutes: 0,
    lagUnit: 'working',
    lagPercent: 0,
  };
  const isThere = plan.dependencies.some(
    (link) => link.predecessorId === edit.from && link.successorId === edit.to,
  );
  if (isThere) return 'It waits for that already.';
  const loop = loopOfDependency(plan.tasks, plan.dependencies, added);
  if (loop) {
    const names = loop.map((id) => plan.tasks.find((task) => task.id === id)?.name ?? '');
    return `They would wait for each other: ${names.join(' → ')}`;
  }
  return { ...plan, dependencies: [...plan.dependencies, added] };
}

/** The lines that would stand elsewhere: tasks, and the phases or projects that they make longer or shorter. */
function movedLines(
  plan: SchedulePlan,
  base: ScheduledPlan,
  {
    spans,
    above,
  }: {
    readonly spans: ReadonlyMap<string, PlannedSpan>;
    readonly above: ChartLines['above'];
  },
): Map<string, GanttSpan> {
  const lineOf = ({ phaseId, projectId }: PlanTask) => (above === 'phase' ? phaseId : projectId);
  const moved = new Map<string, GanttSpan>();
  const touched = new Set<string>();
  for (const task of plan.tasks) {
    const span = spans.get(task.id);
    const line = lineOf(task);
    if (!span) continue;
    moved.set(task.id, task.isMilestone ? { ...span, start: span.finish } : span);
    if (line !== null) touched.add(line);
  }
  const before = new Map<string, GanttSpan>();
  const after = new Map<string, GanttSpan>();
  for (const task of plan.tasks) {
    const line = lineOf(task);
    const was = base.dates.get(task.id)?.scheduled;
    if (line === null || !was || !touched.has(line)) continue;
    before.set(line, widened(before.get(line), was));
    after.set(line, widened(after.get(line), spans.get(task.id) ?? was));
  }
  for (const [line, span] of after) if (!isSame(before.get(line), span)) moved.set(line, span);
  return moved;
}

function isSame(one: GanttSpan | undefined, other: GanttSpan): boolean {
  return one?.start === other.start && one.finish === other.finish;
}

function widened(known: GanttSpan | undefined, { start, finish }: GanttSpan): GanttSpan {
  return known ? covering(known, { start, finish }) : { start, finish };
}

function editsOf(
  edit: GanttEdit,
  base: ScheduledPlan,
  plan: SchedulePlan,
  taskOf: (id: string) => PlanTask | undefined,
): ReturnType<LiveSchedule['edits']> {
  if (edit.kind === 'link') {
    const ends = { predecessorId: edit.from as TaskId, successorId: edit.to as TaskId };
    return { forth: { kind: 'add-dependency', ...ends, type: edit.type }, back: null };
  }
  if (edit.kind === 'unlink') {
    const link = plan.dependencies.find(({ id }) => id === edit.linkId);
    const { id: _, ...fields } = link ?? { id: null };
    return {
      forth: { kind: 'remove-dependency', id: edit.linkId as DependencyId },
      // What the link was, without its id: it gets a new one.
      back: link ? ({ kind: 'add-dependency', ...fields } as ScheduleEdit) : null,
    };
  }
  const task = taskOf(edit.id);
  if (!task) throw new Error('The task is not here any more.');
  const change = taskChange(base, edit, task);
  if (typeof change === 'string') throw new Error(change);
  return {
    forth: { kind: 'task', id: task.id, change },
    back: { kind: 'task', id: task.id, change: standingOf(edit, task) },
  };
}

/** What a task said before an edit, said again. */
function standingOf({ kind }: GanttEdit, task: PlanTask) {
  if (kind === 'progress') {
    // The percentage of a task that was only begun is none, and would make it one that was not.
    const isBegun = task.state === 'started' && task.percentComplete === 0;
    return isBegun ? { state: task.state } : { percentComplete: task.percentComplete };
  }
  if (kind === 'split' || kind === 'part' || kind === 'join') return { splits: [...task.splits] };
  const { constraintType, constraintOn, constraintMinute, durationMinutes, startOn, dueOn } = task;
  if (task.scheduling === 'manual') return { startOn, dueOn };
  return {
    constraintType,
    constraintOn,
    constraintMinute,
    ...(durationMinutes === null ? {} : { durationMinutes, splits: [...task.splits] }),
  };
}
