import type { CalendarDate } from '../calendar-date.ts';
import { weekDays } from './week.ts';

/** Where the timesheet of a week stands. A week nobody has spoken of yet is open. */
export const timesheetStates = ['open', 'submitted', 'approved', 'returned'] as const;
/** Where the timesheet of a week stands. */
export type TimesheetState = (typeof timesheetStates)[number];

/** What can be done to a timesheet: the first two by whose week it is, the others by who approves. */
export const timesheetSteps = ['submit', 'recall', 'approve', 'return', 'reopen'] as const;
/** What can be done to a timesheet. */
export type TimesheetStep = (typeof timesheetSteps)[number];

const ways: Readonly<
  Record<TimesheetStep, { readonly from: readonly TimesheetState[]; readonly to: TimesheetState }>
> = {
  submit: { from: ['open', 'returned'], to: 'submitted' },
  recall: { from: ['submitted'], to: 'open' },
  approve: { from: ['submitted'], to: 'approved' },
  return: { from: ['submitted'], to: 'returned' },
  reopen: { from: ['approved'], to: 'returned' },
};

/** The state after a step, or null where the step does not lead on from that state (U18). */
export function timesheetAfter(state: TimesheetState, step: TimesheetStep): TimesheetState | null {
  const { from, to } = ways[step];
  return from.includes(state) ? to : null;
}

/** Whether the time of the week is closed: submitted or approved, nothing in it changes (U18). */
export function isLocked(state: TimesheetState): boolean {
  return state === 'submitted' || state === 'approved';
}

/**
 * The days of the week of `day` up to `today` on which a person of whom these are the minutes of Monday
 * to Sunday was to work and logged nothing, in order: what an approver asks about first.
 */
export function daysWithoutTime(
  day: CalendarDate,
  capacity: readonly number[],
  logged: { readonly days: ReadonlySet<CalendarDate>; readonly today: CalendarDate },
): CalendarDate[] {
  return weekDays(day).filter(
    (on, place) => on <= logged.today && !logged.days.has(on) && (capacity[place] ?? 0) > 0,
  );
}
