import type { ClockBook, DrivingAssignment } from '../clock-book.ts';
import type { ScheduleTask } from '../model.ts';
import { type Placement, type PlacementSetting, placementOf } from '../placement.ts';
import { workBetween } from '../work-clock.ts';

/** How much longer a whole task gets when what is left of it takes `factor` times as long. */
export function stretchOf(task: ScheduleTask, factor: number): number {
  const done = Math.min(100, Math.max(0, task.progress?.percentComplete ?? 0)) / 100;
  return done + (1 - done) * factor;
}

/** Whether a task can still turn out longer or shorter than planned. */
export function isOpen(task: ScheduleTask): boolean {
  return (
    task.isActive !== false &&
    task.progress?.actualFinish === undefined &&
    (task.duration.minutes > 0 || hasManualLength(task))
  );
}

/** The placement of a task that takes `stretch` times as long: engine and people's calendars as ever. */
export function stretchedPlacement(
  task: ScheduleTask,
  { book, splitsInProgress, today }: Pick<PlacementSetting, 'book' | 'splitsInProgress' | 'today'>,
  stretch: number,
): Placement | null {
  const driving = (book.assignments.get(task.id) ?? []).map((one) => stretchedWork(one, stretch));
  return placementOf(stretchedTask(task, book, stretch), {
    book: { ...book, assignments: new Map([[task.id, driving]]) },
    isMirrored: false,
    splitsInProgress,
    today,
    isSummary: () => false,
  });
}

/** Whole minutes, and never nothing: what takes no time is a milestone. */
export function stretchedMinutes(minutes: number, stretch: number): number {
  return stretch === 1 ? minutes : Math.max(1, Math.round(minutes * stretch));
}

/** A task whose start a person set still starts there; its finish moves. */
function stretchedTask(task: ScheduleTask, book: ClockBook, stretch: number): ScheduleTask {
  const { progress, duration } = task;
  const isBegun = progress?.actualStart !== undefined;
  if (isBegun || !hasManualLength(task)) {
    const minutes = stretchedMinutes(duration.minutes, stretch);
    // What is done is done: only the rest takes longer.
    const done = progress && {
      ...progress,
      actualMinutes:
        progress.actualMinutes ?? (duration.minutes * (progress.percentComplete ?? 0)) / 100,
    };
    return { ...task, duration: { ...duration, minutes }, ...(done ? { progress: done } : {}) };
  }
  const { start = 0, finish = 0 } = task.manual ?? {};
  const minutes = workBetween(book.ofTask(task), start, finish);
  return {
    ...task,
    duration: { minutes: stretchedMinutes(minutes, stretch), unit: 'working' },
    manual: { start },
  };
}

function hasManualLength({ manual }: ScheduleTask): boolean {
  if (manual?.start === undefined || manual.finish === undefined) return false;
  return manual.finish > manual.start;
}

function stretchedWork({ assignment, resource }: DrivingAssignment, stretch: number) {
  const { workMinutes, spanMinutes, delayMinutes } = assignment;
  return {
    resource,
    assignment: {
      ...assignment,
      ...(workMinutes === undefined ? {} : { workMinutes: workMinutes * stretch }),
      ...(spanMinutes === undefined ? {} : { spanMinutes: stretchedMinutes(spanMinutes, stretch) }),
      ...(delayMinutes === undefined ? {} : { delayMinutes: Math.round(delayMinutes * stretch) }),
    },
  };
}
