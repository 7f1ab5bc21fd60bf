import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { dayAndMonth } from '@evenkeel/core/calendar-words';

/** The days of a leave, as a notification says them. */
export function leaveDays(leave: {
  readonly start_on: CalendarDate;
  readonly end_on: CalendarDate;
  readonly is_half: boolean;
}): string {
  const half = leave.is_half ? ', half days' : '';
  const first = dayAndMonth(leave.start_on);
  if (leave.start_on === leave.end_on) return `on ${first}${half}`;
  return `from ${first} to ${dayAndMonth(leave.end_on)}${half}`;
}
