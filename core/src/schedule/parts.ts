import type { ClockBook, DrivingAssignment } from './clock-book.ts';
import type { Minute, ScheduleAssignment, ScheduleTask } from './model.ts';
import { addWork, nextWorkStart, previousWorkFinish, type WorkClock } from './work-clock.ts';

/** From when to when. */
export type Span = { readonly start: Minute; readonly finish: Minute };

/** Work of one assignment (or of the task itself) on its clock. */
export type Part = {
  readonly clock: WorkClock;
  /** Working minutes after the task's start, then minutes of the clock that levelling adds. */
  readonly delay: number;
  readonly levellingDelay: number;
  /** Working minutes from begin to end, pauses among them. */
  readonly minutes: number;
  /** Whether all of these minutes are work, so that what remains is the rest of them. */
  readonly isEven: boolean;
  /** When the assignment ended, or how many working minutes remain of it from when on. */
  readonly known?: { readonly finish: Minute } | { readonly resume: Minute; readonly rest: number };
};

/** The parts that a task consists of: one for each assignment that has a say, else the task itself. */
export function partsOf(
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
  const parts = driving.map(({ assignment, resource }): Part => {
    const part = {
      clock: book.ofAssignment(task, resource),
      delay: assignment.delayMinutes ?? 0,
      levellingDelay: assignment.levellingDelayMinutes ?? 0,
      minutes: assignment.spanMinutes ?? lengthOf(task, assignment, isAlone) + gaps,
      isEven: isAlone && assignment.spanMinutes === undefined && gaps === 0,
    };
    const known = isAlone || gaps > 0 ? undefined : knownOf(assignment);
    return known ? { ...part, known } : part;
  });
  const isEven = driving.every(({ assignment }) => assignment.spanMinutes === undefined);
  return isEven ? asLongAsTask(parts, minutes + gaps) : parts;
}

/** What is known of one assignment of several. */
function knownOf({ progress, units, spanMinutes }: ScheduleAssignment): Part['known'] {
  const { finish, resume, remainingMinutes } = progress ?? {};
  if (finish !== undefined) return { finish };
  if (resume === undefined || remainingMinutes === undefined || spanMinutes !== undefined)
    return undefined;
  return { resume, rest: remainingMinutes / units };
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
      : withLength(part, Math.max(0, minutes - part.delay)),
  );
}

/** A part of another length; what remains of it shares in what was only rounded. */
function withLength(part: Part, minutes: number): Part {
  const share = minutes / part.minutes;
  const isRounding = Math.abs(share - 1) < 0.02;
  if (!isRounding || !part.known || 'finish' in part.known) return { ...part, minutes };
  return { ...part, minutes, known: { ...part.known, rest: part.known.rest * share } };
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

/** From the first start to the last finish. */
export function hull(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    finish: Math.max(...spans.map(({ finish }) => finish)),
  };
}

/** When work on a part begins in a task that starts at `bound`. */
export function beginOf({ clock, delay, levellingDelay }: Part, bound: Minute): Minute {
  const worked = delay > 0 ? addWork(clock, bound, delay) : bound;
  return nextWorkStart(clock, worked + levellingDelay);
}

/**
 * The earliest way of a part to lie. A delayed assignment begins later than its task, which keeps its start and lasts the longer.
 * Source: Microsoft Knowledge Base Q171391.
 */
export function forwardOn(part: Part, bound: Minute): Span {
  const finish = addWork(part.clock, beginOf(part, bound), part.minutes);
  return { start: nextWorkStart(part.clock, bound), finish };
}

/** The latest way of a part to lie up to `bound`. */
export function backwardOn({ clock, delay, minutes }: Part, bound: Minute): Span {
  const finish = previousWorkFinish(clock, bound);
  return { start: addWork(clock, finish, -minutes - delay), finish };
}
