import { addDays, type CalendarDate, weekday, weekdaysBetween } from '../calendar-date.ts';

/** A stretch of a project in basis points of its length: 0 is its start, 10,000 its end. */
export type Shares = { readonly startShare: number; readonly endShare: number };

/** First and last day of something, both included. */
export type Stretch = { readonly startOn: CalendarDate; readonly endOn: CalendarDate };

/**
 * The `index`th weekday from `from` on, counting from 0: of a Monday, 0 is itself and 5 the next
 * Monday. `from` on a weekend counts as the Monday after. Negative indexes go back. O(1).
 */
export function weekdayAt(from: CalendarDate, index: number): CalendarDate {
  const day = weekday(from);
  const monday = addDays(from, day > 5 ? 8 - day : 1 - day);
  const offset = (day > 5 ? 0 : day - 1) + index;
  const weeks = Math.floor(offset / 5);
  return addDays(monday, weeks * 7 + offset - weeks * 5);
}

/**
 * The days of a share of a project's length, counted in weekdays, at least one day long. A point
 * (a milestone) falls on the last day before it, with the work that it closes.
 * A project without any weekday (a weekend) gives the project's own days.
 * @example stretchOf({ startOn: monday, endOn: friday }, { startShare: 0, endShare: 4_000 }) // Mon, Tue
 */
export function stretchOf(project: Stretch, shares: Shares): Stretch {
  const length = weekdaysBetween(project.startOn, project.endOn);
  if (length === 0) return project;
  const last = Math.max(0, Math.ceil((length * shares.endShare) / 10_000) - 1);
  const first = Math.min(Math.floor((length * shares.startShare) / 10_000), last);
  return { startOn: weekdayAt(project.startOn, first), endOn: weekdayAt(project.startOn, last) };
}
