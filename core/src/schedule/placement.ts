import type { ClockBook, DrivingAssignment } from './clock-book.ts';
import type { Minute, ScheduleAssignment, ScheduleTask } from './model.ts';
import {
  addWork,
  nextWorkStart,
  previousWorkFinish,
  type WorkClock,
  workBetween,
} from './work-clock.ts';

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

/** Work of one assignment (or of the task itself) on its clock. */
type Part = {
  readonly clock: WorkClock;
  /** Working minutes after the task's start, then minutes of the clock that levelling adds. */
  readonly delay: number;
  readonly levellingDelay: number;
  /** Working minutes from begin to end, pauses among them. */
  readonly minutes: number;
  /** Whether all of these minutes are work, so that what remains is the rest of them. */
  readonly isEven: boolean;
};

function madeOf(task: ScheduleTask, setting: PlacementSetting): Placement | null {
  if (setting.isSummary(task.id)) return summaryPlacement(task);
  const driving = setting.book.assignments.get(task.id) ?? [];
  const parts = partsOf(task, driving, setting.book);
  const lying = lyingOf(task, parts);
  const { actualStart, actualFinish } = task.progress ?? {};
  if (actualStart !== undefined && actualFinish === undefined)
    return underWay(task, parts, setting);
  const pinned = pinnedSpan(task, lying);
  if (pinned) return { isPinned: true, forward: () => pinned, backward: lying.backward };
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

/**
 * Work that has begun: it starts when it started, and what remains follows what is done, or begins at
 * `resume`, or (where the plan splits tasks under way) after what its links ask.
 */
function underWay(
  task: ScheduleTask,
  parts: readonly Part[],
  { splitsInProgress: splits, today }: PlacementSetting,
): Placement {
  const { actualStart = 0, stop, resume, actualMinutes, percentComplete } = task.progress ?? {};
  const done = actualMinutes ?? (task.duration.minutes * (percentComplete ?? 0)) / 100;
  const isElapsed = task.duration.unit === 'elapsed';
  const finishWith = (part: Part, bound: Minute): Minute => {
    const start = beginOf(part, actualStart);
    const stopped = stop ?? addWork(part.clock, start, Math.min(done, part.minutes));
    const isLeft = done < task.duration.minutes;
    const asked = Math.max(resume ?? (splits ? bound : stopped), isLeft ? today : stopped);
    const resumed = Math.max(stopped, asked);
    // Where the rest goes on is known: it ends by its own length from there, whatever lies before.
    if (resume !== undefined && part.isEven)
      return addWork(part.clock, resumed, Math.max(0, part.minutes - done));
    const gap = resumed > stopped ? workBetween(part.clock, stopped, resumed) : 0;
    return addWork(part.clock, start, part.minutes + Math.max(0, gap));
  };
  const forward = (bound: Minute): Span => {
    if (isElapsed || task.duration.minutes === 0)
      return { start: actualStart, finish: actualStart + task.duration.minutes };
    const finishes = parts.map((part) => finishWith(part, bound));
    const finish = Math.max(actualStart, ...finishes);
    const atLeast = task.constraint?.type === 'finishNoEarlierThan' ? task.constraint.date : finish;
    return { start: actualStart, finish: Math.max(finish, atLeast) };
  };
  const rest = Math.max(0, task.duration.minutes - done);
  // The latest way for what remains: what is done lies where it lies.
  const backward = (bound: Minute): Span =>
    isElapsed
      ? { start: bound - rest, finish: bound }
      : hull(
          parts.map((part) =>
            backwardOn({ ...part, delay: 0, minutes: Math.min(part.minutes, rest) }, bound),
          ),
        );
  return { isPinned: !splits || resume !== undefined, forward, backward };
}

function partsOf(
  task: ScheduleTask,
  driving: readonly DrivingAssignment[],
  book: ClockBook,
): readonly Part[] {
  // Pauses of the task, on top of each assignment's own length.
  const gaps = (task.splits ?? []).reduce((sum, { gapMinutes }) => sum + gapMinutes, 0);
  const minutes = task.duration.minutes;
  if (driving.length === 0 || task.type === 'fixedDuration') {
    const drawn = driving.map(({ assignment }) => assignment.spanMinutes ?? 0);
    const whole = Math.max(minutes + gaps, ...drawn);
    return [
      {
        clock: book.ofTask(task),
        delay: 0,
        levellingDelay: 0,
        minutes: whole,
        isEven: whole === minutes,
      },
    ];
  }
  const isAlone = driving.length === 1;
  const parts = driving.map(({ assignment, resource }) => ({
    clock: book.ofAssignment(task, resource),
    delay: assignment.delayMinutes ?? 0,
    levellingDelay: assignment.levellingDelayMinutes ?? 0,
    minutes: assignment.spanMinutes ?? lengthOf(task, assignment, isAlone) + gaps,
    isEven: isAlone && assignment.spanMinutes === undefined && gaps === 0,
  }));
  const isEven = driving.every(({ assignment }) => assignment.spanMinutes === undefined);
  return isEven ? asLongAsTask(parts, minutes + gaps) : parts;
}

/**
 * On one calendar the longest of several assignments is as long as the task: its duration is the exact
 * figure, where work and units are rounded in what people see and files hold.
 */
function asLongAsTask(parts: readonly Part[], minutes: number): readonly Part[] {
  const [first] = parts;
  if (parts.length < 2 || parts.some(({ clock }) => clock !== first?.clock)) return parts;
  const longest = Math.max(...parts.map((part) => part.delay + part.minutes));
  return parts.map((part) =>
    part.delay + part.minutes < longest - 1
      ? part
      : { ...part, minutes: Math.max(0, minutes - part.delay) },
  );
}

/** Length of an assignment: work / units, or the duration where it is that but for rounding, or has no work. */
function lengthOf(task: ScheduleTask, assignment: ScheduleAssignment, isAlone: boolean): number {
  const { workMinutes: work, units } = assignment;
  const minutes = task.duration.minutes;
  const isWhole = !work || Math.abs(work - minutes * units) <= 1;
  if (isWhole) return minutes;
  if (!isAlone) return work / units;
  // The duration of a task with one assignment is that assignment's, its delay included.
  return Math.max(0, minutes - (assignment.delayMinutes ?? 0));
}

function hull(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    finish: Math.max(...spans.map(({ finish }) => finish)),
  };
}

function beginOf({ clock, delay, levellingDelay }: Part, bound: Minute): Minute {
  const worked = delay > 0 ? addWork(clock, bound, delay) : bound;
  return nextWorkStart(clock, worked + levellingDelay);
}

/**
 * A delayed assignment begins later than its task, which keeps its start and lasts the longer.
 * Source: Microsoft Knowledge Base Q171391.
 */
function forwardOn(part: Part, bound: Minute): Span {
  const finish = addWork(part.clock, beginOf(part, bound), part.minutes);
  return { start: nextWorkStart(part.clock, bound), finish };
}

function backwardOn({ clock, delay, minutes }: Part, bound: Minute): Span {
  const finish = previousWorkFinish(clock, bound);
  return { start: addWork(clock, finish, -minutes - delay), finish };
}

function mirrored(placement: Placement): Placement {
  const turned = ({ start, finish }: Span): Span => ({ start: -finish, finish: -start });
  return {
    isPinned: placement.isPinned,
    forward: (bound) => turned(placement.backward(-bound)),
    backward: (bound) => turned(placement.forward(-bound)),
  };
}
