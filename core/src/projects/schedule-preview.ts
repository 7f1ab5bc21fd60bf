import type { TaskId } from '../id.ts';
import { type Calculated, calculate } from '../schedule/calculate.ts';
import type { Minute, ScheduleAssignment } from '../schedule/model.ts';
import { compile } from '../schedule/network.ts';
import { reschedule, type ScheduleEdits } from '../schedule/reschedule.ts';
import { resolvedDuration, type ScheduledPlan, schedulePlan } from './schedule-dates.ts';
import type { PlanTask } from './schedule-plan.ts';
import { engineTask } from './schedule-problem.ts';

/** Where a task would lie, to the minute. */
export type PlannedSpan = { readonly start: Minute; readonly finish: Minute };

/** Every task that would lie elsewhere with one task in its new form, that task among them. */
export type PlanPreview = (edited: PlanTask) => ReadonlyMap<TaskId, PlannedSpan>;

/**
 * A scheduled plan kept ready to be looked at with one task changed: fast enough for every step of a
 * drag, since only what the change reaches is computed again. What that pass cannot carry (another
 * person on the task, a day before the plan begins, a plan counted from its end) takes a full one.
 */
export function planPreview(scheduled: ScheduledPlan): PlanPreview {
  let base: Calculated | null = null;
  return (edited) => {
    const edits = smallEdits(scheduled, edited);
    if (edits === null) return fullPreview(scheduled, edited);
    base ??= calculate(compile(scheduled.problem));
    return changedSpans(base, reschedule(base, edits));
  };
}

/** The edit in the engine's terms; null when it is not one of a task alone. */
function smallEdits(scheduled: ScheduledPlan, edited: PlanTask): ScheduleEdits | null {
  const { index, problem, dates } = scheduled;
  const known = dates.get(edited.id);
  if (!known || known.isSummary || problem.finish !== undefined) return null;
  // Null says that a typed day is held to as it is, undefined that there is none to work out.
  const duration = resolvedDuration(index, edited, known.scheduled.start);
  const part = engineTask(
    index,
    edited,
    new Map(duration === undefined ? [] : [[edited.id, duration]]),
  );
  const { constraint } = part.task;
  if (constraint && 'date' in constraint && constraint.date < problem.start) return null;
  const before = (problem.assignments ?? []).filter(({ taskId }) => taskId === edited.id);
  if (isSame(before, part.assignments)) return { tasks: [part.task] };
  const people = new Set((problem.resources ?? []).map(({ id }) => id));
  if (!part.assignments.every(({ resourceId }) => people.has(resourceId))) return null;
  const others = (problem.assignments ?? []).filter(({ taskId }) => taskId !== edited.id);
  return { tasks: [part.task], assignments: [...others, ...part.assignments] };
}

function isSame(
  before: readonly ScheduleAssignment[],
  after: readonly ScheduleAssignment[],
): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function changedSpans(
  base: Calculated,
  { calculated, changed }: ReturnType<typeof reschedule>,
): Map<TaskId, PlannedSpan> {
  const { standing, network } = calculated;
  const spans = new Map<TaskId, PlannedSpan>();
  for (const place of changed) {
    const [start, finish] = [standing.start[place], standing.finish[place]];
    const task = network.project.tasks[place];
    if (start === undefined || finish === undefined || !task) continue;
    if (start === base.standing.start[place] && finish === base.standing.finish[place]) continue;
    // The engine was given these ids.
    spans.set(task.id as TaskId, { start, finish });
  }
  return spans;
}

function fullPreview(scheduled: ScheduledPlan, edited: PlanTask): Map<TaskId, PlannedSpan> {
  const { plan } = scheduled.index;
  const tasks = plan.tasks.map((task) => (task.id === edited.id ? edited : task));
  return spansMoved(scheduled, schedulePlan({ ...plan, tasks }));
}

/** Every task that lies elsewhere in one scheduled plan than in another. */
export function spansMoved(before: ScheduledPlan, after: ScheduledPlan): Map<TaskId, PlannedSpan> {
  const spans = new Map<TaskId, PlannedSpan>();
  for (const [id, { scheduled }] of after.dates) {
    const then = before.dates.get(id)?.scheduled;
    const { start, finish } = scheduled;
    if (then?.start !== start || then.finish !== finish) spans.set(id, { start, finish });
  }
  return spans;
}
