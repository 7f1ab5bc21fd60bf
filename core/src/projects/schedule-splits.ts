import type { Minute } from '../schedule/model.ts';
import { piecesOf } from '../schedule/pieces.ts';
import { type WorkClock, workBetween } from '../schedule/work-clock.ts';
import type { PlanTask } from './schedule-plan.ts';

/** A pause within a task: after so many working minutes of it, for so many working minutes. */
export type PlanSplit = { readonly afterMinutes: number; readonly gapMinutes: number };

/** A stretch of a task without a pause. */
export type TaskPart = { readonly start: Minute; readonly finish: Minute };

/** The least that a part or a pause lasts, in working minutes. */
export const leastPartMinutes = 15;

/** The most pauses that a task may have. */
export const mostSplits = 50;

/** All pauses of a task together, in working minutes. */
export function pauseMinutes(splits: readonly PlanSplit[]): number {
  return splits.reduce((sum, { gapMinutes }) => sum + gapMinutes, 0);
}

/** Pauses in their order, one at a place, within a task of so many working minutes. */
export function keptSplits(
  splits: readonly PlanSplit[],
  durationMinutes: number | null,
): readonly PlanSplit[] {
  const last = (durationMinutes ?? Number.POSITIVE_INFINITY) - leastPartMinutes;
  const kept: PlanSplit[] = [];
  for (const split of splits.toSorted((a, b) => a.afterMinutes - b.afterMinutes)) {
    const from = (kept.at(-1)?.afterMinutes ?? 0) + leastPartMinutes;
    const isPart = split.afterMinutes >= from && split.afterMinutes <= last;
    if (isPart && split.gapMinutes >= leastPartMinutes) kept.push(split);
  }
  return kept.slice(0, mostSplits);
}

/** The parts of a task in time, one where it has no pause; by the hours of whoever does it first. */
export function partsWithin(
  clock: WorkClock,
  span: TaskPart,
  splits: readonly PlanSplit[],
): readonly TaskPart[] {
  // How long it is says its span already; only that it has working time counts here.
  return piecesOf({ duration: { minutes: 1, unit: 'working' }, splits }, span, clock);
}

/** Whether the pauses of a task show: of work that is done, or held by hand, they do not. */
export function hasParts(task: PlanTask): boolean {
  return task.splits.length > 0 && task.scheduling === 'automatic' && task.state !== 'done';
}

/** Adds a pause from one instant to another; null where the task has no work on both sides of it. */
export function splitBetween(
  clock: WorkClock,
  task: { readonly span: TaskPart; readonly splits: readonly PlanSplit[] },
  pause: { readonly from: Minute; readonly to: Minute },
): readonly PlanSplit[] | null {
  const { span, splits } = task;
  if (pause.from <= span.start || pause.from >= span.finish) return null;
  const afterMinutes = workUpTo(clock, task, pause.from);
  const gapMinutes = Math.round(workBetween(clock, pause.from, pause.to));
  const isTaken = splits.some((split) => Math.abs(split.afterMinutes - afterMinutes) < 1);
  if (gapMinutes < leastPartMinutes || afterMinutes < leastPartMinutes || isTaken) return null;
  return [...splits, { afterMinutes, gapMinutes }].toSorted(
    (a, b) => a.afterMinutes - b.afterMinutes,
  );
}

/** Lets a part after the first begin at another instant, what follows with it; too early joins it. */
export function partMoved(
  clock: WorkClock,
  task: { readonly parts: readonly TaskPart[]; readonly splits: readonly PlanSplit[] },
  move: { readonly part: number; readonly to: Minute },
): readonly PlanSplit[] {
  const before = task.parts[move.part - 1];
  if (!before) return task.splits;
  const gapMinutes = Math.round(workBetween(clock, before.finish, move.to));
  return task.splits.flatMap((split, at) => {
    if (at !== move.part - 1) return [split];
    return gapMinutes < leastPartMinutes ? [] : [{ ...split, gapMinutes }];
  });
}

/** Working minutes of the task itself that lie before an instant. */
function workUpTo(
  clock: WorkClock,
  { span, splits }: { readonly span: TaskPart; readonly splits: readonly PlanSplit[] },
  instant: Minute,
): number {
  let worked = workBetween(clock, span.start, instant);
  for (const { afterMinutes, gapMinutes } of splits) {
    if (worked <= afterMinutes) break;
    worked = Math.max(afterMinutes, worked - gapMinutes);
  }
  return Math.round(worked);
}
