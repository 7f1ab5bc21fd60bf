import { type Spread, sliceOfSpread } from '../balance/spread.ts';
import { addMonths, type CalendarMonth, monthEnd, monthStart } from '../calendar-date.ts';
import { entryOf } from '../grouping.ts';
import type { RoleId } from '../id.ts';
import type { RoleMinutes } from './facts.ts';

/** `count` months from the first one on. */
export function monthsFrom(first: CalendarMonth, count: number): CalendarMonth[] {
  return Array.from({ length: count }, (_, index) => addMonths(first, index));
}

/** How many months `to` is after `from`; negative when it is before. */
export function monthsApart(from: CalendarMonth, to: CalendarMonth): number {
  const number = (month: CalendarMonth) =>
    Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return number(to) - number(from);
}

/** Work laid over days, by role and month; roles in order of their ids, those without work left out. */
export function byRoleAndMonth(
  work: Iterable<{ readonly roleId: RoleId | null; readonly spread: Spread }>,
  months: readonly CalendarMonth[],
): RoleMinutes[] {
  const roles = new Map<RoleId, number[]>();
  for (const { roleId, spread } of work) {
    if (roleId === null) continue;
    const minutes = entryOf(roles, roleId, () => months.map(() => 0));
    for (const [index, month] of months.entries())
      minutes[index] =
        (minutes[index] ?? 0) + sliceOfSpread(spread, monthStart(month), monthEnd(month));
  }
  return [...roles]
    .filter(([, minutes]) => minutes.some((worked) => worked > 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([roleId, minutes]) => ({ roleId, minutes }));
}

/** The minutes of all roles by month. */
export function minutesByMonth(hours: readonly RoleMinutes[], length: number): number[] {
  return Array.from({ length }, (_, index) =>
    hours.reduce((sum, { minutes }) => sum + (minutes[index] ?? 0), 0),
  );
}
