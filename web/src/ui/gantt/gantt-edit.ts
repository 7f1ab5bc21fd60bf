import { dayMinutes } from './gantt-scale.ts';
import type { GanttSpan } from './gantt-task.ts';

/** What of a bar is taken hold of. */
export type BarPart = 'whole' | 'start' | 'finish';

/**
 * A bar, or an end of it, moved by so many minutes. An end never passes the other: what is stretched
 * stays at least a step long.
 */
export function shifted(
  span: GanttSpan,
  part: BarPart,
  { minutes, step }: { readonly minutes: number; readonly step: number },
): GanttSpan {
  if (part === 'whole') return { start: span.start + minutes, finish: span.finish + minutes };
  const least = Math.min(step, Math.max(span.finish - span.start, 15));
  if (part === 'start') {
    return { ...span, start: Math.min(span.start + minutes, latestStart(span, least)) };
  }
  return { ...span, finish: Math.max(span.finish + minutes, earliestFinish(span, least)) };
}

type StepInput = {
  readonly minutes: number;
  readonly step: number;
  readonly isWorking: (day: number) => boolean;
};

/** As `shifted`, but on over days that are not worked: a step always comes to another day of work. */
export function steppedOver(span: GanttSpan, part: BarPart, input: StepInput): GanttSpan {
  const { minutes, step, isWorking } = input;
  const direction = Math.sign(minutes) * dayMinutes;
  for (let extra = 0; Math.abs(extra) <= 14 * dayMinutes; extra += direction) {
    const next = shifted(span, part, { minutes: minutes + extra, step });
    const day = Math.floor((part === 'finish' ? next.finish : next.start) / dayMinutes);
    if (isWorking(day)) return next;
  }
  return shifted(span, part, { minutes, step });
}

/** Minutes that a drag of so many days means, in whole steps. */
export function draggedMinutes(days: number, step: number): number {
  return Math.round((days * dayMinutes) / step) * step;
}

/** How much of stretches side by side lies before a place, 0 to 1. */
export function shareBefore(
  stretches: readonly { readonly x: number; readonly width: number }[],
  at: number,
): number {
  const whole = stretches.reduce((sum, { width }) => sum + width, 0);
  const before = stretches.reduce(
    (sum, { x, width }) => sum + Math.min(width, Math.max(0, at - x)),
    0,
  );
  return whole === 0 ? 0 : before / whole;
}

type PauseInput = {
  readonly step: number;
  /** When a day's work begins, in minutes. */
  readonly from: number;
  readonly isWorking: (day: number) => boolean;
};

/** A pause that begins at about an instant: a working day from afar, an hour from close by. */
export function pauseAt(minute: number, { step, from, isWorking }: PauseInput): Pause {
  if (step < dayMinutes) {
    const start = Math.round(minute / step) * step;
    return { from: start, to: start + 60 };
  }
  // From afar it begins with a day's work, on a day that is worked.
  const near = Math.round((minute - from) / dayMinutes);
  const day = isWorking(near) ? near : nextWorkDay(near, 1, isWorking);
  return { from: day * dayMinutes + from, to: nextWorkDay(day, 1, isWorking) * dayMinutes + from };
}

type Pause = { readonly from: number; readonly to: number };

/** Where a bar is split when nobody pointed at it: today within it, else in the middle of its longest part. */
export function middleOfWork(parts: readonly GanttSpan[], now: number): number | null {
  const isNow = parts.some(({ start, finish }) => now > start && now < finish);
  if (isNow) return now;
  const [longest] = parts.toSorted((a, b) => b.finish - b.start - (a.finish - a.start));
  return longest ? (longest.start + longest.finish) / 2 : null;
}

function nextWorkDay(day: number, by: number, isWorking: (day: number) => boolean): number {
  for (let next = day + by; Math.abs(next - day) < 15; next += by) {
    if (isWorking(next)) return next;
  }
  return day + by;
}

/** Progress at a place within a bar, in whole twentieths. */
export function progressAt(part: number): number {
  return Math.round(Math.min(1, Math.max(0, part)) * 20) / 20;
}

/** The same time of day as the finish where a day is the step, else a step before it. */
function latestStart({ start, finish }: GanttSpan, least: number): number {
  if (least < dayMinutes) return finish - least;
  const time = start - Math.floor(start / dayMinutes) * dayMinutes;
  return Math.floor(finish / dayMinutes) * dayMinutes + Math.min(time, finish % dayMinutes);
}

function earliestFinish({ start, finish }: GanttSpan, least: number): number {
  if (least < dayMinutes) return start + least;
  const time = finish - Math.floor(finish / dayMinutes) * dayMinutes;
  return Math.floor(start / dayMinutes) * dayMinutes + Math.max(time, start % dayMinutes);
}
