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
