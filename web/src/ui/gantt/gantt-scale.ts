import type { GanttSpan, GanttTask } from './gantt-task.ts';

/** Minutes of a day. */
export const dayMinutes = 1440;

/** From which width of a day on its hours are told apart, in pixels. */
export const hourlyWidth = 260;

/** The least and the most that a day is wide, in pixels: forty years on a screen, or an hour a thumb. */
export const narrowestDay = 0.08;
export const widestDay = 1440;

/** Wider than this no browser scrolls exactly, in pixels. */
const widestSheet = 16_000_000;

/** When work begins and ends on a day, in minutes from midnight. */
export type WorkingHours = { readonly from: number; readonly to: number };

/**
 * How time lies on the sheet. Hours are told apart only from close by; from afar a day begins with its
 * work and ends with it, so that a task of one day fills that day.
 */
export type GanttScale = {
  /** Number of the first day shown (1970-01-01 is 0). */
  readonly firstDay: number;
  readonly days: number;
  /** Pixels. */
  readonly dayWidth: number;
  readonly hours: WorkingHours;
  readonly isHourly: boolean;
};

/** First and last day number of anything on the chart. */
export type GanttRange = { readonly first: number; readonly last: number };

/** The days that bars take up; null where there are none. */
export function workRange(tasks: readonly GanttTask[]): GanttRange | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { span } of tasks) {
    if (!span) continue;
    first = Math.min(first, Math.floor(span.start / dayMinutes));
    last = Math.max(last, Math.floor(span.finish / dayMinutes));
  }
  return last < first ? null : { first, last };
}

/** The days that tasks, their baselines and today take up. */
export function rangeOf(tasks: readonly GanttTask[], today: number): GanttRange {
  let first = Math.floor(today / dayMinutes);
  let last = first;
  const see = (minute: number) => {
    const day = Math.floor(minute / dayMinutes);
    if (day < first) first = day;
    if (day > last) last = day;
  };
  const seeSpan = (span: GanttSpan | null) => {
    if (!span) return;
    see(span.start);
    see(span.finish);
  };
  for (const task of tasks) {
    seeSpan(task.span);
    seeSpan(task.baseline);
    seeSpan(task.scenario);
    for (const { at } of task.points) see(at);
    if (task.deadline !== null) see(task.deadline);
  }
  return { first, last };
}

type ScaleInput = {
  readonly range: GanttRange;
  readonly dayWidth: number;
  readonly hours: WorkingHours;
  /** Width of what is seen of the chart: the sheet is never narrower. */
  readonly viewWidth: number;
  /** On either side of the range, in pixels. */
  readonly room?: number;
};

/** A scale with some room on either side, beginning with a Monday. */
export function scaleOf(input: ScaleInput): GanttScale {
  const { range, dayWidth, hours, viewWidth } = input;
  const room = Math.min(Math.ceil((input.room ?? 260) / dayWidth), 3_650);
  const firstDay = mondayOf(range.first - room);
  const wanted = Math.max(range.last + room - firstDay, Math.ceil(viewWidth / dayWidth));
  const days = Math.max(1, Math.min(wanted, Math.floor(widestSheet / dayWidth)));
  return { firstDay, days, dayWidth, hours, isHourly: dayWidth >= hourlyWidth };
}

/** Where an instant lies, in pixels from the left of the sheet. */
export function xOf(scale: GanttScale, minute: number): number {
  const day = Math.floor(minute / dayMinutes);
  return (day - scale.firstDay + partOfDay(scale, minute - day * dayMinutes)) * scale.dayWidth;
}

/** The instant at a place; from afar an edge between two days is the morning of the second. */
export function minuteAt(scale: GanttScale, x: number): number {
  const days = x / scale.dayWidth;
  const day = Math.floor(days);
  const { from, to } = scale.isHourly ? { from: 0, to: dayMinutes } : scale.hours;
  return (day + scale.firstDay) * dayMinutes + from + (days - day) * (to - from);
}

/** Left edge and width of a bar; never too thin to be seen. */
export function extentOf(scale: GanttScale, span: GanttSpan): { x: number; width: number } {
  const x = xOf(scale, span.start);
  return { x, width: Math.max(xOf(scale, span.finish) - x, 3) };
}

/** The width of a day at which a range of days fills the view. */
export function fittingWidth(range: GanttRange, viewWidth: number): number {
  const days = range.last - range.first + 1;
  return clampWidth(Math.max(80, viewWidth - 120) / days);
}

export function clampWidth(dayWidth: number): number {
  return Math.min(widestDay, Math.max(narrowestDay, dayWidth));
}

/** How closely one may place things at this width, in minutes: a day from afar, at last a quarter of an hour. */
export function stepMinutes(scale: GanttScale, finest: number): number {
  const { dayWidth } = scale;
  const shown = dayWidth < 90 ? dayMinutes : dayWidth < 420 ? 60 : dayWidth < 900 ? 30 : 15;
  return Math.max(shown, finest);
}

/** The Monday on or before a day, by their numbers. */
export function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

function partOfDay(scale: GanttScale, minute: number): number {
  if (scale.isHourly) return minute / dayMinutes;
  const { from, to } = scale.hours;
  return Math.min(1, Math.max(0, (minute - from) / (to - from)));
}
