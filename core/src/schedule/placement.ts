import type { ClockBook, DrivingAssignment } from './clock-book';
import type { Minute, ScheduleTask } from './model';
import { addWork, nextWorkStart, previousWorkFinish, type WorkClock } from './work-clock';

/** From when to when. */
export type Span = { readonly start: Minute; readonly finish: Minute };

/** How a task lies in time when it is more than one stretch of working time on one calendar. */
export type Placement = {
  /** True when no link or constraint moves it: its dates were set by a person or are past. */
  readonly isPinned: boolean;
  /** The earliest way to lie from `bound` on. */
  readonly forward: (bound: Minute) => Span;
  /** The latest way to lie up to `bound`. */
  readonly backward: (bound: Minute) => Span;
};

/** The placement of a task; null for plain work (or elapsed time) on the task's own calendar. */
export function placementOf(
  task: ScheduleTask,
  book: ClockBook,
  isMirrored: boolean,
): Placement | null {
  const made = madeOf(task, book);
  return made && isMirrored ? mirrored(made) : made;
}

function madeOf(task: ScheduleTask, book: ClockBook): Placement | null {
  const driving = book.assignments.get(task.id) ?? [];
  const lying = lyingOf(task, driving, book);
  const pinned = pinnedSpan(task, lying);
  if (!pinned) return lying.isPlain ? null : { isPinned: false, ...lying };
  return { isPinned: true, forward: () => pinned, backward: lying.backward };
}

/** Where a person or the past has put the task; null when it is free. */
function pinnedSpan(task: ScheduleTask, lying: Lying): Span | null {
  const start = task.progress?.actualStart ?? task.manual?.start;
  const finish = task.progress?.actualFinish ?? task.manual?.finish;
  if (start === undefined && finish === undefined) return null;
  if (start === undefined) return lying.backward(finish ?? 0);
  return { start, finish: finish ?? lying.forward(start).finish };
}

type Lying = Pick<Placement, 'forward' | 'backward'> & { readonly isPlain: boolean };

function lyingOf(
  task: ScheduleTask,
  driving: readonly DrivingAssignment[],
  book: ClockBook,
): Lying {
  const { minutes, unit } = task.duration;
  if (unit === 'elapsed')
    return {
      isPlain: true,
      forward: (bound) => ({ start: bound, finish: bound + minutes }),
      backward: (bound) => ({ start: bound - minutes, finish: bound }),
    };
  if (minutes > 0 && driving.length > 0) return assignedLying(task, driving, book);
  const clock = book.ofTask(task);
  return {
    isPlain: true,
    forward: (bound) => forwardOn(clock, bound, minutes),
    backward: (bound) => backwardOn(clock, bound, minutes),
  };
}

function assignedLying(
  task: ScheduleTask,
  driving: readonly DrivingAssignment[],
  book: ClockBook,
): Lying {
  const parts = driving.map(({ assignment, resource }) => ({
    clock: book.ofAssignment(task, resource),
    delay: assignment.delayMinutes ?? 0,
    minutes:
      assignment.spanMinutes ??
      (assignment.workMinutes === undefined
        ? task.duration.minutes
        : assignment.workMinutes / assignment.units),
  }));
  return {
    isPlain: false,
    forward: (bound) =>
      hull(
        parts.map(({ clock, delay, minutes }) =>
          forwardOn(clock, delay > 0 ? addWork(clock, bound, delay) : bound, minutes),
        ),
      ),
    backward: (bound) => hull(parts.map(({ clock, minutes }) => backwardOn(clock, bound, minutes))),
  };
}

function hull(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    finish: Math.max(...spans.map(({ finish }) => finish)),
  };
}

function forwardOn(clock: WorkClock, bound: Minute, minutes: number): Span {
  if (minutes === 0) return { start: bound, finish: bound };
  const start = nextWorkStart(clock, bound);
  return { start, finish: addWork(clock, start, minutes) };
}

function backwardOn(clock: WorkClock, bound: Minute, minutes: number): Span {
  if (minutes === 0) return { start: bound, finish: bound };
  const finish = previousWorkFinish(clock, bound);
  return { start: addWork(clock, finish, -minutes), finish };
}

function mirrored(placement: Placement): Placement {
  const turned = ({ start, finish }: Span): Span => ({ start: -finish, finish: -start });
  return {
    isPinned: placement.isPinned,
    forward: (bound) => turned(placement.backward(-bound)),
    backward: (bound) => turned(placement.forward(-bound)),
  };
}
