import { type CalendarDate, daysBetween } from '@evenkeel/core/calendar-date';

/** A task with the day it is due. */
type Due = { readonly id: string; readonly name: string; readonly dueOn: CalendarDate };

/** How far ahead a day is called due soon. */
export const soonDays = 1;
/** Something overdue for this long is the manager's to know as well, and is said again each time. */
export const longDays = 7;

/**
 * What is said of a task that is due, under a key of which nobody hears twice: once when it is due
 * soon, once when it is overdue, and again for each week that it stays so. The same day moved is
 * another day, and said anew.
 */
export function dueWords(
  { id, name, dueOn }: Due,
  today: CalendarDate,
): { readonly key: string; readonly title: string; readonly isLong: boolean } {
  const late = daysBetween(dueOn, today);
  const key = `due:${id}:${dueOn}`;
  if (late <= 0) {
    const when = late === 0 ? 'today' : late === -1 ? 'tomorrow' : `in ${-late} days`;
    return { key, title: `${name} is due ${when}`, isLong: false };
  }
  const weeks = Math.floor(late / longDays);
  const since = late === 1 ? 'since yesterday' : `for ${late} days`;
  return {
    key: `over${key}:${weeks}`,
    title: `${name} is overdue ${since}`,
    isLong: weeks > 0,
  };
}
