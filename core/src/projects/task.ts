import { addDays, type CalendarDate, weekStart } from '../calendar-date.ts';

/** How far a task is. */
export const taskStates = ['open', 'started', 'done'] as const;
/** How far a task is. */
export type TaskState = (typeof taskStates)[number];

/** When a task calls for attention, the most urgent first. */
export const dueGroups = ['overdue', 'today', 'this-week', 'later', 'no-date'] as const;
/** When a task calls for attention. */
export type DueGroup = (typeof dueGroups)[number];

/** When an open task calls for attention: weeks begin on Monday (ISO 8601). */
export function dueGroup(dueOn: CalendarDate | null, today: CalendarDate): DueGroup {
  if (dueOn === null) return 'no-date';
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return dueOn <= addDays(weekStart(today), 6) ? 'this-week' : 'later';
}

/**
 * A position between two neighbours of a list, either null at its end: halfway, or 1,024 beyond the
 * last. Null when no number lies between the two, so that the list must be numbered anew.
 */
export function positionBetween(before: number | null, after: number | null): number | null {
  if (before === null) return after === null ? positionStep : after - positionStep;
  if (after === null) return before + positionStep;
  const middle = (before + after) / 2;
  return before < middle && middle < after ? middle : null;
}

/** Distance between the positions of tasks that are made one after the other. */
export const positionStep = 1_024;
