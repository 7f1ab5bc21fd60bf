import {
  addMonths,
  dateFromDayNumber,
  dayNumber,
  monthOf,
  monthStart,
} from '@evenkeel/core/calendar-date';
import { mondayOf } from '../gantt/gantt-scale.ts';

/** What a cell of the planner stands for. */
export const plannerGrains = ['day', 'week', 'month'] as const;
export type PlannerGrain = (typeof plannerGrains)[number];

/** Width of a day at which each is shown at first, in pixels. */
export const grainWidths: Record<PlannerGrain, number> = { day: 36, week: 8, month: 2.6 };

/** The narrowest and the widest day, in pixels. */
export const narrowestPlannerDay = 1.4;
export const widestPlannerDay = 84;

/** Days from the first to the last, both included, by their numbers. */
export type Stretch = { readonly from: number; readonly to: number };

/** What cells stand for when a day is so wide; as the axis above them. */
export function grainOf(dayWidth: number): PlannerGrain {
  if (dayWidth < 4.5) return 'month';
  return dayWidth < 20 ? 'week' : 'day';
}

/** The cell that a day lies in. */
export function cellAt(grain: PlannerGrain, day: number): Stretch {
  if (grain === 'day') return { from: day, to: day };
  if (grain === 'week') return { from: mondayOf(day), to: mondayOf(day) + 6 };
  const month = monthOf(dateFromDayNumber(day));
  return {
    from: dayNumber(monthStart(month)),
    to: dayNumber(monthStart(addMonths(month, 1))) - 1,
  };
}

/** The cells that some days lie in, from left to right. */
export function cellsBetween(grain: PlannerGrain, first: number, last: number): Stretch[] {
  const cells: Stretch[] = [];
  for (let day = first; day <= last; ) {
    const cell = cellAt(grain, day);
    cells.push(cell);
    day = cell.to + 1;
  }
  return cells;
}

/** The cell so many after (or before) that of a day. */
export function cellAfter(grain: PlannerGrain, day: number, count: number): Stretch {
  const cell = cellAt(grain, day);
  if (count === 0) return cell;
  const next = cellAt(grain, count > 0 ? cell.to + 1 : cell.from - 1);
  return cellAfter(grain, next.from, count - Math.sign(count));
}
