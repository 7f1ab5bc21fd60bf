import {
  addDays,
  type CalendarDate,
  dateFromDayNumber,
  dayNumber,
  daysBetween,
  earlier,
  later,
  monthOf,
  monthStart,
  monthsBetween,
  weekStart,
} from '@evenkeel/core/calendar-date';
import { formatMonth, formatMonthShort } from '../format/date.ts';
import type { BarDays, TimelineRow, Zoom } from './timeline-row.ts';

/** Which days a timeline shows, and how wide each is in pixels. */
export type Scale = {
  readonly from: CalendarDate;
  readonly days: number;
  readonly dayWidth: number;
};

/** A label of the axis with its place in pixels. */
export type Tick = { readonly x: number; readonly width: number; readonly label: string };

const widths: Record<Zoom, number> = { week: 30, month: 11, quarter: 3.6 };
const margins: Record<Zoom, number> = { week: 14, month: 35, quarter: 91 };

/** The days around rows and today, from a Monday on. */
export function scaleOf(rows: readonly TimelineRow[], today: CalendarDate, zoom: Zoom): Scale {
  let [from, to] = [today, today];
  for (const { days, points } of rows) {
    for (const day of [days?.start, days?.end, ...points.map(({ date }) => date)]) {
      if (!day) continue;
      from = earlier(from, day);
      to = later(to, day);
    }
  }
  const start = weekStart(addDays(from, -margins[zoom]));
  const days = Math.min(daysBetween(start, to) + margins[zoom], 4_000);
  return { from: start, days, dayWidth: widths[zoom] };
}

/** Where the morning of a day lies, in pixels. */
export function xOf(scale: Scale, date: CalendarDate): number {
  return daysBetween(scale.from, date) * scale.dayWidth;
}

/** Left edge and width of a bar. */
export function extentOf(scale: Scale, { start, end }: BarDays): { x: number; width: number } {
  const x = xOf(scale, start);
  return { x, width: Math.max((daysBetween(start, end) + 1) * scale.dayWidth, 4) };
}

/** How many days a drag of so many pixels means. */
export function daysOfPixels(scale: Scale, pixels: number): number {
  return Math.round(pixels / scale.dayWidth);
}

/** Days after moving a bar, or one of its ends, by so many days; never shorter than a day. */
export function movedDays(days: BarDays, part: 'whole' | 'start' | 'end', by: number): BarDays {
  if (part === 'whole') return { start: addDays(days.start, by), end: addDays(days.end, by) };
  if (part === 'start') return { ...days, start: earlier(addDays(days.start, by), days.end) };
  return { ...days, end: later(addDays(days.end, by), days.start) };
}

/** The upper line of the axis: months, or years when one looks from afar. */
export function upperTicks(scale: Scale, zoom: Zoom): Tick[] {
  const last = addDays(scale.from, scale.days - 1);
  const months = monthsBetween(scale.from, last);
  if (zoom !== 'quarter') {
    return months.map((month) =>
      spanTick(scale, monthStart(month), nextMonth(month), formatMonth(month)),
    );
  }
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  return years.map((year) => {
    // A year and the first of January make a day.
    const start = `${year}-01-01` as CalendarDate;
    const end = `${Number(year) + 1}-01-01` as CalendarDate;
    return spanTick(scale, start, end, year);
  });
}

/** The lower line of the axis between two pixels: days, weeks or months. */
export function lowerTicks(
  scale: Scale,
  zoom: Zoom,
  view: { left: number; right: number },
): Tick[] {
  const first = Math.max(0, Math.floor(view.left / scale.dayWidth));
  const last = Math.min(scale.days - 1, Math.ceil(view.right / scale.dayWidth));
  if (zoom === 'quarter') {
    const months = monthsBetween(addDays(scale.from, first), addDays(scale.from, last));
    return months.map((month) =>
      spanTick(scale, monthStart(month), nextMonth(month), formatMonthShort(month)),
    );
  }
  const step = zoom === 'week' ? 1 : 7;
  const ticks: Tick[] = [];
  for (let day = first - (first % step); day <= last; day += step) {
    const date = dateFromDayNumber(dayNumber(scale.from) + day);
    const label = String(Number(date.slice(8)));
    ticks.push({ x: day * scale.dayWidth, width: step * scale.dayWidth, label });
  }
  return ticks;
}

function spanTick(scale: Scale, start: CalendarDate, end: CalendarDate, label: string): Tick {
  const x = Math.max(0, xOf(scale, start));
  return { x, width: Math.min(xOf(scale, end), scale.days * scale.dayWidth) - x, label };
}

function nextMonth(month: ReturnType<typeof monthOf>): CalendarDate {
  return monthStart(monthOf(addDays(monthStart(month), 31)));
}
