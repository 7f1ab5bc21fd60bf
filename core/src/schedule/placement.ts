import type { ClockBook } from './clock-book.ts';
import type { Minute, ScheduleTask } from './model.ts';
import { backwardOn, forwardOn, hull, type Part, partsOf, type Span } from './parts.ts';
import { underWay } from './under-way.ts';

export type { Span } from './parts.ts';

/** How a task lies in time when it is more than one stretch of working time on one calendar. */
export type Placement = {
  /** True when no link or constraint moves it: its dates were set by a person or are past. */
  readonly isPinned: boolean;
  /** The earliest way to lie from `bound` on. */
  readonly forward: (bound: Minute) => Span;
  /** The latest way to lie up to `bound`. */
  readonly backward: (bound: Minute) => Span;
};

/** What the placement of one task needs of its project. */
export type PlacementSetting = {
  readonly book: ClockBook;
  readonly isMirrored: boolean;
  readonly splitsInProgress: boolean;
  /** Before this instant no work remains. */
  readonly today: Minute;
  readonly isSummary: (id: string) => boolean;
};

/** The placement of a task; null for plain work (or elapsed time) on the task's own calendar. */
export function placementOf(task: ScheduleTask, setting: PlacementSetting): Placement | null {
  const made = madeOf(task, setting);
  return made && setting.isMirrored ? mirrored(made) : made;
}

/**
 * A task that stays where it is. The pass that comes first places it, forward or, in a plan counted from
 * its finish, backward; the other one says how it could lie if it did not.
 */
function pinnedAt(span: Span, lying: Lying, { isMirrored }: PlacementSetting): Placement {
  const stay = () => span;
  return isMirrored
    ? { isPinned: true, forward: lying.forward, backward: stay }
    : { isPinned: true, forward: stay, backward: lying.backward };
}

function madeOf(task: ScheduleTask, setting: PlacementSetting): Placement | null {
  if (setting.isSummary(task.id)) return summaryPlacement(task);
  const driving = setting.book.assignments.get(task.id) ?? [];
  const parts = partsOf(task, driving, setting.book);
  const lying = lyingOf(task, parts);
  const { actualStart, actualFinish } = task.progress ?? {};
  // A finish that a person set stays, whatever is left to do.
  const isHeld = (task.manual?.finish ?? Number.NEGATIVE_INFINITY) >= (actualStart ?? 0);
  if (actualStart !== undefined && actualFinish === undefined && !isHeld) {
    const begun = underWay(task, parts, setting);
    if (!setting.isMirrored) return begun;
    // Counted from the finish, nothing later can ask the rest to wait.
    const span = begun.forward(Number.NEGATIVE_INFINITY);
    return pinnedAt(span, { forward: () => span, backward: begun.backward }, setting);
  }
  const pinned = pinnedSpan(task, lying);
  if (pinned) return pinnedAt(pinned, lying, setting);
  const { unit, minutes } = task.duration;
  const isPlain = unit === 'elapsed' || minutes === 0 || (driving.length === 0 && !task.splits);
  return isPlain ? null : { isPinned: false, ...lying };
}

/**
 * A summary's dates come from below, but for a manual one with both dates. What is said to have
 * begun (or ended) apart from the tasks below widens it.
 */
function summaryPlacement({ manual, progress }: ScheduleTask): Placement | null {
  if (manual?.start !== undefined && manual.finish !== undefined) {
    const span = { start: manual.start, finish: manual.finish };
    return { isPinned: true, forward: () => span, backward: () => span };
  }
  const { actualStart, actualFinish } = progress ?? {};
  if (actualStart === undefined && actualFinish === undefined) return null;
  return {
    isPinned: false,
    forward: (bound) => ({ start: Math.min(bound, actualStart ?? bound), finish: bound }),
    backward: (bound) => ({ start: bound, finish: Math.max(bound, actualFinish ?? bound) }),
  };
}

/** Where a person or the past has put the task; null when it is free. */
function pinnedSpan(task: ScheduleTask, lying: Lying): Span | null {
  const start = task.progress?.actualStart ?? task.manual?.start;
  const finish = task.progress?.actualFinish ?? task.manual?.finish;
  if (start === undefined && finish === undefined) return null;
  if (start === undefined) return lying.backward(finish ?? 0);
  return { start, finish: finish ?? lying.forward(start).finish };
}

type Lying = Pick<Placement, 'forward' | 'backward'>;

function lyingOf(task: ScheduleTask, parts: readonly Part[]): Lying {
  const { minutes, unit } = task.duration;
  if (unit === 'elapsed' || minutes === 0)
    return {
      forward: (bound) => ({ start: bound, finish: bound + minutes }),
      backward: (bound) => ({ start: bound - minutes, finish: bound }),
    };
  return {
    forward: (bound) => hull(parts.map((part) => forwardOn(part, bound))),
    backward: (bound) => hull(parts.map((part) => backwardOn(part, bound))),
  };
}

function mirrored(placement: Placement): Placement {
  const turned = ({ start, finish }: Span): Span => ({ start: -finish, finish: -start });
  return {
    isPinned: placement.isPinned,
    forward: (bound) => turned(placement.backward(-bound)),
    backward: (bound) => turned(placement.forward(-bound)),
  };
}
