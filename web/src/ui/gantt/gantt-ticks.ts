import {
  addMonths,
  type CalendarMonth,
  dateFromDayNumber,
  dayNumber,
  monthOf,
  monthStart,
} from '@evenkeel/core/calendar-date';
import { formatDate, formatMonth, formatMonthShort, formatWeekday } from '../format/date.ts';
import { type GanttScale, mondayOf } from './gantt-scale.ts';

/** A stretch of the axis with its label, in pixels of the sheet. */
export type Tick = { readonly x: number; readonly width: number; readonly label: string };

/** The two lines of an axis: what a label stands for, from coarse to fine. */
type Unit = 'decade' | 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour';

/** A stretch of the sheet, in pixels. */
export type Stretch = { readonly left: number; readonly right: number };

/** The coarse and the fine unit of an axis, by how wide a day is. */
export function unitsOf(dayWidth: number): { readonly upper: Unit; readonly lower: Unit } {
  if (dayWidth < 0.45) return { upper: 'decade', lower: 'year' };
  if (dayWidth < 1.3) return { upper: 'year', lower: 'quarter' };
  if (dayWidth < 4.5) return { upper: 'year', lower: 'month' };
  if (dayWidth < 20) return { upper: 'month', lower: 'week' };
  if (dayWidth < 260) return { upper: 'month', lower: 'day' };
  return { upper: 'day', lower: 'hour' };
}

/** Labels of one line of the axis within a stretch. */
export function ticksOf(scale: GanttScale, unit: Unit, view: Stretch): Tick[] {
  const first = Math.max(0, Math.floor(view.left / scale.dayWidth)) + scale.firstDay;
  const last = Math.min(scale.days - 1, Math.ceil(view.right / scale.dayWidth)) + scale.firstDay;
  if (unit === 'hour') return hourTicks(scale, first, last);
  if (unit === 'day') return stepTicks(scale, { first, last, step: 1, label: dayLabel(scale) });
  if (unit === 'week') {
    const label = (day: number) => dayOfMonth(day);
    return stepTicks(scale, { first: mondayOf(first), last, step: 7, label });
  }
  return monthTicks(scale, { first, last, unit });
}

/** Hours between two labels, so that each has room. */
export function hourStep(dayWidth: number): number {
  const hour = dayWidth / 24;
  return [1, 2, 3, 4, 6].find((step) => step * hour >= 38) ?? 6;
}

type Steps = {
  readonly first: number;
  readonly last: number;
  readonly step: number;
  readonly label: (day: number) => string;
};

function stepTicks(scale: GanttScale, { first, last, step, label }: Steps): Tick[] {
  const ticks: Tick[] = [];
  for (let day = first; day <= last; day += step) {
    const x = (day - scale.firstDay) * scale.dayWidth;
    ticks.push({ x, width: step * scale.dayWidth, label: label(day) });
  }
  return ticks;
}

function hourTicks(scale: GanttScale, first: number, last: number): Tick[] {
  const step = hourStep(scale.dayWidth);
  const width = (scale.dayWidth / 24) * step;
  const ticks: Tick[] = [];
  for (let day = first; day <= last; day += 1) {
    const left = (day - scale.firstDay) * scale.dayWidth;
    for (let hour = 0; hour < 24; hour += step) {
      ticks.push({ x: left + (hour / step) * width, width, label: `${hour}:00` });
    }
  }
  return ticks;
}

type MonthSteps = { readonly first: number; readonly last: number; readonly unit: Unit };

const monthsIn: Partial<Record<Unit, number>> = { month: 1, quarter: 3, year: 12, decade: 120 };

function monthTicks(scale: GanttScale, { first, last, unit }: MonthSteps): Tick[] {
  const count = monthsIn[unit] ?? 1;
  const end = scale.days;
  const ticks: Tick[] = [];
  let month = beginOf(monthOf(dateFromDayNumber(first)), count);
  for (let from = dayNumber(monthStart(month)); from <= last; ) {
    const next = addMonths(month, count);
    const to = dayNumber(monthStart(next));
    const left = Math.max(0, from - scale.firstDay) * scale.dayWidth;
    const right = Math.min(to - scale.firstDay, end) * scale.dayWidth;
    ticks.push({ x: left, width: right - left, label: monthLabel(month, unit, scale.dayWidth) });
    month = next;
    from = to;
  }
  return ticks;
}

/** The first month of the quarter, year or decade in which a month lies. */
function beginOf(month: CalendarMonth, count: number): CalendarMonth {
  const year = Number(month.slice(0, 4));
  const index = year * 12 + Number(month.slice(5)) - 1;
  return addMonths(month, -(index % count));
}

function monthLabel(month: CalendarMonth, unit: Unit, dayWidth: number): string {
  const year = month.slice(0, 4);
  if (unit === 'decade') return `${year}–${String(Number(year) + 9).slice(2)}`;
  if (unit === 'year') return dayWidth < 0.11 ? `’${year.slice(2)}` : year;
  if (unit === 'quarter') return `Q${Math.floor((Number(month.slice(5)) - 1) / 3) + 1}`;
  return dayWidth < 4.5 ? formatMonthShort(month) : formatMonth(month);
}

function dayLabel({ dayWidth, isHourly }: GanttScale): (day: number) => string {
  if (isHourly) return (day) => formatDate(dateFromDayNumber(day));
  return dayWidth < 90 ? dayOfMonth : (day) => formatWeekday(dateFromDayNumber(day));
}

function dayOfMonth(day: number): string {
  return String(Number(dateFromDayNumber(day).slice(8)));
}
