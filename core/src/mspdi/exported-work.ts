import type { Minute, ScheduledTask, ScheduleTask } from '../schedule/model.ts';
import { addWork, nextWorkStart, type WorkClock, workBetween } from '../schedule/work-clock.ts';
import { branch, dateText, durationText, fieldElements } from './element.ts';
import type { MspdiElement } from './model.ts';

type Stretch = { readonly start: Minute; readonly finish: Minute };

/** What is done of a task, or by one of its people, and where the rest goes on. */
export type Done = {
  /** 0 to 1. */
  readonly share: number;
  readonly actualStart: Minute;
  readonly actualFinish: Minute | undefined;
  /** Working minutes. */
  readonly actualMinutes: number;
  readonly remainingMinutes: number;
  readonly stop: Minute;
  readonly resume: Minute;
  /** When the rest is done. */
  readonly finish: Minute;
};

type Dates = Pick<ScheduledTask, 'start' | 'finish' | 'durationMinutes'>;

/**
 * What is done of a task by the hours of `own`; null where nothing has begun. The rest of all on it goes
 * on together, as late as the finish of the task asks of whoever ends last (`all`).
 */
export function doneOf(
  task: ScheduleTask | undefined,
  dates: Dates,
  { own, all }: { readonly own: WorkClock; readonly all: readonly WorkClock[] },
): Done | null {
  const { actualStart, actualFinish, percentComplete, actualMinutes, stop, resume } =
    task?.progress ?? {};
  const length = dates.durationMinutes;
  if (actualFinish !== undefined) {
    const begun = actualStart ?? dates.start;
    return {
      ...{ share: 1, actualStart: begun, actualFinish, actualMinutes: length },
      ...{ remainingMinutes: 0, stop: actualFinish, resume: actualFinish, finish: actualFinish },
    };
  }
  if (actualStart === undefined) return null;
  const done = Math.min(length, actualMinutes ?? (length * (percentComplete ?? 0)) / 100);
  const rest = length - done;
  const stopped = stop ?? addWork(own, actualStart, done);
  const begins = all.map((clock) => nextWorkStart(clock, addWork(clock, dates.finish, -rest)));
  const asked = Math.min(...begins);
  // Without work in between it goes on at once.
  const goesOn = workBetween(own, stopped, asked) > 0 ? asked : stopped;
  const from = resume ?? goesOn;
  return {
    ...{ share: length === 0 ? 0 : done / length, actualStart, actualFinish },
    ...{ actualMinutes: done, remainingMinutes: rest, stop: stopped, resume: from },
    finish: rest === 0 ? Math.max(stopped, from) : addWork(own, from, rest),
  };
}

/**
 * Fields of what is done, for a task or an assignment with so many minutes of work. Microsoft Project
 * throws progress away that stands on a task alone: each assignment has to say the same (native saves of
 * Project 16 in Shutdown-Tracker, *Microsoft Project progress field contract*, 2026).
 */
export function doneFields(done: Done | null, workMinutes: number) {
  if (!done) return {};
  return {
    PercentWorkComplete: Math.round(done.share * 100),
    ActualStart: dateText(done.actualStart),
    ActualFinish: done.actualFinish === undefined ? undefined : dateText(done.actualFinish),
    ActualWork: durationText(workMinutes * done.share),
    RemainingWork: durationText(workMinutes * (1 - done.share)),
    Stop: dateText(done.stop),
    Resume: dateText(done.resume),
  };
}

/** `Type` of time-phased values. */
const types = { remaining: 1, actual: 2 } as const;

/**
 * Work day by day as time-phased values: what is done, then what remains. Only where the file needs it:
 * where something is done, or the task pauses between `parts`.
 */
export function timephasedWork(work: {
  readonly uid: number;
  readonly minutes: number;
  readonly done: Done | null;
  readonly parts: readonly Stretch[];
  readonly dates: Stretch;
  readonly clock: WorkClock;
}): MspdiElement[] {
  const { done, parts, clock } = work;
  if (!done && parts.length === 0) return [];
  const stretches = parts.length > 0 ? parts : stretchesOf(work.dates, done);
  const whole = stretches.reduce((sum, own) => sum + workBetween(clock, own.start, own.finish), 0);
  if (whole <= 0) return [];
  const pace = work.minutes / whole;
  let left = whole * (done?.share ?? 0);
  return stretches.flatMap(({ start, finish }) => {
    const length = workBetween(clock, start, finish);
    const isDone = Math.min(left, length);
    left -= isDone;
    const turn = isDone >= length ? finish : addWork(clock, start, isDone);
    const value = { uid: work.uid, clock, pace };
    return [
      ...dayByDay({ start, finish: turn }, { ...value, type: types.actual }),
      ...dayByDay(
        { start: nextWorkStart(clock, turn), finish },
        { ...value, type: types.remaining },
      ),
    ];
  });
}

function stretchesOf({ start, finish }: Stretch, done: Done | null): readonly Stretch[] {
  if (!done) return [{ start, finish }];
  if (done.resume <= done.stop) return [{ start, finish: done.finish }];
  return [
    { start, finish: done.stop },
    { start: done.resume, finish: done.finish },
  ];
}

/** A value for each day of 24 hours from the start, as Project 2019 writes them; none without work. */
function dayByDay(
  { start, finish }: Stretch,
  value: {
    readonly uid: number;
    readonly type: number;
    readonly clock: WorkClock;
    readonly pace: number;
  },
): MspdiElement[] {
  const found: MspdiElement[] = [];
  for (let from = start; from < finish; from += 1440) {
    const to = Math.min(finish, from + 1440);
    const minutes = workBetween(value.clock, from, to) * value.pace;
    if (minutes <= 0) continue;
    const fields = {
      ...{ Type: value.type, UID: value.uid, Start: dateText(from), Finish: dateText(to) },
      ...{ Unit: 1, Value: durationText(minutes) },
    };
    found.push(branch('TimephasedData', fieldElements(fields)));
  }
  return found;
}
